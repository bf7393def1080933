package io.conserje.reservation;

import io.conserje.reservation.Page.Kept;
import io.conserje.reservation.Plan.Reseated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds a place on a page of the book: the cheapest that is free, or else the cheapest that becomes
 * free when one or two parties that have not confirmed are given another place.
 */
final class Seating {

  private static final int MOST_MOVED = 2;

  private final Places places;
  private final Page page;
  private final Supplier<List<Movable>> movable;

  /** {@code movable} is asked only when nothing is free. */
  Seating(Places places, Page page, Supplier<List<Movable>> movable) {
    this.places = places;
    this.page = page;
    this.movable = movable;
  }

  Optional<Plan> plan(Wish wish) {
    Period claim = wish.claim();
    List<Place> suitable = places.forParty(wish);
    return suitable.stream()
        .filter(place -> free(place, claim))
        .findFirst()
        .map(place -> new Plan(place, List.of()))
        .or(() -> wish.venue().rules().reseat() ? reseating(wish, suitable) : Optional.empty());
  }

  private boolean free(Place place, Period claim) {
    return place.tables().stream().noneMatch(table -> page.kept(table.name()).during(claim));
  }

  private Optional<Plan> reseating(Wish wish, List<Place> suitable) {
    if (suitable.isEmpty()) {
      return Optional.empty();
    }
    List<Movable> all = movable.get();
    for (Place place : suitable) {
      Optional<Plan> plan = clear(place, wish, all);
      if (plan.isPresent()) {
        return plan;
      }
    }
    return Optional.empty();
  }

  /** Empties {@code place}, if whoever has it can sit elsewhere. */
  private Optional<Plan> clear(Place place, Wish wish, List<Movable> all) {
    Period claim = wish.claim();
    List<Movable> inTheWay =
        all.stream()
            .filter(m -> m.claim().overlaps(claim))
            .filter(m -> m.tables().stream().anyMatch(place.names()::contains))
            .toList();
    if (inTheWay.isEmpty()
        || inTheWay.size() > MOST_MOVED
        || !free(place.names(), claim, inTheWay, List.of())) {
      return Optional.empty();
    }
    List<Seated> seated = new ArrayList<>(List.of(new Seated(place.names(), claim)));
    List<List<Place>> choices = new ArrayList<>();
    for (Movable party : inTheWay) {
      List<Place> choice = elsewhere(party, inTheWay, seated, wish.now());
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      choices.add(choice);
    }
    List<Reseated> moves = new ArrayList<>();
    return settle(inTheWay, choices, seated, moves)
        ? Optional.of(new Plan(place, moves))
        : Optional.empty();
  }

  private record Seated(List<String> tables, Period claim) {
    boolean meets(List<String> others, Period period) {
      return claim.overlaps(period) && tables.stream().anyMatch(others::contains);
    }
  }

  /**
   * Where a party could sit when {@code moved} have left and {@code seated} sit. A table about which
   * a guest must be told something is given to nobody who is not asked.
   */
  private List<Place> elsewhere(
      Movable party, List<Movable> moved, List<Seated> seated, Instant now) {
    return places.forParty(party.party(), party.zone(), party.claim().from(), now).stream()
        .filter(place -> free(place.names(), party.claim(), moved, seated))
        .filter(place -> place.tells().isEmpty())
        .toList();
  }

  /** Seats the moved parties one after the other so that none is in another's way. */
  private boolean settle(
      List<Movable> moved, List<List<Place>> choices, List<Seated> seated, List<Reseated> moves) {
    if (moves.size() == moved.size()) {
      return true;
    }
    Movable party = moved.get(moves.size());
    for (Place place : choices.get(moves.size())) {
      if (seated.stream().noneMatch(s -> s.meets(place.names(), party.claim()))) {
        seated.add(new Seated(place.names(), party.claim()));
        moves.add(new Reseated(party, place));
        if (settle(moved, choices, seated, moves)) {
          return true;
        }
        seated.removeLast();
        moves.removeLast();
      }
    }
    return false;
  }

  /** Whether the tables are free when {@code moved} have left theirs and {@code seated} sit. */
  private boolean free(
      List<String> tables, Period claim, List<Movable> moved, List<Seated> seated) {
    boolean taken = seated.stream().anyMatch(s -> s.meets(tables, claim));
    return !taken && tables.stream().allMatch(table -> freeBut(table, claim, moved));
  }

  private boolean freeBut(String table, Period claim, List<Movable> moved) {
    Kept kept = page.kept(table);
    int i = kept.first(claim);
    while (i >= 0 && i < kept.from().length && kept.from()[i] < claim.to().getEpochSecond()) {
      long from = kept.from()[i];
      if (moved.stream()
          .noneMatch(
              m -> m.tables().contains(table) && m.claim().from().getEpochSecond() == from)) {
        return false;
      }
      i++;
    }
    return true;
  }
}
