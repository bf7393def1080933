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
          "(?i)(?:,|;|\\.)?\\s+(?:y|and|e)\\s+(?=(?:tambi[eé]n |also |luego |otra |another |el |la |para |for |on |una )\\S)|;\\s*|\\.\\s+");

  /** Before what a guest complained of while booking. */
  private static final String COMPLAINT = "!";

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
    Matcher between = BETWEEN.matcher(message);
    while (free && between.find()) {
      String first = message.substring(0, between.start());
      String second = message.substring(between.end());
      if (whole(first) && whole(second)) {
        memory.later = new ArrayList<>(List.of(second));
        return List.of(first);
      }
    }
    return List.of(message);
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
            .anyMatch(r -> r.name().startsWith("create_") && !r.status().equals("refused"));
    if (memory.later.isEmpty() || !idle || !booked) {
      return reply;
    }
    String wish = memory.later.removeFirst();
    if (wish.startsWith(COMPLAINT)) {
      return hear.apply(wish.substring(COMPLAINT.length()), false);
    }
    Reply next = hear.apply("mesa " + wish, false);
    memory.addAside(turn.more().next());
    return next;
  }
}
