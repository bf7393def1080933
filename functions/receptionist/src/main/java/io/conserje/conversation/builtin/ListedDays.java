package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** {@code el 10 y 11 de diciembre}: the month that is said once is meant of each of the days. */
final class ListedDays {

  private static final String MONTH =
      "(?:ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep(?:t(?:iembre)?)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?"
          + "|jan(?:uary)?|february|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|september|october|november|dec(?:ember)?)";

  private static final String DAY =
      "(?:(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday) )?(?:el |the )?(\\d{1,2})(?:st|nd|rd|th)?";

  private static final FilteredPattern BEFORE_MONTH =
      FilteredPattern.compile(
          "(?iuU)(?<![\\d:/.-])\\b"
              + DAY
              + "( (?:y|e|and|&) (?:el |the )?)"
              + DAY
              + "( (?:de |of )?"
              + MONTH
              + "\\b)");

  private static final FilteredPattern AFTER_MONTH =
      FilteredPattern.compile(
          "(?iuU)\\b("
              + MONTH
              + " (?:the )?)(\\d{1,2})(?:st|nd|rd|th)?( (?:and|&) (?:the )?)(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:/]| (?:people|adults|guests|nights|kids|children))");

  private ListedDays() {}

  static String dated(String text) {
    String after =
        AFTER_MONTH
            .matcher(text)
            .replaceAll(found ->
                follows(found.group(2), found.group(4))
                    ? quoted(
                        found.group(1)
                            + found.group(2)
                            + found.group(3)
                            + found.group(1)
                            + found.group(4))
                    : quoted(found.group()));
    return BEFORE_MONTH.matcher(after).replaceAll(ListedDays::each);
  }

  private static String each(MatchResult found) {
    if (!follows(found.group(1), found.group(3))) {
      return quoted(found.group());
    }
    int at = found.start(2) - found.start();
    return quoted(found.group().substring(0, at) + found.group(4) + found.group().substring(at));
  }

  private static boolean follows(String day, String next) {
    return Integer.parseInt(day) < Integer.parseInt(next);
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
