package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;

/** {@code ¿se puede reservar ya para San Mateo de 2028?}: a year of which the book has no day. */
final class FarYear {

  private static final FilteredPattern YEAR =
      FilteredPattern.compile("(?<![\\d+€.,/-]|\\d )\\b20\\d\\d\\b(?!\\d| ?€| ?euros?| \\d)");

  private FarYear() {}

  /** That the book has no such day yet, if the message names such a year; else empty. */
  static String refused(Turn turn) {
    LocalDate today = turn.now().toLocalDate();
    boolean far = in(turn.memory().text, today, turn.venue().rules().horizon());
    return far ? turn.say().tooFarAhead() + " " : "";
  }

  static boolean in(String text, LocalDate today, Duration horizon) {
    Matcher year = YEAR.matcher(text);
    boolean far = false;
    while (year.find()) {
      LocalDate first = LocalDate.of(Integer.parseInt(year.group()), 1, 1);
      far |= first.isAfter(today.plusDays(horizon.toDays()));
    }
    return far;
  }
}
