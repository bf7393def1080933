package io.conserje.conversation.builtin;

import io.conserje.knowledge.Kind;
import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Questions that only mean something after the last one: "and on Sundays?", "¿y cuánto cuesta?" */
final class FollowUp {

  private static final int BRIEF = 4;
  private static final int SHORT = 7;
  private static final int LONG = 12;

  private static final FilteredPattern GOES_ON =
      FilteredPattern.compile(
          "^(?:(?:vale|ok|okay|ah|gracias|thanks|bueno|pues|right) )*(?:y|e|o|and|or|pero|but|what about|how about|tambien|also)\\b");

  /** What may be asked of anything: its price, its hours, whether it has to be paid. */
  private static final FilteredPattern OF_ANYTHING =
      FilteredPattern.compile(
          "\\b(?:cuanto|cuanta|precio|cuesta\\w*|vale|pag\\w+|gratis|incluid[oa]s?|hora|abr\\w+|cierr\\w+|cerr\\w+|dias?|tambien|tb|sirve|sabados?|domingos?|lunes|martes|miercoles|jueves|viernes|\\w+days?|fines de semana"
              + "|how much|cost|price|charge|pay|free|included|extra|what time|when|open|close|days?|too|as well)\\b");

  private static final Set<String> NO_THINGS =
      Set.of(
          "abre",
          "abren",
          "abris",
          "abrir",
          "cierra",
          "cierran",
          "cerrais",
          "cerrar",
          "open",
          "opens",
          "close",
          "closes",
          "shut",
          "shuts",
          "aparte",
          "total",
          "includes");

  private static final FilteredPattern OF_A_TABLE =
      FilteredPattern.compile(
          "\\b(?:mesas?|reserv\\w+|sitio|hueco|tables?|book\\w*|space|spot|somos|seremos)\\b");

  private static final FilteredPattern STANDS_ALONE =
      FilteredPattern.compile(
          "\\b(?:hay|teneis|tienen|tienes|tenes|tiene|se puede|puedo|podemos|admit\\w+|acept\\w+|do you|is there|are there|have you|can (?:i|we))\\b");

  private FollowUp() {}

  /** What one does with a breakfast, a gym or a garage: no thing that is asked about. */
  private static final FilteredPattern GOES_THERE =
      FilteredPattern.compile(
          "(?:baj|sub|lleg|entr|us|utiliz|aprovech|levant|dorm|despert|present|tom|sal)(?:ar|er|ir|arse|irse|amos|emos|imos|o|a|an|e|en)?(?:nos|me|se)?|ir|vamos|go|come|get|turn|make|use|wake|sleep|arrive|leave|down|up");

  /**
   * {@code ¿y los domingos hasta qué hora se puede bajar? Soy de dormir}, of what was asked before.
   */
  static boolean ofItsHours(String said) {
    List<String> asking = Question.sentences(said).stream().filter(FollowUp::asksHour).toList();
    if (asking.size() != 1 || !GOES_ON.matcher(Question.of(said).plain()).find()) {
      return false;
    }
    Question asked = Question.of(asking.getFirst());
    return asked.words().size() <= LONG
        && Kind.meant(said).isEmpty()
        && asked.subject().stream()
            .map(asked.words()::get)
            .allMatch(word ->
                NO_THINGS.contains(word)
                    || Calendar.day(word) != null
                    || GOES_THERE.matcher(word).matches());
  }

  private static final FilteredPattern HOUR =
      FilteredPattern.compile(
          "\\b(?:que hora|hasta cuando|desde cuando|what time|until when|till when|how late|how early)\\b");

  private static boolean asksHour(String sentence) {
    return HOUR.matcher(Question.of(sentence).plain()).find();
  }

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

  /** Whether it begins as something more, or is too short to stand alone. */
  static boolean goesOn(String said) {
    Question asked = Question.of(said);
    boolean asks =
        Asking.sounds(said)
            && asked.words().size() <= BRIEF
            && !STANDS_ALONE.matcher(asked.plain()).find();
    return asked.words().size() <= LONG && GOES_ON.matcher(asked.plain()).find() || asks;
  }

  /** {@code ¿y hay minibar?}: another thing, of which what was asked before tells nothing. */
  static boolean standsAlone(String said) {
    Question asked = Question.of(said);
    return asked.words().size() <= BRIEF
        && asked
            .plain()
            .matches(
                "^(?:y |e |and |pero |but )*(?:hay|teneis|tienen|tenes|is there|are there|do you have|have you got) (?:(?:un|una|a|an|any|algun|alguna) )?\\w+$")
        && !HouseQuestions.things(asked).isEmpty();
  }

