package io.conserje.venue;

import java.time.Duration;
import java.util.Map;

/**
 * How long a party of up to this many keeps its table.
 *
 * @param byService where a service differs from {@code usual}
 */
public record StayLength(int upTo, Duration usual, Map<String, Duration> byService) {

  public StayLength {
    byService = Map.copyOf(byService);
  }

  public Duration at(String service) {
    return byService.getOrDefault(service, usual);
  }
}
