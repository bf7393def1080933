package io.conserje.reservation;

import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/**
 * A table as a guest wishes for it.
 *
 * @param at in the venue's own time
 * @param zone where in the house, or empty for anywhere
 * @param now when it is asked
 */
public record Wish(Venue venue, LocalDateTime at, int partySize, String zone, Instant now) {

  public ZonedDateTime begins() {
    return at.atZone(venue.zone());
  }

  public Period period() {
    return Period.of(begins().toInstant(), venue.rules().stayOf(partySize, ""));
  }

  public Wish at(ZonedDateTime other) {
    return new Wish(venue, other.toLocalDateTime(), partySize, zone, now);
  }
}
