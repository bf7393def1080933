package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalTime;

/** {@code mejor a y media}, {@code make it half past}: of the hour that was spoken of. */
final class MinutesOnly {

  private static final FilteredPattern SPANISH =
      FilteredPattern.compile(
          "(?iu)(?<![\\p{L}\\d])(?:(?:^\\W*|[,.;!¡]\\s*|(?<=\\b(?:mejor|pues|sea|vale|entonces) ))(?:a (?:las )?)?|a (?:las )?)((?:y|menos) (?:cuarto|media|pico))\\b(?! de\\b| hora)");

  private static final FilteredPattern ENGLISH =
      FilteredPattern.compile(
          "(?iu)\\b((?:half|quarter) past|quarter to)\\b(?!\\s*(?:\\d|the hour|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))");

  private MinutesOnly() {}

  /**
   * @param spokenOf the hour that stands, or null
   */
  static String told(String text, LocalTime spokenOf) {
    if (spokenOf == null) {
      return text;
    }
    int hour = (spokenOf.getHour() + 11) % 12 + 1;
    String spanish = SPANISH.matcher(text).replaceAll(" a las " + hour + " $1");
    return ENGLISH.matcher(spanish).replaceAll("$1 " + hour).replace("  ", " ").strip();
  }
}
