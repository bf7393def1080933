package io.conserje.reservation;

import java.util.List;

/**
 * How a party is seated.
 *
 * @param reseated parties that are given another place for it
 */
public record Plan(Place place, List<Reseated> reseated) {

  public Plan {
    reseated = List.copyOf(reseated);
  }

  public record Reseated(Movable party, Place to) {}
}
