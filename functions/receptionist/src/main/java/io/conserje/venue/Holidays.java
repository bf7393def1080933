package io.conserje.venue;

import java.time.LocalDate;
import java.util.List;

/** The feast days a house knows. */
public record Holidays(List<Holiday> all) {

  public static final Holidays NONE = new Holidays(List.of());

  public Holidays {
    all = List.copyOf(all);
  }

  public boolean on(LocalDate day) {
    return all.stream().anyMatch(holiday -> holiday.on(day));
  }

  /** Whether tomorrow is a holiday. */
  public boolean eve(LocalDate day) {
    return on(day.plusDays(1));
  }
}
