package io.conserje.call.out;

import io.conserje.venue.CallsOut;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.ZonedDateTime;

/** When a house may call a guest of its own accord, by its own clock. */
final class CallingHours {

  private CallingHours() {}

  static boolean allow(Venue venue, Instant at) {
    CallsOut calls = venue.correspondence().callsOut();
    ZonedDateTime here = at.atZone(venue.zone());
    return !here.toLocalTime().isBefore(calls.from()) && here.toLocalTime().isBefore(calls.until());
  }

  /** The same moment, or the next at which it may. */
  static Instant next(Venue venue, Instant at) {
    if (allow(venue, at)) {
      return at;
    }
    CallsOut calls = venue.correspondence().callsOut();
    ZonedDateTime here = at.atZone(venue.zone());
    ZonedDateTime today = here.with(calls.from());
    return (today.isAfter(here) ? today : here.plusDays(1).with(calls.from())).toInstant();
  }
}
