package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalDate;

/** How many nights, where no number says it: {@code un par de noches}, {@code a fortnight}. */
final class SomeNights {

  private static final FilteredPattern PAIR =
      FilteredPattern.compile("\\b(?:un par|a couple|couple)\\b");
  private static final FilteredPattern NEXT_DAY =
      FilteredPattern.compile(
          "\\b(?:al|el) dia siguiente\\b|\\b(?:the )?(?:next|following) (?:day|morning)\\b|\\bthe day after\\b(?! tomorrow)");
  private static final FilteredPattern ONLY_THAT =
      FilteredPattern.compile(
          "\\b(?:solo|solamente|nada mas|just|only)\\b.{0,12}\\b(?:la|esa|that|the)\\b");
  private static final FilteredPattern ONE_IN_A_DOUBLE =
      FilteredPattern.compile("\\b(?:uso individual|individual use|single (?:use|occupancy))\\b");

  private static final FilteredPattern THAT_NIGHT =
      FilteredPattern.compile(
          "\\b(?:solo|solamente|nada mas|unicamente|just|only)(?: (?:por|para|for))?(?: (?:la|the))? (?:esa|ese|that|one)(?: misma| same)? (?:noche|night)\\b"
              + "|\\b(?:dormir|quedar(?:nos|me)|pasar|alojar(?:nos|me)|sleep|stay|crash)(?: (?:ahi|alli|con vosotros|there|with you|over))? (?:esa|that)(?: misma| same)? (?:noche|night)\\b"
              + "|\\b(?:solo|solamente|nada mas que|unicamente|just|only)(?: (?:por|para|for))? (?:la |the )?(?:noche|night) (?:del?|of|on)\\b(?!.{0,24}\\b(?:noches|nights)\\b)"
              + "|\\b(?:esa|that) (?:noche|night) (?:nada mas|solo|solamente|only)\\b|\\bnada mas que esa noche\\b");
  private static final FilteredPattern NO_MORE_THAN_THAT =
      FilteredPattern.compile(
          "^\\W*(?:pues |no,? |si,? |yes,? |no |well )?(?:solo|solamente|nada mas|just|only)? ?(?:(?:por|para|for) )?(?:esa|ese dia|that one|that night|that day|esa noche)(?: (?:noche|nada mas|solo|only))*\\W*$");

  private SomeNights() {}

  /** Null if none are told there. */
  static Hit<Integer> at(Words words, int i) {
    int at = words.is(i, "un", "una", "a") ? i + 1 : i;
    if (words.is(at, "par", "couple") && words.is(at + 1, "de", "of")) {
      return nights(words, i, at + 2, 2);
    }
    if (words.is(at, "couple") && words.is(at + 1, "nights")) {
      return new Hit<>(i, at + 2, 2);
    }
    if (words.is(at, "media", "half") && words.is(at + 1, "docena", "dozen", "a")) {
      int end = words.is(at + 1, "a") ? at + 3 : at + 2;
      return nights(words, i, words.is(end, "de") ? end + 1 : end, 6);
    }
    boolean within = words.is(i - 1, "en", "in", "dentro", "de") || words.is(i - 1, "one");
    if (at > i && !within && words.is(at, "fortnight", "quincena")) {
      return new Hit<>(i, at + 1, 14);
    }
    return at > i && !within && words.is(at, "semanita") ? new Hit<>(i, at + 1, 7) : null;
  }

  private static Hit<Integer> nights(Words words, int from, int at, int number) {
    return words.is(at, "noches", "nights", "dias", "days")
        ? new Hit<>(from, at + 1, number)
        : null;
  }

  /** {@code un par}, where it was asked how many; or null. */
  static Integer alone(Words words) {
    return PAIR.matcher(Tokens.plain(words.text())).find() ? Integer.valueOf(2) : null;
  }

  /** {@code nos vamos al día siguiente}; or null. */
  static Integer untilTheNextDay(Words words) {
    return NEXT_DAY.matcher(Tokens.plain(words.text())).find() ? Integer.valueOf(1) : null;
  }

