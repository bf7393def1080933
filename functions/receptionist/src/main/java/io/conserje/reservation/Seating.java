package io.conserje.reservation;

import io.conserje.reservation.Page.Kept;
import io.conserje.reservation.Plan.Reseated;
import io.conserje.venue.DiningTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds a place on a page of the book: the cheapest that is free, or else the cheapest that becomes
 * free when one or two parties that have not confirmed are given another place. It is asked
 * hundreds of times for one month, hence the plain loops.
 */
final class Seating {

  private static final int MOST_MOVED = 2;

  private final Places places;
  private final Page page;

  /** By table, as {@link Places} numbers them. */
  private final Kept[] kept;

  /** Who may be moved, by table and the index of the stretch; null until somebody asks. */
  private Movable[][] movables;

  Seating(Places places, Page page) {
    this.places = places;
    this.page = page;
    List<DiningTable> tables = places.venue().room().tables();
    this.kept = new Kept[tables.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = page.kept(tables.get(i).name());
    }
  }

  Optional<Plan> plan(Wish wish, List<Place> suitable) {
    Span claim = Span.of(wish.claim());
    for (Place place : suitable) {
      if (free(place, claim, List.of())) {
        return Optional.of(new Plan(place, List.of()));
      }
    }
    return wish.venue().rules().reseat() && !page.movable().isEmpty()
        ? reseating(wish, claim, suitable)
        : Optional.empty();
  }

  /** In epoch seconds. */
  private record Span(long from, long to) {
    static Span of(Period period) {
      return new Span(period.from().getEpochSecond(), period.to().getEpochSecond());
    }

    boolean overlaps(Span other) {
      return from < other.to && other.from < to;
    }
  }

  private Optional<Plan> reseating(Wish wish, Span claim, List<Place> suitable) {
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
  private List<Movable> inTheWay(Place place, Span claim) {
    List<Movable> found = List.of();
    for (int table : place.tables()) {
      Kept there = kept[table];
      for (int i = there.first(claim.from, claim.to); there.begins(i, claim.to); i++) {
        Movable party = movable(table, i);
        if (party == null || !found.contains(party) && found.size() == MOST_MOVED) {
          return List.of();
        }
        if (found.isEmpty()) {
          found = new ArrayList<>(MOST_MOVED);
        }
        if (!found.contains(party)) {
          found.add(party);
        }
      }
    }
    return found;
  }

  private Movable movable(int table, int stretch) {
    if (movables == null) {
      movables = new Movable[kept.length][];
      page.movable().forEach(this::find);
    }
    return movables[table] == null ? null : movables[table][stretch];
  }

  private void find(Movable party) {
    long since = party.claim().from().getEpochSecond();
    for (String name : party.tables()) {
      int table = places.table(name);
      int stretch = table < 0 ? -1 : Arrays.binarySearch(kept[table].from(), since);
      if (stretch >= 0) {
        if (movables[table] == null) {
          movables[table] = new Movable[kept[table].from().length];
        }
        movables[table][stretch] = party;
      }
    }
  }

  /** Empties {@code place}, if whoever has it can sit elsewhere. */
  private Optional<Plan> clear(Place place, Span claim, List<Movable> inTheWay, Instant now) {
    List<Seated> seated = new ArrayList<>(1 + MOST_MOVED);
    seated.add(new Seated(place, claim));
    List<List<Place>> choices = new ArrayList<>(MOST_MOVED);
    for (Movable party : inTheWay) {
      List<Place> choice = elsewhere(party, inTheWay, seated, now);
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      choices.add(choice);
    }
    List<Reseated> moves = new ArrayList<>(MOST_MOVED);
    return settle(inTheWay, choices, seated, moves)
        ? Optional.of(new Plan(place, moves))
        : Optional.empty();
  }

  private record Seated(Place place, Span claim) {
    boolean meets(Place other, Span period) {
      return claim.overlaps(period) && place.shares(other);
    }
  }

  /**
   * Where a party could sit when {@code moved} have left and {@code seated} sit. A table about
   * which a guest must be told something is given to nobody who is not asked.
   */
  private List<Place> elsewhere(
      Movable party, List<Movable> moved, List<Seated> seated, Instant now) {
    List<Place> found = new ArrayList<>();
    Span claim = Span.of(party.claim());
    for (Place place : places.forParty(party.party(), party.zone(), party.claim().from(), now)) {
      if (place.tells().isEmpty()
          && free(place, claim, moved)
          && nobodyMeets(seated, place, claim)) {
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
    Span claim = Span.of(party.claim());
    for (Place place : choices.get(moves.size())) {
      if (nobodyMeets(seated, place, claim)) {
        seated.add(new Seated(place, claim));
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

  private static boolean nobodyMeets(List<Seated> seated, Place place, Span claim) {
    for (Seated party : seated) {
      if (party.meets(place, claim)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a place is free when {@code moved} have left theirs. */
  private boolean free(Place place, Span claim, List<Movable> moved) {
    for (int table : place.tables()) {
      Kept there = kept[table];
      for (int i = there.first(claim.from, claim.to); there.begins(i, claim.to); i++) {
        if (moved.isEmpty() || !moved.contains(movable(table, i))) {
          return false;
        }
      }
    }
    return true;
  }
}
