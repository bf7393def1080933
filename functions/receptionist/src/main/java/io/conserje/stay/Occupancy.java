package io.conserje.stay;

import io.conserje.reservation.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is sold of a house, from one look at the book.
 *
 * @param claims rooms that are kept
 * @param seen what was looked at; a claim that reaches out of it may have neighbours unseen
 * @param sold how many rooms of a type count against its allotment, by night
 */
public record Occupancy(Period seen, List<RoomClaim> claims, Map<TypeNight, Integer> sold) {

  /** A night in a type of room. */
  public record TypeNight(String type, LocalDate night) {}

  /** As if this stay were not there. */
  Occupancy without(UUID stay) {
    Map<TypeNight, Integer> left = new HashMap<>(sold);
    claims.stream()
        .filter(c -> c.stay().equals(stay))
        .forEach(c ->
            c.nights()
                .all()
                .forEach(n -> left.merge(new TypeNight(c.type(), n), -1, Integer::sum)));
    return new Occupancy(seen, claims.stream().filter(c -> !c.stay().equals(stay)).toList(), left);
  }

  /** Only what is kept at some time of this period. */
  Occupancy during(Period period) {
    return new Occupancy(
        seen, claims.stream().filter(c -> c.period().overlaps(period)).toList(), sold);
  }

  boolean movable(RoomClaim claim) {
    return claim.movable()
        && claim.period().from().isAfter(seen.from())
        && claim.period().to().isBefore(seen.to());
  }

  int sold(String type, LocalDate night) {
    return sold.getOrDefault(new TypeNight(type, night), 0);
  }
}
