package io.conserje.reservation;

import io.conserje.venue.DiningRoom;
import io.conserje.venue.DiningTable;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.OpeningHours.Arrival;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every place of a house, and which of them would do for a party. */
final class Places {

  private final Venue venue;
  private final List<Place> all = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int largest;

  /** A month has hundreds of times and one party. */
  private final Map<Asked, List<Place>> known = new ConcurrentHashMap<>();

  /** When guests may arrive on the days asked about. */
  private final Map<LocalDate, List<Arrival>> days = new ConcurrentHashMap<>();

  private static final int MOST_DAYS = 400;

  private record Asked(Party party, String zone, boolean soon) {}

  Places(Venue venue) {
    this.venue = venue;
    DiningRoom room = venue.room();
    for (DiningTable table : room.tables()) {
      numbers.put(table.name(), numbers.size());
      all.add(place(List.of(table), table.seats(), table.fewest(), false));
      if (table.extended() > table.seats()) {
        int fewest = Math.max(table.fewest(), table.seats() + 1);
        all.add(place(List.of(table), table.extended(), fewest, true));
      }
    }
    room.joins().forEach(join -> all.add(joined(join, room)));
    this.largest = all.stream().mapToInt(Place::seats).max().orElse(0);
  }

  private Place joined(JoinedTables join, DiningRoom room) {
    List<DiningTable> tables =
        join.tables().stream().map(name -> room.table(name).orElseThrow()).toList();
    return place(tables, join.seats(), join.fewest(), false);
  }

  private Place place(List<DiningTable> tables, int seats, int fewest, boolean extended) {
    return new Place(venue.room().tables(), tables, seats, fewest, extended);
  }

  Venue venue() {
    return venue;
  }

  /** Which table of the room that is; negative for none. */
  int table(String name) {
    return numbers.getOrDefault(name, -1);
  }

  /** When guests may arrive on a day, in order. */
  List<Arrival> arrivals(LocalDate day) {
    if (days.size() >= MOST_DAYS) {
      days.clear();
    }
    return days.computeIfAbsent(day, d -> venue.hours().arrivals(d, venue.zone()));
  }

  /** Whether any place is large enough. */
  boolean seat(int size) {
    return largest >= size;
  }

  List<Place> forParty(Wish wish) {
    return wish.byHand()
        ? suitable(wish.party(), wish.zone()).toList()
        : forParty(wish.party(), wish.zone(), wish.begins().toInstant(), wish.now());
  }

  /**
   * The places that would do, whether free or not, the one the house would give first before the
   * others. Large tables are kept for large parties until shortly before the service.
   *
   * @param zone where the party wishes to sit, or empty
   */
  List<Place> forParty(Party party, String zone, Instant arrives, Instant now) {
    boolean soon = Duration.between(now, arrives).compareTo(venue.rules().largeTablesUntil()) < 0;
    return known.computeIfAbsent(new Asked(party, zone, soon), this::find);
  }

  private List<Place> find(Asked asked) {
    int size = asked.party.size();
    return suitable(asked.party, asked.zone)
        .filter(place -> place.fewest() <= size || asked.soon && !place.extended())
        .toList();
  }

  private Stream<Place> suitable(Party party, String zone) {
    return all.stream()
        .filter(place -> place.seats() >= party.size())
        .filter(place -> suits(place, party, zone))
        .sorted(Place.cheapestFor(party.size()));
  }

  private boolean suits(Place place, Party party, String zone) {
    return (zone.isEmpty() || place.zones().stream().allMatch(zone::equals))
        && (!party.pets() || place.zones().stream().allMatch(venue.room()::pets))
        && (!party.wheelchair() || place.wheelchair());
  }
}
