package io.conserje.venue;

import java.time.LocalDate;
import java.time.MonthDay;

/** A stretch of the calendar, its last day included. */
public sealed interface YearStretch {

  boolean has(LocalDate day);

  /** Every year; {@code to} before {@code from} goes over the turn of the year. */
  record EveryYear(MonthDay from, MonthDay to) implements YearStretch {
    @Override
    public boolean has(LocalDate day) {
      MonthDay at = MonthDay.from(day);
      boolean begun = !at.isBefore(from);
      boolean over = at.isAfter(to);
      return to.isBefore(from) ? begun || !over : begun && !over;
    }
  }

  record Once(LocalDate from, LocalDate to) implements YearStretch {
    @Override
    public boolean has(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }
}
