package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guest who wants two tables in one breath gets one after the other. */
final class Later {

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?i)(?:,|;|\\.)?\\s+(?:y|and|e|plus)\\s+(?:aparte |adem[aá]s |then )?|[;,.]\\s+");

  /** Before what a guest complained of while booking. */
  private static final String COMPLAINT = "!";

  /** "Cancela la de mañana y ponme otra el viernes". */
  private static final Pattern REBOOKS =
      Pattern.compile(
          "(?iu)^(.*?\\b(?:cancel|anul)\\p{L}*.*?)(?:,|;|\\.)?\\s+(?:y |and |pero |but )?(?:(?:y |and )?(?:luego|entonces|then|mejor|after that) )?"
              + "(?=(?:ponme|ponnos|ponednos|ponedme|p[oó]nganos|hazme|haznos|hacednos|hacedme|h[aá]ganos|res[eé]rva(?:me|nos)|reservadnos|res[eé]rvenos|dame|danos|quiero|queremos|book|make|give us|put us|reserve)\\b)(.*)$");

  private final Turn turn;
  private final Memory memory;

  Later(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** The house hears of it once the booking is made: from then on a person has the word. */
  static void complains(Memory memory) {
    memory.later.add(COMPLAINT + memory.text);
  }

  /** What is to be heard now; the rest is kept for later. */
  List<String> split(String said) {
    String message = TwoTables.apart(said);
    boolean free = memory.asked == Asked.NOTHING && !memory.wish.begun() && !turn.hasRooms();
    Matcher rebooks = REBOOKS.matcher(message.replace('\n', ' '));
    if (free && rebooks.matches() && dated(rebooks.group(2))) {
      memory.later = new ArrayList<>(List.of(rebooks.group(2)));
      return List.of(rebooks.group(1));
    }
    Matcher between = BETWEEN.matcher(message);
    while (free && between.find()) {
      String first = message.substring(0, between.start());
      String second = message.substring(between.end());
      if (whole(first) && whole(second)) {
        memory.later = new ArrayList<>(List.of(second));
        whose(second);
        return List.of(first);
      }
    }
    return List.of(message);
  }

  private boolean dated(String part) {
    Mentions named =
        Mentions.in(part, turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays());
    return !named.days().isEmpty() || !named.times().isEmpty();
  }

  /** {@code … Las dos a nombre de Ana Gil, 611 22 33 44}: said last, it is of the first too. */
  private void whose(String second) {
    Words words = Words.of(second);
    String phone = PhoneWords.in(words, turn.tongue(), turn.phone());
    if (phone != null && !turn.knowsPhone() && memory.phone.isEmpty()) {
      memory.phone = phone;
    }
    String name = NameWords.introduced(words);
    memory.knownName = name == null ? memory.knownName : name;
  }

  /** A day and an hour: a wish of its own. */
  private boolean whole(String part) {
    Mentions named =
        Mentions.in(part, turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays());
    boolean people = PartyWords.in(Words.of(part), turn.tongue()) != null;
    return named.days().size() == 1 && named.times().size() == 1 && people;
  }

  /** When nothing else is open, what was kept is heard as if it were said now. */
  Reply next(Reply reply, BiFunction<String, Boolean, Reply> hear) {
    boolean idle =
        memory.asked == Asked.NOTHING
            && !memory.wish.begun()
            && (reply == null || reply.calls().isEmpty());
    boolean booked =
        turn.request().freshResults().stream()
            .anyMatch(
                r ->
                    r.name().startsWith("create_") && !r.status().equals("refused")
                        || r.status().equals("cancelled"));
    if (memory.later.isEmpty() || !idle || !booked) {
      return reply;
    }
    String wish = memory.later.removeFirst();
    if (wish.startsWith(COMPLAINT)) {
      return new PersonTalk(turn).complained(wish.substring(COMPLAINT.length()));
    }
    memory.standing = List.of();
    Reply next = hear.apply("mesa " + wish, false);
    memory.addAside(turn.more().next());
    return next;
  }
}
