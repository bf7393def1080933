package io.conserje.venue;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The house's day of rest. When it falls on a holiday and the house opens, another day of the same
 * week may close instead.
 *
 * @param opensOnHolidays whether a holiday on that weekday is worked
 * @param instead the day that then closes, the next of that name; null for none
 */
public record ClosingDay(DayOfWeek day, boolean opensOnHolidays, DayOfWeek instead) {

  boolean closes(LocalDate date, Holidays holidays) {
    if (date.getDayOfWeek() == day) {
      return !(opensOnHolidays && holidays.on(date));
    }
    if (instead == null || date.getDayOfWeek() != instead) {
      return false;
    }
    LocalDate rest = date.minusDays(Math.floorMod(instead.getValue() - day.getValue(), 7));
    return opensOnHolidays && holidays.on(rest);
  }
}
