package io.conserje.venue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Part of the year with its own prices.
 *
 * @param stretches when it is; none means always
 * @param nights how long guests stay who arrive in it; null for the house's usual
 * @param rates a type that is not among them is not let in this season
 */
public record Season(
    String name, List<YearStretch> stretches, NightsAllowed nights, List<Rate> rates) {

  public Season {
    stretches = List.copyOf(stretches);
    rates = List.copyOf(rates);
  }

  boolean has(LocalDate night) {
    return stretches.isEmpty() || stretches.stream().anyMatch(s -> s.has(night));
  }

  public boolean prices(String type) {
    return rate(type).isPresent();
  }

  Optional<Rate> rate(String type) {
    return rates.stream().filter(r -> r.type().equals(type)).findFirst();
  }

  Optional<NightsAllowed> nightsAllowed() {
    return Optional.ofNullable(nights);
  }
}
