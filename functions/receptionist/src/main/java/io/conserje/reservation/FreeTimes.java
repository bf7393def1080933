package io.conserje.reservation;

import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a party could come, day by day: one look at the book however many days are asked for. */
public final class FreeTimes {

  public static final int MOST_DAYS = 31;

  private final FindTable find;

  public FreeTimes(TableBook book) {
    this.find = new FindTable(book);
  }

  /**
   * @param to the last day, at most 31 days from {@code from} on
   * @return every day with its free times, in the venue's own time, possibly none
   */
  public Map<LocalDate, List<LocalDateTime>> between(
      Venue venue, LocalDate from, LocalDate to, Party party, String zone, Instant now) {
    LocalDate farthest = from.plusDays(MOST_DAYS - 1);
    LocalDate last = to.isBefore(farthest) ? to : farthest;
    Map<LocalDate, List<LocalDateTime>> free = new LinkedHashMap<>();
    if (last.isBefore(from)) {
      return free;
    }
    Evening days = find.evening(venue, stretch(venue, from, last), null);
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
      free.put(day, on(day, venue, party, zone, now, days));
    }
    return free;
  }

  /** Why there is none on any day for such a party; empty when it depends on the book. */
  public Optional<Refusal> never(Venue venue, Party party, String zone, Instant now) {
    LocalDateTime whenever = now.atZone(venue.zone()).toLocalDateTime();
    return find.never(new Wish(venue, whenever, party, zone, now, null));
  }

  static Period stretch(Venue venue, LocalDate from, LocalDate to) {
    return new Period(
        from.minusDays(1).atStartOfDay(venue.zone()).toInstant(),
        to.plusDays(2).atStartOfDay(venue.zone()).toInstant());
  }

  private static List<LocalDateTime> on(
      LocalDate day, Venue venue, Party party, String zone, Instant now, Evening days) {
    List<LocalDateTime> free = new ArrayList<>();
    for (var arrival : days.arrivals(day)) {
      LocalDateTime at = arrival.at().toLocalDateTime();
      if (days.free(new Wish(venue, at, party, zone, now, arrival.sitting()))) {
        free.add(at);
      }
    }
    return free;
  }
}
