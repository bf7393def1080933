package io.conserje.venue;

import java.time.LocalTime;
import java.util.List;

/** On these days the service has these sittings, if it is served at all. */
public record SittingRule(String service, Days days, List<Times> sittings) {

  public SittingRule {
    sittings = List.copyOf(sittings);
  }

  /**
   * @param first the first arrival
   * @param last the last arrival
   * @param until when the table is needed again; null for nobody after
   */
  public record Times(LocalTime first, LocalTime last, LocalTime until) {}
}
