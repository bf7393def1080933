package io.conserje.stay;

import io.conserje.reservation.Period;
import io.conserje.venue.RoomType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where in a type of room one more stay fits. */
record FreeRooms(RoomType type, Occupancy occupancy) {

  /** Nothing was seen on that side of a stay. */
  private static final Duration UNKNOWN = Duration.ofDays(60);

  /**
   * A room for this claim: the one it names if that is free, else (when it is movable) the best,
   * else what can be had by moving others. Empty when the type is full.
   */
  Optional<Plan> plan(RoomClaim wanted) {
    if (!withinAllotment(wanted.nights())) {
      return Optional.empty();
    }
    if (type.rooms().contains(wanted.room()) && isFree(wanted.room(), wanted.period())) {
      return Optional.of(new Plan(wanted, List.of()));
    }
    return best(wanted)
        .map(room -> new Plan(wanted.in(room), List.of()))
        .or(() -> rearranged(wanted));
  }

  private boolean withinAllotment(Nights nights) {
    return nights.all().stream().allMatch(n -> occupancy.sold(type.name(), n) < type.allotment());
  }

  /**
   * The free room that stands empty the shortest before and after the stay, so that long stays find
   * whole rooms later.
   */
  private Optional<String> best(RoomClaim wanted) {
    return wanted.movable()
        ? free(wanted.period())
            .min(
                Comparator.comparing((String room) -> idle(room, wanted.period()))
                    .thenComparing(Comparator.naturalOrder()))
        : Optional.empty();
  }

  Stream<String> free(Period period) {
    return type.rooms().stream().filter(room -> isFree(room, period));
  }

  private boolean isFree(String room, Period period) {
    return occupancy.claims(room).stream().noneMatch(c -> c.period().overlaps(period));
  }

  /**
   * Gives rooms anew, in the order of arrival: each stay its own room if it can, else any. Without
   * stays that are fixed, this finds a room for everybody whenever there are rooms enough.
   */
  private Optional<Plan> rearranged(RoomClaim wanted) {
    List<RoomClaim> others =
        type.rooms().stream()
            .flatMap(room -> occupancy.claims(room).stream())
            .filter(occupancy::movable)
            .toList();
    FreeRooms settled =
        new FreeRooms(
            type, occupancy.without(c -> type.rooms().contains(c.room()) && occupancy.movable(c)));
    if (wanted.movable()) {
      List<RoomClaim> all = new ArrayList<>(others);
      all.add(wanted);
      return settled.place(all).map(placed -> plan(wanted, placed));
    }
    if (!settled.isFree(wanted.room(), wanted.period())) {
      return Optional.empty();
    }
    settled.occupancy.keep(wanted);
    return settled.place(others).map(placed -> new Plan(wanted, moved(placed)));
  }

  private Plan plan(RoomClaim wanted, List<RoomClaim> placed) {
    RoomClaim claim =
        placed.stream().filter(c -> c.stay().equals(wanted.stay())).findFirst().orElseThrow();
    return new Plan(claim, moved(placed.stream().filter(c -> c != claim).toList()));
  }

  private List<RoomClaim> moved(List<RoomClaim> placed) {
    return placed.stream().filter(c -> !occupancy.claims(c.room()).contains(c)).toList();
  }

  /** Keeps a room for each of these, in the order of arrival, in what was not kept until now. */
  private Optional<List<RoomClaim>> place(List<RoomClaim> stays) {
    List<RoomClaim> placed = new ArrayList<>();
    for (RoomClaim stay : inOrderOfArrival(stays)) {
      Optional<String> room =
          free(stay.period())
              .min(
                  Comparator.comparing((String r) -> !r.equals(stay.room()))
                      .thenComparing(r -> idle(r, stay.period()))
                      .thenComparing(Comparator.naturalOrder()));
      if (room.isEmpty()) {
        return Optional.empty();
      }
      placed.add(stay.in(room.get()));
      occupancy.keep(stay.in(room.get()));
    }
    return Optional.of(placed);
  }

  private static List<RoomClaim> inOrderOfArrival(List<RoomClaim> stays) {
    return stays.stream()
        .sorted(
            Comparator.comparing((RoomClaim c) -> c.period().from()).thenComparing(RoomClaim::stay))
        .toList();
  }

  private Duration idle(String room, Period period) {
    List<Period> kept = occupancy.claims(room).stream().map(RoomClaim::period).toList();
    Instant before =
        kept.stream()
            .map(Period::to)
            .filter(to -> !to.isAfter(period.from()))
            .max(Comparator.naturalOrder())
            .orElse(period.from().minus(UNKNOWN));
    Instant after =
        kept.stream()
            .map(Period::from)
            .filter(from -> !from.isBefore(period.to()))
            .min(Comparator.naturalOrder())
            .orElse(period.to().plus(UNKNOWN));
    return Duration.between(before, period.from()).plus(Duration.between(period.to(), after));
  }
}
