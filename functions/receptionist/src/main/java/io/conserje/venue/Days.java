package io.conserje.venue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Which days a rule of the house is about. */
public record Days(Set<DayOfWeek> weekdays, When when) {

  public enum When {
    ALWAYS,
    HOLIDAY,
    EVE,
    /** On the day before a holiday and on the holiday itself. */
    HOLIDAY_OR_EVE,
    ORDINARY;

    boolean holds(LocalDate day, Holidays holidays) {
      return switch (this) {
        case ALWAYS -> true;
        case HOLIDAY -> holidays.on(day);
        case EVE -> holidays.eve(day);
        case HOLIDAY_OR_EVE -> holidays.on(day) || holidays.eve(day);
        case ORDINARY -> !holidays.on(day) && !holidays.eve(day);
      };
    }
  }

  public Days {
    weekdays = Set.copyOf(weekdays);
  }

  public static Days every(DayOfWeek day) {
    return new Days(EnumSet.of(day), When.ALWAYS);
  }

  boolean include(LocalDate day, Holidays holidays) {
    return weekdays.contains(day.getDayOfWeek()) && when.holds(day, holidays);
  }
}
