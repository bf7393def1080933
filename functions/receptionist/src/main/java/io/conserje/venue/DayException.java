package io.conserje.venue;

import java.time.LocalDate;
import java.util.List;

/**
 * What is different from {@code from} to {@code to}, both included: it goes before every weekly
 * rule, closing days and holidays.
 *
 * @param service the one service it is about; empty for the whole day
 * @param open what is served instead; nothing means closed
 */
public record DayException(
    LocalDate from, LocalDate to, String service, List<ServiceRule> open, String why) {

  public DayException {
    open = List.copyOf(open);
  }

  boolean on(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean about(String name) {
    return service.isEmpty() || service.equals(name);
  }
}
