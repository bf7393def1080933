package io.conserje.venue;

import java.time.LocalDate;
import java.time.MonthDay;

/** A feast day of the house's calendar. */
public sealed interface Holiday {

  String name();

  boolean on(LocalDate day);

  /** The same date every year. */
  record Fixed(String name, MonthDay date) implements Holiday {
    @Override
    public boolean on(LocalDate day) {
      return MonthDay.from(day).equals(date);
    }
  }

  /**
   * Moves with Easter.
   *
   * @param days after Easter Sunday, negative before it: Good Friday is -2
   */
  record AroundEaster(String name, int days) implements Holiday {
    @Override
    public boolean on(LocalDate day) {
      return Easter.sunday(day.getYear()).plusDays(days).equals(day);
    }
  }

  /** Once only, as a local feast that is set anew each year. */
  record Once(String name, LocalDate date) implements Holiday {
    @Override
    public boolean on(LocalDate day) {
      return date.equals(day);
    }
  }
}