  /** {@code llegamos el 17 y salimos al día siguiente}; or null. */
  static Integer leavesTheNextDay(Words words) {
    return LEAVES_NEXT_DAY.matcher(Tokens.plain(words.text())).find() ? Integer.valueOf(1) : null;
  }

  private static final FilteredPattern LEAVES_NEXT_DAY =
      FilteredPattern.compile(
          "\\b(?:sal(?:imos|go|iendo|dremos|dria\\w*|ir)|(?:nos|me) (?:vamos|voy|marcha\\w+|iremos)|volvemos|vuelvo|leav\\w+|check(?:ing)? ?out|depart\\w*|off|out|go(?:ing)? home|head(?:ing)? (?:home|off))\\b.{0,12}"
              + "(?:"
              + NEXT_DAY.pattern()
              + ")");

  /** {@code no sé si una noche o dos}: to be asked. */
  static boolean undecided(Words words) {
    return UNDECIDED.matcher(Tokens.plain(words.text())).find();
  }

  private static final FilteredPattern UNDECIDED =
      FilteredPattern.compile(
          "\\b(?:una|1|dos|2|tres|3|one|a|two|three) (?:noches?|nights?) (?:o|or) (?:dos|2|tres|3|cuatro|4|two|three|four)\\b(?! (?:person|adult|people|habit|room))"
              + "|\\b(?:una|1|dos|2|tres|3|one|two|three) (?:o|or) (?:dos|2|tres|3|cuatro|4|two|three|four) (?:noches|nights)\\b");

  /** {@code solo la del sábado}; or null. */
  static Integer ofOneDay(Words words, LocalDate day) {
    boolean only = day != null && ONLY_THAT.matcher(Tokens.plain(words.text())).find();
    return only ? Integer.valueOf(1) : null;
  }

  /** {@code el sábado 19, solo esa noche}. */
  static boolean onlyThat(Words words, Asked asked) {
    String plain = Tokens.plain(words.text());
    boolean answers = asked == Asked.NIGHTS && NO_MORE_THAN_THAT.matcher(plain).find();
    return answers || THAT_NIGHT.matcher(plain).find();
  }

  private static final FilteredPattern TONIGHT =
      FilteredPattern.compile(
          "^(?!.*\\b(?:lleg\\w+|arriv\\w+|check|entr\\w+|desde|a partir|from tonight|reserva|booking|\\w{2,4}\\d{3,})\\b)(?=.*\\b(?:hay|tene\\w*|tien\\w+|qued\\w+|libres?|disponib\\w+|necesit\\w+|quer\\w+|quier\\w+|busc\\w+|habitacion|cuarto|individual|doble|suite|barat\\w+|cuanto|precio|dormir"
              + "|got|have|need|want|looking|room|rooms|single|double|twin|free|available|cheapest|much|price|sleep|bed)\\b)(?=.*\\b(?:tonight|(?:esta|la|de) (?:misma )?noche(?: de hoy)?|para hoy|hoy mismo)\\b).*");

  /** {@code anything free tonight?}: one night, as long as no other is spoken of. */
  static boolean tonight(Words words) {
    String plain = Tokens.plain(words.text()).replace('\n', ' ');
    return TONIGHT.matcher(plain).matches();
  }

  private static final FilteredPattern AND_THE_NEXT =
      FilteredPattern.compile(
          "\\b(?:(?:esa|la|esta|para la) (?:misma )?noche|that night|tonight|the night)\\b.{0,30}\\b(?:y|e|and) (?:(?:tambien|also) )?(?:la (?:noche )?(?:siguiente|de despues|del dia siguiente)|(?:the )?(?:next|following|one after|night after)(?: night| one)?)\\b");

  /** {@code that night and the next}. */
  static boolean andTheNext(Words words) {
    return AND_THE_NEXT.matcher(Tokens.plain(words.text())).find();
  }

  /** {@code una doble de uso individual}. */
  static boolean forOne(Words words) {
    return ONE_IN_A_DOUBLE.matcher(Tokens.plain(words.text())).find();
  }

  /** {@code dejarlo en tres noches}: how many, and not when. */
  static boolean left(Words words, int i) {
    return i > 1 && words.is(i - 1, "en") && words.plain(i - 2).startsWith("dej");
  }
}
