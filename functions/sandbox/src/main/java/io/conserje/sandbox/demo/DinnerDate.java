package io.conserje.sandbox.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;

/**
 * The next evening on which the seeded restaurant serves dinner, today left out.
 *
 * @param words how a guest says it in Spanish
 */
record DinnerDate(LocalDate date, String words) {

  static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Set<DayOfWeek> DINNERS =
      Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

  static DinnerDate after(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, MADRID);
    LocalDate date = today.plusDays(1);
    while (!DINNERS.contains(date.getDayOfWeek())) {
      date = date.plusDays(1);
    }
    return new DinnerDate(date, date.equals(today.plusDays(1)) ? "mañana" : weekday(date));
  }

  /** As the house counts days. */
  static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, MADRID);
  }

  private static String weekday(LocalDate date) {
    return "el " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.of("es"));
  }
}
