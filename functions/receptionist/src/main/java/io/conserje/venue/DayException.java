package io.conserje.venue;

import java.time.LocalDate;
import java.util.List;

/**
 * What is different from {@code from} to {@code to}, both included: it goes before every weekly
 * rule, closing days and holidays.
 *
 * @param service the one service it is about; empty for the whole day
 * @param open what is served instead; nothing means closed
 * @param sittings those of what is served instead; the weekly ones are not for it
 */
public record DayException(
    LocalDate from,
    LocalDate to,
    String service,
    List<ServiceRule> open,
    List<SittingRule> sittings,
    String why) {

  public DayException {
    open = List.copyOf(open);
    sittings = List.copyOf(sittings);
  }

  boolean opens(String name) {
    return open.stream().anyMatch(rule -> rule.service().equals(name));
  }

  boolean on(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean about(String name) {
    return service.isEmpty() || service.equals(name);
  }
}
