package io.conserje.reservation;

import io.conserje.reservation.Page.Kept;
import io.conserje.reservation.Plan.Reseated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds a place on a page of the book: the cheapest that is free, or else the cheapest that becomes
 * free when one or two parties that have not confirmed are given another place. It is asked
 * hundreds of times for one month, hence the plain loops.
 */
final class Seating {

  private static final int MOST_MOVED = 2;

  private final Places places;
  private final Page page;
  private final Supplier<List<Movable>> movable;

  /** Who may be moved, by where and since when they have a table. */
  private Map<At, Movable> movables;

  private record At(String table, long from) {}

  /** {@code movable} is asked only when nothing is free. */
  Seating(Places places, Page page, Supplier<List<Movable>> movable) {
    this.places = places;
    this.page = page;
    this.movable = movable;
  }

  Optional<Plan> plan(Wish wish) {
    Period claim = wish.claim();
    List<Place> suitable = places.forParty(wish);
    for (Place place : suitable) {
      if (free(place, claim, List.of(), List.of())) {
        return Optional.of(new Plan(place, List.of()));
      }
    }
    return wish.venue().rules().reseat() ? reseating(wish, claim, suitable) : Optional.empty();
  }

  private Optional<Plan> reseating(Wish wish, Period claim, List<Place> suitable) {
    for (Place place : suitable) {
      List<Movable> inTheWay = inTheWay(place, claim);
      if (!inTheWay.isEmpty()) {
        Optional<Plan> plan = clear(place, claim, inTheWay, wish.now());
        if (plan.isPresent()) {
          return plan;
        }
      }
    }
    return Optional.empty();
  }

  /** Who would have to make room; nobody if somebody sits there who cannot be moved. */
  private List<Movable> inTheWay(Place place, Period claim) {
    List<Movable> found = new ArrayList<>(MOST_MOVED);
    for (String table : place.names()) {
      Kept kept = page.kept(table);
      int i = kept.first(claim);
      while (i >= 0 && i < kept.from().length && kept.from()[i] < claim.to().getEpochSecond()) {
        Movable party = movableAt(table, kept.from()[i++]);
        if (party == null || !found.contains(party) && found.size() == MOST_MOVED) {
          return List.of();
        }
        if (!found.contains(party)) {
          found.add(party);
        }
      }
    }
    return found;
  }

  private Movable movableAt(String table, long from) {
    if (movables == null) {
      movables = new HashMap<>();
      for (Movable party : movable.get()) {
        long since = party.claim().from().getEpochSecond();
        party.tables().forEach(name -> movables.put(new At(name, since), party));
      }
    }
    return movables.get(new At(table, from));
  }

  /** Empties {@code place}, if whoever has it can sit elsewhere. */
  private Optional<Plan> clear(Place place, Period claim, List<Movable> inTheWay, Instant now) {
    List<Seated> seated = new ArrayList<>(List.of(new Seated(place.names(), claim)));
    List<List<Place>> choices = new ArrayList<>();
    for (Movable party : inTheWay) {
      List<Place> choice = elsewhere(party, inTheWay, seated, now);
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
      return claim.overlaps(period) && others.stream().anyMatch(tables::contains);
    }
  }

  /**
   * Where a party could sit when {@code moved} have left and {@code seated} sit. A table about
   * which a guest must be told something is given to nobody who is not asked.
   */
  private List<Place> elsewhere(
      Movable party, List<Movable> moved, List<Seated> seated, Instant now) {
    List<Place> found = new ArrayList<>();
    for (Place place : places.forParty(party.party(), party.zone(), party.claim().from(), now)) {
      if (place.tells().isEmpty() && free(place, party.claim(), moved, seated)) {
        found.add(place);
      }
    }
    return found;
  }

  /** Seats the moved parties one after the other so that none is in another's way. */
  private boolean settle(
      List<Movable> moved, List<List<Place>> choices, List<Seated> seated, List<Reseated> moves) {
    if (moves.size() == moved.size()) {
      return true;
    }
    Movable party = moved.get(moves.size());
    for (Place place : choices.get(moves.size())) {
      if (nobodyMeets(seated, place, party.claim())) {
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

  private static boolean nobodyMeets(List<Seated> seated, Place place, Period claim) {
    for (Seated party : seated) {
      if (party.meets(place.names(), claim)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a place is free when {@code moved} have left theirs and {@code seated} sit. */
  private boolean free(Place place, Period claim, List<Movable> moved, List<Seated> seated) {
    if (!nobodyMeets(seated, place, claim)) {
      return false;
    }
    for (String table : place.names()) {
      if (!freeBut(table, claim, moved)) {
        return false;
      }
    }
    return true;
  }

  private boolean freeBut(String table, Period claim, List<Movable> moved) {
    Kept kept = page.kept(table);
    int i = kept.first(claim);
    while (i >= 0 && i < kept.from().length && kept.from()[i] < claim.to().getEpochSecond()) {
      if (moved.isEmpty() || !moved.contains(movableAt(table, kept.from()[i]))) {
        return false;
      }
      i++;
    }
    return true;
  }
}
