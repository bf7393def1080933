package io.conserje.connectors.postgres;

import io.conserje.reservation.Party;
import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseRules;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.StayLength;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The book as the house's rules describe it, kept in plain lists: it tries every table and every
 * declared join, and knows no index, no page and no plan.
 */
final class NaiveBook {

  private static final int MOST_MOVED = 2;

  final Venue venue;
  final NaiveHours hours;
  final List<Booking> bookings = new ArrayList<>();
  final List<Blocked> blocks = new ArrayList<>();

  NaiveBook(Venue venue) {
    this.venue = venue;
    this.hours = new NaiveHours(venue.hours(), venue.zone());
  }

  record Blocked(UUID id, String table, Instant from, Instant to) {}

  /** A reservation, in words a person would note beside it. */
  static final class Booking {
    UUID id;
    String reference;
    String phone;
    String state;
    Instant until;
    Party party;
    String zone;
    Instant from;
    Instant to;

    /** When the table is free again. */
    Instant kept;

    /** The minute an early party sat down; null for who came at its time. */
    Instant early;

    /** The minute the party left; null while it has not. */
    Instant left;

    Set<String> tables = Set.of();
    boolean told;

    boolean keepsTable() {
      return Set.of("held", "pending", "confirmed", "seated").contains(state);
    }

    boolean open() {
      return Set.of("held", "pending", "confirmed").contains(state);
    }

    boolean waiting() {
      return Set.of("held", "pending").contains(state);
    }

    boolean lapsed(Instant now) {
      return waiting() && !until.isAfter(now);
    }

    /** A party that has left leaves the time to lay its table again behind. */
    private Instant laid() {
      return left.plus(Duration.between(to, kept));
    }

    /** Since when it has its table. */
    Instant since() {
      return early == null ? from : early;
    }

    /** Until when it has its table; null for not at all. */
    Instant has() {
      if (keepsTable()) {
        return kept;
      }
      return "finished".equals(state) && left.isAfter(since())
          ? laid().isBefore(kept) ? laid() : kept
          : null;
    }
  }

  record Stretch(Instant from, Instant to) {
    boolean meets(Instant otherFrom, Instant otherTo) {
      return from.isBefore(otherTo) && otherFrom.isBefore(to);
    }
  }

  /** Whether this wish can be met. {@code except} would give up its own place for it. */
  boolean possible(LocalDateTime at, Party party, String zone, Instant now, Booking except) {
    HouseRules rules = venue.rules();
    Instant from = at.atZone(venue.zone()).toInstant();
    Duration ahead = Duration.between(now, from);
    return party.size() >= 1
        && party.size() <= rules.largestParty()
        && from.isAfter(now)
        && ahead.compareTo(rules.notice()) >= 0
        && ahead.compareTo(rules.horizon()) <= 0
        && hours.exists(at)
        && hours.at(at) != null
        && hours.onTheQuarter(at)
        && party.highChairs() >= 0
        && counted(at, party, except)
        && seated(at, party, zone, now, except);
  }

  /** When a party that comes then leaves. */
  Instant leaves(LocalDateTime at, int size) {
    NaiveHours.Window sitting = hours.at(at);
    Instant from = at.atZone(venue.zone()).toInstant();
    Instant to = from.plus(stay(size, sitting.service()));
    for (LocalDateTime end : Arrays.asList(sitting.until(), sitting.closes())) {
      Instant gone = end == null ? null : end.atZone(venue.zone()).toInstant();
      if (gone != null && gone.isAfter(from) && gone.isBefore(to)) {
        to = gone;
      }
    }
    return to;
  }

  Instant kept(LocalDateTime at, int size) {
    return leaves(at, size).plus(venue.rules().buffer());
  }

  private Duration stay(int size, String service) {
    StayLength length = null;
    for (StayLength each : venue.rules().stays()) {
      if (each.upTo() >= size && (length == null || each.upTo() < length.upTo())) {
        length = each;
      }
    }
    return length.byService().getOrDefault(service, length.usual());
  }

  private boolean counted(LocalDateTime at, Party party, Booking except) {
    HouseRules rules = venue.rules();
    Instant from = at.atZone(venue.zone()).toInstant();
    int covers = covers(except).getOrDefault(quarter(from), 0) + party.size();
    if (rules.coversPerQuarter() > 0 && covers > rules.coversPerQuarter()) {
      return false;
    }
    if (party.highChairs() == 0) {
      return true;
    }
    Map<Instant, Integer> chairs = highChairs(except);
    return quarters(from, leaves(at, party.size())).stream()
        .allMatch(q -> chairs.getOrDefault(q, 0) + party.highChairs() <= rules.highChairs());
  }

  /** Guests who arrive, by the quarter of an hour. */
  Map<Instant, Integer> covers(Booking except) {
    Map<Instant, Integer> covers = new TreeMap<>();
    for (Booking booking : bookings) {
      if (booking != except && counts(booking, quarter(booking.from))) {
        covers.merge(quarter(booking.from), booking.party.size(), Integer::sum);
      }
    }
    return covers;
  }

  /** High chairs in use, by every quarter of an hour a party is there. */
  Map<Instant, Integer> highChairs(Booking except) {
    Map<Instant, Integer> chairs = new TreeMap<>();
    for (Booking booking : bookings) {
      for (Instant quarter : quarters(booking.from, booking.to)) {
        if (booking != except && booking.party.highChairs() > 0 && counts(booking, quarter)) {
          chairs.merge(quarter, booking.party.highChairs(), Integer::sum);
        }
      }
    }
    return chairs;
  }

