package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;

/** A day that nobody can book: {@code el 31/11}, {@code ayer}. */
final class NoSuchDay {

  private static final FilteredPattern PAST =
      FilteredPattern.compile(
          "\\b(?:ayer|anteayer|antier|anoche|yesterday|last (?:night|week|monday|tuesday|wednesday|thursday"
              + "|friday|saturday|sunday)|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) pasado"
              + "|pasado (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))\\b");

  private static final FilteredPattern DIGITS =
      FilteredPattern.compile("\\b(\\d{1,2})[/-](\\d{1,2})\\b(?![/-]\\d)");
  private static final FilteredPattern DAY_OF_MONTH =
      FilteredPattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)? (?:de |of )?([a-z]{3,10})\\b");
  private static final FilteredPattern MONTH_AND_DAY =
      FilteredPattern.compile("\\b([a-z]{3,10}) (\\d{1,2})(?:st|nd|rd|th)?\\b");

  /** Of which every month has its day, some year. */
  private static final int LEAP_YEAR = 2028;

  private NoSuchDay() {}

  /** What to say of it; empty if the message names none. */
  static String in(String text, TableSayings say) {
    String plain = Tokens.plain(text);
    if (missing(plain)) {
      return say.noSuchDay();
    }
    return PAST.matcher(plain).find() ? say.dayIsPast() : "";
  }

  private static boolean missing(String plain) {
    Matcher digits = DIGITS.matcher(plain);
    if (digits.find()) {
      int first = Integer.parseInt(digits.group(1));
      int second = Integer.parseInt(digits.group(2));
      return !exists(first, second) && !exists(second, first);
    }
    Matcher named = DAY_OF_MONTH.matcher(plain);
    while (named.find()) {
      Month month = Calendar.month(named.group(2));
      if (month != null) {
        return !exists(Integer.parseInt(named.group(1)), month.getValue());
      }
    }
    Matcher month = MONTH_AND_DAY.matcher(plain);
    while (month.find()) {
      Month of = Calendar.month(month.group(1));
      if (of != null) {
        return !exists(Integer.parseInt(month.group(2)), of.getValue());
      }
    }
    return false;
  }

  private static boolean exists(int day, int month) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= LocalDate.of(LEAP_YEAR, month, 1).lengthOfMonth();
  }
}
