package io.conserje.conversation.builtin;

import io.conserje.knowledge.Kind;
import io.conserje.knowledge.Question;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions that only mean something after the last one: "and on Sundays?", "¿y cuánto cuesta?" */
final class FollowUp {

  private static final int SHORT = 7;

  private static final Pattern GOES_ON =
      Pattern.compile(
          "^(?:(?:vale|ok|okay|ah|gracias|thanks|bueno|pues|right) )*(?:y|e|o|and|or|pero|but|what about|how about|tambien|also)\\b");

  /** What may be asked of anything: its price, its hours, whether it has to be paid. */
  private static final Pattern OF_ANYTHING =
      Pattern.compile(
          "\\b(?:cuanto|cuanta|precio|cuesta\\w*|vale|pag\\w+|gratis|incluid[oa]s?|hora|abr\\w+|cierr\\w+|cerr\\w+|dias?|tambien|sirve"
              + "|how much|cost|price|charge|pay|free|included|extra|what time|when|open|close|days?|too|as well)\\b");

  private static final Set<String> NO_THINGS =
      Set.of(
          "abre", "abren", "abris", "abrir", "cierra", "cierran", "cerrais", "cerrar", "open",
          "opens", "close", "closes", "shut", "shuts", "aparte", "total", "includes");

  private static final Pattern OF_A_TABLE =
      Pattern.compile(
          "\\b(?:mesas?|reserv\\w+|sitio|hueco|tables?|book\\w*|space|spot|somos|seremos)\\b");

  private FollowUp() {}

  /** Whether it names nothing that it could be about, and asks what may be asked of anything. */
  static boolean ofAnything(String said) {
    Question asked = Question.of(said);
    boolean nothing =
        asked.subject().stream()
            .map(asked.words()::get)
            .allMatch(word -> NO_THINGS.contains(word) || Calendar.day(word) != null);
    return nothing
        && asked.words().size() <= SHORT + 1
        && Kind.meant(said).isEmpty()
        && OF_ANYTHING.matcher(asked.plain()).find();
  }

  static boolean goesOn(String said) {
    Question asked = Question.of(said);
    return asked.words().size() <= SHORT && GOES_ON.matcher(asked.plain()).find();
  }

  /** "¿Y el domingo?", after the hours of another day. */
  static boolean ofHours(Memory memory, Understanding heard) {
    Question asked = Question.of(memory.text);
    boolean goesOn =
        GOES_ON.matcher(asked.plain()).find() || heard.question() && asked.words().size() <= SHORT;
    boolean when = heard.day() != null || heard.part() != null || weekday(asked);
    boolean books = heard.party() != null || heard.time() != null || heard.name() != null;
    boolean wished = memory.wish.party() != null || memory.wish.time() != null;
    return !memory.toldOf.isEmpty()
        && !memory.toldOf.equals(HouseTalk.ROOMS)
        && goesOn
        && when
        && !books
        && !wished
        && !OF_A_TABLE.matcher(asked.plain()).find()
        && HouseQuestions.things(asked).isEmpty();
  }

  /** "¿Y la doble?", after the price of the suite. */
  static boolean ofPrices(Memory memory, Understanding heard) {
    return memory.toldOf.equals(HouseTalk.ROOMS) && heard.stay().room() != null && goesOn(memory.text);
  }

  private static boolean weekday(Question asked) {
    return asked.words().stream().anyMatch(word -> Calendar.weekday(word) != null);
  }
}
