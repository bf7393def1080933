package io.conserje.stay;

import io.conserje.reservation.Period;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** When stays begin and end in one house, by its own clock. */
record HouseTimes(Venue venue) {

  Instant checkIn(LocalDate day) {
    return at(day, venue.lodging().checkIn());
  }

  Instant checkOut(LocalDate day) {
    return at(day, venue.lodging().checkOut());
  }

  Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(venue.zone()).toInstant();
  }

  LocalDate day(Instant instant) {
    return instant.atZone(venue.zone()).toLocalDate();
  }

  /** From the guest's arrival until the room is ready for the next one. */
  Period roomTime(Nights nights, Hours hours) {
    LocalTime from = hours.from() == null ? venue.lodging().checkIn() : hours.from();
    LocalTime until = hours.until() == null ? venue.lodging().checkOut() : hours.until();
    return new Period(at(nights.arrival(), from), cleaned(nights.departure(), until));
  }

  /**
   * When a room that was left is ready. Counted on the clock on the wall, as check-in is, so that
   * both fall together on any day.
   */
  private Instant cleaned(LocalDate day, LocalTime left) {
    return day.atTime(left)
        .plus(venue.lodging().rules().cleaning())
        .atZone(venue.zone())
        .toInstant();
  }
}
