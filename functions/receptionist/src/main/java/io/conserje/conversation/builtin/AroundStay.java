package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.Matcher;

/**
 * What only means something beside the nights that are spoken of: {@code también el sábado}, {@code
 * lo pasamos al finde siguiente}.
 */
final class AroundStay {

  private static final String DAY =
      "(?:el |la (?:noche )?del? |on |the )?(\\w+)(?: (?:por la )?noche| night)?";
  private static final FilteredPattern TOO_BEFORE =
      FilteredPattern.compile(
          "\\b(?:tambien|incluso|ademas|also|even|add(?:ing)?|anad\\w+|sum\\w+) (?:nos quedamos |la noche |para )?"
              + DAY);
  private static final FilteredPattern TOO_AFTER =
      FilteredPattern.compile("\\b" + DAY + " (?:tambien|as well|too|incluido|included)\\b");
  private static final FilteredPattern WEEK_AFTER =
      FilteredPattern.compile(
          "\\b(?:finde|fin de semana|semana) (?:siguiente|posterior|de despues)\\b"
              + "|\\b(?:siguiente (?:finde|fin de semana|semana)|following (?:week|weekend)|week(?:end)? after)\\b");
  private static final FilteredPattern WEEK_BEFORE =
      FilteredPattern.compile(
          "\\b(?:finde|fin de semana|semana) (?:anterior|previ[ao]|de antes)\\b"
              + "|\\bprevious (?:week|weekend)\\b|\\bweek(?:end)? before\\b");

  private AroundStay() {}

  /** Whether it may be meant so; of which stay has to be known. */
  static boolean said(String text) {
    String plain = Tokens.plain(text);
    return weeks(plain) != 0 || day(plain) != null;
  }

  /** What it adds to a stay of these nights; nothing if it is not meant so. */
  static StayShift in(String text, LocalDate from, LocalDate until) {
    String plain = Tokens.plain(text);
    int days = 7 * weeks(plain);
    if (days != 0) {
      return new StayShift(days, days, 0, 0);
    }
    DayOfWeek day = day(plain);
    if (day == null) {
      return StayShift.NONE;
    }
    return day == until.getDayOfWeek()
        ? new StayShift(0, 1, 0, 0)
        : day == from.minusDays(1).getDayOfWeek() ? new StayShift(-1, 0, 0, 0) : StayShift.NONE;
  }

  private static int weeks(String plain) {
    return WEEK_AFTER.matcher(plain).find() ? 1 : WEEK_BEFORE.matcher(plain).find() ? -1 : 0;
  }

  private static DayOfWeek day(String plain) {
    for (FilteredPattern pattern : new FilteredPattern[] {TOO_BEFORE, TOO_AFTER}) {
      Matcher too = pattern.matcher(plain);
      while (too.find()) {
        DayOfWeek day = Calendar.day(too.group(1));
        if (day != null) {
          return day;
        }
      }
    }
    return null;
  }
}