  private static boolean counts(Booking booking, Instant quarter) {
    return booking.keepsTable()
        || "finished".equals(booking.state) && quarter.isBefore(booking.left);
  }

  static Instant quarter(Instant moment) {
    Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
    long minutes = ChronoUnit.MINUTES.between(hour, moment);
    return hour.plus(Duration.ofMinutes(minutes / 15 * 15));
  }

  private static List<Instant> quarters(Instant from, Instant to) {
    List<Instant> quarters = new ArrayList<>();
    for (Instant q = quarter(from); q.isBefore(to); q = q.plus(Duration.ofMinutes(15))) {
      quarters.add(q);
    }
    return quarters;
  }

  private boolean seated(LocalDateTime at, Party party, String zone, Instant now, Booking except) {
    Instant from = at.atZone(venue.zone()).toInstant();
    Instant kept = kept(at, party.size());
    List<Booking> others = bookings.stream().filter(b -> b != except).toList();
    for (Set<String> place : places(party, zone, from, now)) {
      if (free(place, new Stretch(from, kept), others)) {
        return true;
      }
    }
    if (venue.rules().reseat()) {
      for (Set<String> place : places(party, zone, from, now)) {
        if (canBeEmptied(place, new Stretch(from, kept), others, now)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a party that comes early finds its table free. */
  boolean nobodyElseBefore(Booking booking, Instant minute) {
    return !minute.isBefore(booking.from)
        || free(
            booking.tables,
            new Stretch(minute, booking.from),
            bookings.stream().filter(b -> b != booking).toList());
  }

  private boolean free(Set<String> place, Stretch when, List<Booking> others) {
    return blocks.stream().noneMatch(b -> place.contains(b.table()) && when.meets(b.from(), b.to()))
        && sittingThere(place, when, others).isEmpty();
  }

  private static List<Booking> sittingThere(Set<String> place, Stretch when, List<Booking> others) {
    return others.stream()
        .filter(b -> b.has() != null && when.meets(b.since(), b.has()))
        .filter(b -> b.tables.stream().anyMatch(place::contains))
        .toList();
  }

  /**
   * At most two parties who sit there, have not confirmed and were not told their table, and for
   * each of whom there is another place while everybody else stays where they are.
   */
  private boolean canBeEmptied(Set<String> place, Stretch when, List<Booking> others, Instant now) {
    List<Booking> there = sittingThere(place, when, others);
    if (there.isEmpty()
        || there.size() > MOST_MOVED
        || !there.stream().allMatch(b -> b.waiting() && !b.told)) {
      return false;
    }
    Booking newcomer = new Booking();
    newcomer.state = "confirmed";
    newcomer.from = when.from;
    newcomer.kept = when.to;
    newcomer.tables = place;
    List<Booking> rest = new ArrayList<>(others);
    rest.removeAll(there);
    rest.add(newcomer);
    return free(place, when, others.stream().filter(b -> !there.contains(b)).toList())
        && sitElsewhere(there, rest, now);
  }

  private boolean sitElsewhere(List<Booking> moved, List<Booking> rest, Instant now) {
    if (moved.isEmpty()) {
      return true;
    }
    Booking first = moved.getFirst();
    for (Set<String> place : places(first.party, first.zone, first.from, now)) {
      if (!mustBeTold(place) && free(place, new Stretch(first.from, first.kept), rest)) {
        Booking there = new Booking();
        there.state = "confirmed";
        there.from = first.from;
        there.kept = first.kept;
        there.tables = place;
        List<Booking> with = new ArrayList<>(rest);
        with.add(there);
        if (sitElsewhere(moved.subList(1, moved.size()), with, now)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean mustBeTold(Set<String> place) {
    return venue.room().tables().stream()
        .anyMatch(t -> place.contains(t.name()) && !t.tell().isEmpty());
  }

  /** Every table and every declared join where the party may sit, taken or not. */
  List<Set<String>> places(Party party, String zone, Instant arrives, Instant now) {
    boolean soon = Duration.between(now, arrives).compareTo(venue.rules().largeTablesUntil()) < 0;
    List<Set<String>> places = new ArrayList<>();
    for (DiningTable table : venue.room().tables()) {
      boolean enough = party.size() <= table.extended();
      boolean worthIt = party.size() >= table.fewest() || soon && party.size() <= table.seats();
      if (enough && worthIt && suits(table, party, zone)) {
        places.add(Set.of(table.name()));
      }
    }
    for (JoinedTables join : venue.room().joins()) {
      boolean enough = party.size() <= join.seats();
      boolean worthIt = party.size() >= join.fewest() || soon;
      boolean suits =
          join.tables().stream()
              .allMatch(name -> suits(venue.room().table(name).orElseThrow(), party, zone));
      if (enough && worthIt && suits) {
        places.add(new HashSet<>(join.tables()));
      }
    }
    return places;
  }

  private boolean suits(DiningTable table, Party party, String zone) {
    boolean petsThere =
        venue.room().zones().stream().anyMatch(z -> z.name().equals(table.zone()) && z.pets());
    return (zone.isEmpty() || zone.equals(table.zone()))
        && (!party.pets() || petsThere)
        && (!party.wheelchair() || table.wheelchair());
  }

  List<LocalDateTime> freeTimes(LocalDate day, Party party, String zone, Instant now) {
    return hours.slots(day).stream()
        .filter(slot -> possible(slot, party, zone, now, null))
        .toList();
  }
}
