package io.conserje.waitlist;

import io.conserje.reservation.Party;
import io.conserje.reservation.Wish;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody waits for. All times are the venue's own.
 *
 * @param from the earliest time that would do
 * @param until the latest; the same as {@code from} for one time only
 * @param zone where in the house, or empty for anywhere
 */
public record Wanted(LocalDateTime from, LocalDateTime until, Party party, String zone) {

  /** Longer than any evening. */
  private static final long MOST_HOURS = 12;

  public Wanted {
    from = from.truncatedTo(ChronoUnit.MINUTES);
    until = until.truncatedTo(ChronoUnit.MINUTES);
  }

  public LocalDate day() {
    return from.toLocalDate();
  }

  boolean makesSense() {
    return !until.isBefore(from) && !until.isAfter(from.plusHours(MOST_HOURS));
  }

  /** Every table that would do, the earliest first. */
  List<Wish> wishes(Venue venue, Instant now) {
    Stream<LocalDateTime> slots =
        Stream.of(day(), until.toLocalDate())
            .distinct()
            .flatMap(day -> venue.hours().slots(day, venue.zone()).stream())
            .map(slot -> slot.toLocalDateTime())
            .filter(at -> at.isAfter(from) && !at.isAfter(until));
    return Stream.concat(Stream.of(from), slots)
        .distinct()
        .sorted()
        .map(at -> Wish.of(venue, at, party, zone, now))
        .toList();
  }

  boolean overlaps(Wanted other) {
    return !from.isAfter(other.until) && !other.from.isAfter(until);
  }
}
