package io.conserje.conversation.builtin;

import io.conserje.venue.Lodging;
import io.conserje.venue.RoomType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A party in several rooms: one is booked after the other, so that nobody is forgotten. */
final class SeveralRooms {

  /** More than these a person arranges. */
  private static final int MOST = 4;

  private static final Pattern EACH =
      Pattern.compile(
          "\\b(?:una|one)(?: s| is)? (?:es )?(?:para|for)\\b.*\\b(?:la )?(?:otra|other)(?: one)?(?: s| is)? (?:es )?(?:para|for)\\b|\\bones for\\b.*\\bothers for\\b");

  private final Turn turn;
  private final Memory memory;
  private final StayMemory stays;

  SeveralRooms(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.stays = memory.stays;
  }

  private Lodging lodging() {
    return turn.venue().lodging();
  }

  private List<String> wanted() {
    return RoomsWanted.in(memory.text, turn.tongue(), lodging());
  }

  /** Whether the message wants several, or one besides the one that was booked. */
  boolean wanted(Understanding heard) {
    return wanted().size() > 1 || RoomsWanted.another(memory.text);
  }

  /** Whether it wants one more for those who have booked just now. */
  private boolean besides() {
    return RoomsWanted.another(memory.text) && stays.last.arrival() != null;
  }

  /**
   * Keeps how many are wanted.
   *
   * @param before the plan without this message
   */
  void hear(StayPlan before) {
    List<String> wanted = wanted();
    if (RoomsWanted.onlyOne(memory.text)) {
      together(stays.plan);
      stays.queue.clear();
      stays.rooms.clear();
    } else if (wanted.size() > 1) {
      stays.rooms = new ArrayList<>(wanted);
      together(before);
      stays.queue.clear();
      stays.plan = stays.plan.in(type(wanted.getFirst()));
    } else if (RoomsWanted.another(memory.text)) {
      one(before);
    }
  }

  /** Who was spread over rooms already is spread anew. */
  private void together(StayPlan before) {
    boolean same = before.adults() != null && before.adults().equals(stays.plan.adults());
    for (String room : same ? stays.queue : List.<String>of()) {
      String[] parts = room.split("\\|", 3);
      Integer adults = number(parts[1]);
      Integer children = number(parts[2]);
      stays.plan =
          stays
              .plan
              .forAdults(StayPlan.sum(stays.plan.adults(), adults == null ? 0 : adults))
              .forChildren(StayPlan.sum(stays.plan.children(), children == null ? 0 : children));
    }
  }

  private void one(StayPlan before) {
    if (before.adults() != null) {
      stays.queue.add(written(stays.plan.room(), null, null));
      stays.plan = before;
    } else if (besides() && stays.plan.arrival() == null) {
      stays.plan = stays.plan.on(stays.last.arrival(), stays.last.departure());
    }
  }

  boolean tooMany() {
    return stays.rooms.size() > MOST;
  }

  /** Spreads the guests over the rooms as soon as it is known how many they are. */
  void spread() {
    StayPlan plan = stays.plan;
    boolean singles = stays.rooms.stream().allMatch(this::single);
    List<int[]> told =
        stays.rooms.isEmpty() ? List.of() : RoomsWanted.told(memory.text, turn.tongue(), lodging());
    boolean apart = told.size() == stays.rooms.size();
    if (stays.rooms.isEmpty() || plan.adults() == null && !singles && !apart) {
      return;
    }
    int all = plan.adults() == null ? stays.rooms.size() : plan.adults();
    all = Math.max(all, apart());
    int young = plan.children() == null ? 0 : plan.children();
    List<int[]> shares = apart ? told : RoomsWanted.spread(all, young, stays.rooms, lodging());
    for (int i = 1; i < shares.size(); i++) {
      stays.queue.add(written(stays.rooms.get(i), shares.get(i)[0], shares.get(i)[1]));
    }
    stays.plan = plan.forAdults(shares.getFirst()[0]).forChildren(shares.getFirst()[1]);
    memory.addAside(turn.rooms().oneByOne(stays.rooms.size()));
    stays.rooms.clear();
  }

  /** {@code one for us, the other for my sister and hers}: not all were counted. */
  private int apart() {
    boolean each = EACH.matcher(Tokens.plain(memory.text)).find();
    return each
        ? stays.rooms.stream()
            .mapToInt(t -> lodging().type(t).map(RoomType::adults).orElse(1))
            .sum()
        : 0;
  }

  private boolean single(String type) {
    return lodging().type(type).filter(t -> t.adults() == 1).isPresent();
  }

  /** The plan of the room after the one that was booked; null if that was the last. */
  StayPlan after(StayPlan booked, List<String> queue) {
    if (queue.isEmpty()) {
      return null;
    }
    String[] parts = queue.getFirst().split("\\|", 3);
    stays.queue = new ArrayList<>(queue.subList(1, queue.size()));
    memory.addAside(turn.rooms().nextRoom());
    return new StayPlan(
        booked.arrival(),
        booked.departure(),
        null,
        number(parts[1]),
        number(parts[2]),
        null,
        parts[0].isEmpty() ? booked.room() : parts[0],
        booked.name(),
        null);
  }

  private static String type(String name) {
    return name.isEmpty() ? null : name;
  }

  private static Integer number(String written) {
    return written.isEmpty() ? null : Integer.valueOf(written);
  }

  private static String written(String type, Integer adults, Integer children) {
    return (type == null ? "" : type)
        + "|"
        + (adults == null ? "" : adults)
        + "|"
        + (children == null ? "" : children);
  }
}
