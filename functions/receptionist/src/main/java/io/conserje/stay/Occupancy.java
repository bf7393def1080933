package io.conserje.stay;

import io.conserje.reservation.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is sold of a house, from one look at the book.
 *
 * @param seen what was looked at; a claim that reaches out of it may have neighbours unseen
 * @param kept by room, for which stays it is kept
 * @param sold how many rooms of a type count against its allotment, by night
 */
public record Occupancy(
    Period seen, Map<String, List<RoomClaim>> kept, Map<TypeNight, Integer> sold) {

  /** A night in a type of room. */
  public record TypeNight(String type, LocalDate night) {}

  public static Occupancy of(
      Period seen, Iterable<RoomClaim> claims, Map<TypeNight, Integer> sold) {
    Occupancy all = new Occupancy(seen, new HashMap<>(), sold);
    claims.forEach(all::keep);
    return all;
  }

  List<RoomClaim> claims(String room) {
    return kept.getOrDefault(room, List.of());
  }

  /** As if this stay were not there. */
  Occupancy without(UUID stay) {
    Map<TypeNight, Integer> left = new HashMap<>(sold);
    claims()
        .filter(c -> c.stay().equals(stay))
        .forEach(c ->
            c.nights()
                .all()
                .forEach(n -> left.merge(new TypeNight(c.type(), n), -1, Integer::sum)));
    return of(seen, claims().filter(c -> !c.stay().equals(stay)).toList(), left);
  }

  /** As if these claims were not there. */
  Occupancy without(Predicate<RoomClaim> gone) {
    return of(seen, claims().filter(gone.negate()).toList(), sold);
  }

  /** As if this plan were in the book. */
  Occupancy with(Plan plan) {
    Map<TypeNight, Integer> counted = new HashMap<>(sold);
    RoomClaim claim = plan.claim();
    claim
        .nights()
        .all()
        .forEach(n -> counted.merge(new TypeNight(claim.type(), n), 1, Integer::sum));
    Set<UUID> moved = plan.moved().stream().map(RoomClaim::stay).collect(Collectors.toSet());
    Stream<RoomClaim> stayed = claims().filter(c -> !moved.contains(c.stay()));
    return of(
        seen,
        Stream.of(stayed, plan.moved().stream(), Stream.of(claim)).flatMap(s -> s).toList(),
        counted);
  }

  private Stream<RoomClaim> claims() {
    return kept.values().stream().flatMap(List::stream);
  }

  /** Keeps a room from now on; the counts stay as they are. */
  void keep(RoomClaim claim) {
    kept.computeIfAbsent(claim.room(), _ -> new ArrayList<>()).add(claim);
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