  /** Both as one sentence, so that what was asked before counts for what is asked now. */
  static String after(String before, String asked) {
    StringBuilder both = new StringBuilder();
    for (String sentence : Question.sentences(before)) {
      Question.clauses(sentence).stream()
          .filter(clause -> Question.asks(clause) || goesOn(clause))
          .forEach(clause -> both.append(Question.of(clause).plain()).append(' '));
    }
    String first = both.isEmpty() ? Question.of(before).plain() + " " : both.toString();
    return first + Question.of(asked).plain();
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

  /** "¿Y el domingo?", after the breakfast's hours: a room is not meant. */
  static boolean ofItsDays(Memory memory, Understanding heard) {
    Stay stay = heard.stay();
    boolean onlyDay =
        stay.departure() == null
            && stay.nights() == null
            && stay.adults() == null
            && stay.room() == null;
    String plain = Question.of(memory.text).plain();
    return onlyDay
        && stay.arrival() != null
        && !memory.question.isEmpty()
        && !memory.toldOf.equals(HouseTalk.ROOMS)
        && memory.asked == Asked.NOTHING
        && !plain.matches(".*\\b(?:para|for)\\b.*")
        && goesOn(memory.text)
        && ofAnything(memory.text);
  }

  /** {@code ¿y el sábado también lo hay?}, after the set lunch: no table is wanted. */
  static boolean pointsBack(Memory memory, Understanding heard) {
    boolean names = heard.party() != null || heard.time() != null || heard.name() != null;
    return !memory.question.isEmpty()
        && memory.asked == Asked.NOTHING
        && !memory.wish.begun()
        && !names
        && goesOn(memory.text)
        && POINTS_BACK.matcher(Question.of(memory.text).plain()).find();
  }

  private static final FilteredPattern POINTS_BACK =
      FilteredPattern.compile(
          "\\b(?:(?:lo|la|los|las) (?:hay|teneis|tienen|tienes|tenes|haceis|hacen|servis|sirven|dais|dan|poneis|ponen|ofrec\\w+|cobr\\w+|mantien\\w+)|tambien (?:hay|teneis|tienen|lo|la|es|vale|esta|se)|hay tambien|es igual|es lo mismo|vale (?:lo mismo|tambien)|(?:cuesta|sale) (?:lo mismo|igual)|(?:do you|can you|you)(?: also)? (?:have|do|serve|offer|run) (?:it|that|them|one)|is (?:it|that|there one)(?: also)? (?:on|available|the same|served|also|as well|too|open)|(?:it|that|one) (?:available|on|served|too|as well)|same (?:price|thing)|(?:also|too|as well))\\b");

  private static final FilteredPattern PRICED =
      FilteredPattern.compile("(?:\\d|gratuit\\w+|gratis|free).*(?:euros?|€)|(?:euros?|€)");

  private static final FilteredPattern BY_NIGHT =
      FilteredPattern.compile("\\b(?:noches?|nights?)\\b");

  private static final FilteredPattern OF_ROOMS =
      FilteredPattern.compile(
          "\\b(?:habitacion(?:es)?|cuartos?|dormir|aloj\\w+|rooms?|stay\\w*|reserv\\w+|book\\w*)\\b");

  /** {@code so how much for the two of us for three mornings?}, after the breakfast's price. */
  static boolean ofItsPrice(Turn turn, Understanding heard) {
    Memory memory = turn.memory();
    Stay stay = heard.stay();
    String plain = Tokens.plain(memory.text);
    String told = turn.lastSaid();
    boolean nights = BY_NIGHT.matcher(plain).find() && !BY_NIGHT.matcher(told).find();
    return memory.asked == Asked.NOTHING
        && !memory.question.isEmpty()
        && !memory.toldOf.equals(HouseTalk.ROOMS)
        && stay.arrival() == null
        && stay.departure() == null
        && stay.room() == null
        && (stay.adults() != null
            || stay.nights() != null
            || stay.children() != null
            || BY_NIGHT.matcher(plain).find())
        && (Price.asked(memory.text) || heard.question() && goesOn(memory.text))
        && PRICED.matcher(told).find()
        && !nights
        && !OF_ROOMS.matcher(plain).find()
        && HouseQuestions.meant(memory.text).isEmpty();
  }

  private static final FilteredPattern SPACE =
      FilteredPattern.compile(
          "\\b(?:reserv\\w+|book|guard\\w+|save|keep|apart\\w+|cog\\w+)\\b.{0,15}\\b(?:plazas?|sitio|hueco|spaces?|spot|one|una|it|la)\\b");

  /** {@code can I reserve a space?}, after the garage. */
  static boolean ofItsSpace(Memory memory, Understanding heard) {
    return memory.asked == Asked.NOTHING
        && !heard.stay().begun()
        && Asking.sounds(memory.text)
        && Question.of(memory.text).words().size() <= SHORT
        && (Kind.meant(memory.question).contains(Kind.PARKING)
            || memory.question.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:park|gara|cocher).*"))
        && SPACE.matcher(Tokens.plain(memory.text)).find();
  }

  private static final FilteredPattern INCLUDED =
      FilteredPattern.compile(
          "^(?:y |and )?(?:(?:el|la|los|las|the|is|are) ){0,2}\\w+ (?:(?:va|viene|esta|entra|entran|van|estan|tambien|also) )*(?:inclu\\w+|aparte|dentro del precio|en el precio|part of it)\\b");

  /** {@code ¿el vino va incluido?}: in what was asked about before. */
  static boolean ofItsParts(String said) {
    return INCLUDED.matcher(Question.of(said).plain()).find();
  }

  /** "¿Y la doble?", after the price of the suite. */
  static boolean ofPrices(Memory memory, Understanding heard) {
    return memory.toldOf.equals(HouseTalk.ROOMS)
        && heard.stay().room() != null
        && goesOn(memory.text);
  }

  private static boolean weekday(Question asked) {
    return asked.words().stream().anyMatch(word -> Calendar.weekday(word) != null);
  }
}
