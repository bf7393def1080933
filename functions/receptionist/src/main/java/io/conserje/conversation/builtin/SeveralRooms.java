package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Lodging;
import io.conserje.venue.RoomType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A party in several rooms: one is booked after the other, so that nobody is forgotten. */
final class SeveralRooms {

  /** More than these a person arranges. */
  private static final int MOST = 4;

  private static final FilteredPattern EACH =
      FilteredPattern.compile(
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
  private boolean oneMore() {
    return RoomsWanted.another(memory.text) && stays.last.arrival() != null;
  }

  /**
   * Keeps how many are wanted.
   *
   * @param before the plan without this message
   * @param heard with how many come, if it says so
   */
  void hear(StayPlan before, Understanding heard) {
    List<String> wanted = wanted();
    int each = RoomsWanted.eachItsOwn(memory.text, stays.plan.adults());
    if (wanted.size() < 2 && each > 1 && stays.queue.isEmpty()) {
      String room = stays.plan.room() == null ? "" : stays.plan.room();
      wanted = Collections.nCopies(each, room);
    }
    if (RoomsWanted.onlyOne(memory.text)) {
      together(heard.stay().adults() == null ? stays.plan : StayPlan.NONE);
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
    } else if (oneMore() && stays.plan.arrival() == null) {
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

  /** What the book is asked: the room, and what it comes to with those booked after it. */
  Map<String, Object> asked(StayPlan plan) {
    Map<String, Object> arguments = plan.arguments();
    String rest = stays.further || plan.room() == null ? "" : rest(plan);
    if (!rest.isEmpty()) {
      arguments.put("besides", rest);
    }
    return arguments;
  }

  /** Each as type, adults and children; empty if there are none, or one of them is not known. */
  private String rest(StayPlan plan) {
    List<String> rooms = new ArrayList<>(stays.queue);
    stays.rooms.stream().skip(1).map(type -> written(type, most(type), 0)).forEach(rooms::add);
    List<String> rest = new ArrayList<>();
    for (String room : rooms) {
      String[] parts = room.split("\\|", 3);
      if (parts[1].isEmpty()) {
        return "";
      }
      rest.add(
          "%s:%s:%s"
              .formatted(
                  parts[0].isEmpty() ? plan.room() : parts[0],
                  parts[1],
                  parts[2].isEmpty() ? "0" : parts[2]));
    }
    return String.join("; ", rest);
  }

  private Integer most(String type) {
    return lodging()
        .type(type)
        .map(t -> t.included() > 0 ? Math.min(t.included(), t.adults()) : t.adults())
        .orElse(null);
  }

  /** Keeps what all of them cost, and tells it once. */
  void hear(ToolResult quoted) {
    String sum = RoomOffer.amount(quoted.content(), "altogether");
    if (!sum.isEmpty() && !sum.equals(stays.altogether)) {
      memory.addAside(turn.rooms().altogether(sum));
    }
    if (quoted.content().containsKey("not_all")) {
      memory.addAside(turn.rooms().notAll());
    }
    stays.altogether = stays.further ? stays.altogether : sum;
  }

  private static final FilteredPattern ALL =
      FilteredPattern.compile(
          "\\b(?:las|both|the|all) ?(?:dos|tres|cuatro|two|three|four|[2-4])?(?: habitaciones| rooms| of them)?(?= *(?:$|[,.!?])| (?:por favor|please|en total|juntas|together|a nombre|under))");

  private static final FilteredPattern PEOPLE =
      FilteredPattern.compile(
          "\\b(?:adult\\w*|person\\w*|people|nin[oa]s?|kids?|child\\w*|somos|we are)\\b");

  /** {@code ok, las dos}: of several rooms, and no people. */
  Understanding ofRooms(Understanding heard) {
    String plain = Tokens.plain(memory.text);
    boolean rooms =
        !stays.queue.isEmpty()
            && heard.stay().arrival() == null
            && heard.stay().room() == null
            && heard.stay().adults() != null
            && ALL.matcher(plain).find()
            && !PEOPLE.matcher(plain).find();
    return rooms ? heard.with(Stay.NONE) : heard;
  }

  /** Spreads those whom no room takes over some that do; false if a person has to see to it. */
  boolean part() {
    StayPlan plan = stays.plan;
    int count = plan.adults() == null ? 0 : Math.max(2, plan.adults() / 2);
    if (count < 2 || count > MOST || !stays.queue.isEmpty()) {
      return false;
    }
    int grown = plan.adults();
    int young = plan.children() == null ? 0 : plan.children();
    List<String> rooms = new ArrayList<>();
    List<String> called = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      int adults = (grown + left - 1) / left;
      int children = (young + left - 1) / left;
      RoomType type =
          lodging().types().stream()
              .filter(t -> t.takes(adults, children, 0))
              .findFirst()
              .orElse(null);
      if (type == null) {
        return false;
      }
      rooms.add(written(type.name(), adults, children));
      called.add(turn.rooms().sleeping(type.called(turn.tongue().code), adults, children));
      grown -= adults;
      young -= children;
    }
    String[] first = rooms.removeFirst().split("\\|", 3);
    stays.queue = rooms;
    stays.plan = plan.in(first[0]).forAdults(number(first[1])).forChildren(number(first[2]));
    memory.addAside(turn.rooms().parted(called));
    return true;
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
    stays.further = true;
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
