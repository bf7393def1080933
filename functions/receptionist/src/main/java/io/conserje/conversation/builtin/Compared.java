package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;

/**
 * Numbers that mean something only beside what stands: {@code ten instead of nine} is an hour where
 * the table is at nine, and half of four are two.
 */
final class Compared {

  private static final String NUMBER =
      "(una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})(?![:.]?\\d)";
  private static final String BARE =
      "(?! ?(?:h|hs|pm|am|de la|personas?|people|pax|adult\\p{L}*|y media|y cuarto)\\b)";

  private static final FilteredPattern INSTEAD =
      FilteredPattern.compile(
          "(?iuU)(?<![\\p{L}\\d:])(?<!\\b(?:a las|las|at) )"
              + NUMBER
              + BARE
              + ",? (?:instead of|rather than|not|en vez de|en lugar de|y no) (?:at |a las |las )?"
              + NUMBER
              + BARE);

  private static final FilteredPattern IN_PLACE =
      FilteredPattern.compile(
          "(?iuU)\\b(?:instead of|rather than|en vez de|en lugar de) (?:at |a las |las )?"
              + NUMBER
              + BARE
              + ",? (?:at |a las |las )?"
              + NUMBER
              + BARE);

  private static final FilteredPattern HALF =
      FilteredPattern.compile(
          "(?iuU)\\b(?:(?:solo|s[oó]lo|al final|finalmente) )*(?:(?:vamos|somos|seremos|iremos|vendremos|vienen?|quedamos)(?: a ser| a ir)? (?:(?:solo|s[oó]lo|justo|en) )*la mitad|(?:only |just )?half (?:of us|the (?:people|number|party)|as many))\\b");

  /** {@code perdón, pm}. */
  private static final FilteredPattern HALF_OF_DAY =
      FilteredPattern.compile(
          "(?iu)^\\W*(?:(?:perd[oó]n|perdona|sorry|no|digo|uy|ay|ups|oops|era|es|quer[ií]a decir|quise decir|i mean|i meant)\\W+)*([ap])\\.? ?m\\b\\W*$");

  private static final int NEAR = 2;

  private static final FilteredPattern MADE_IT =
      FilteredPattern.compile(
          "(?iu)\\b(?:at|for|@) (\\d{1,2})(?:[:.]\\d\\d)? ?(?:pm|am|p\\.m\\.|o'?clock|in the evening|tonight|tomorrow)?\\b(?!\\d).{0,90}?\\b(?:make|change|move|push|switch|bump|bring|put|shift) (it|that|this|us)(?: (?:to|forward to|back to))? "
              + NUMBER
              + BARE);

  private Compared() {}

  /** What is to change in what stands, where it was said before that was known. */
  static Wish amended(Wish change, HourOrParty stands, String text, Tongue tongue) {
    String told = told(text, stands, tongue);
    if (told.equals(text)) {
      return change;
    }
    if (HALF.matcher(text).find()) {
      return change.withParty((stands.party() + 1) / 2);
    }
    Words words = Words.of(told);
    TimeWish time = TimeWords.in(words, tongue, true);
    PartyWords.Party party = PartyWords.in(words, tongue, true);
    boolean relative = party == null || party.relative();
    return change.withTime(time).withParty(relative ? null : Integer.valueOf(party.size()));
  }

  /**
   * @param stands what is spoken of, or null if nothing is
   */
  static String told(String said, HourOrParty stands, Tongue tongue) {
    String text = besideItsHour(said, tongue);
    if (stands == null) {
      return text;
    }
    boolean english = tongue == Tongue.ENGLISH;
    Matcher halfOfDay = HALF_OF_DAY.matcher(text);
    if (halfOfDay.find()) {
      return "%s %d %sm".formatted(english ? "at" : "a las", stands.hour(), halfOfDay.group(1));
    }
    Matcher half = HALF.matcher(text);
    if (stands.party() > 1 && half.find()) {
      String people = (english ? "we are " : "somos ") + (stands.party() + 1) / 2;
      return half.replaceFirst(people);
    }
    Matcher instead = INSTEAD.matcher(text);
    if (instead.find() && stands.isHour(number(instead.group(2), tongue))) {
      return instead.replaceFirst(english ? "at $1" : "a las $1");
    }
    Matcher place = IN_PLACE.matcher(text);
    boolean hour = place.find() && stands.isHour(number(place.group(1), tongue));
    return hour ? place.replaceFirst(english ? "at $2" : "a las $2") : text;
  }

  /**
   * {@code I've booked for 8pm, can we make it 9?}: near the hour that is told with it, an hour.
   */
  private static String besideItsHour(String text, Tongue tongue) {
    Matcher made = MADE_IT.matcher(text);
    if (!made.find()) {
      return text;
    }
    int hour = Integer.parseInt(made.group(1)) % 12;
    int said = number(made.group(3), tongue);
    boolean near = said <= 12 && said % 12 != hour && Math.abs(said % 12 - hour) <= NEAR;
    return near ? text.substring(0, made.start(3)) + "at " + text.substring(made.start(3)) : text;
  }

  private static int number(String said, Tongue tongue) {
    Hit<Integer> number = Numbers.at(Words.of(said), 0, tongue);
    return number == null ? 0 : number.value();
  }
}
