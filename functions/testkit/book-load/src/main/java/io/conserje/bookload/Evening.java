package io.conserje.bookload;

import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How full a house is on the evening, as its clients know it. */
record Evening(Venue venue, AtomicLong minutes) {

  static final double LEAST = 0.60;
  static final double MOST = 0.95;

  /** Guests arrive for three hours, and few tables are laid more than twice. */
  private static final long TURNS_MINUTES = 210;

  Evening(Venue venue) {
    this(venue, new AtomicLong());
  }

  void add(Reservation reservation, int sign) {
    if (reservation.standing() instanceof Standing.KeepsTable) {
      long stay =
          Duration.between(reservation.period().from(), reservation.period().to()).toMinutes();
      minutes.addAndGet(sign * stay * reservation.tables().size());
    }
  }

  /** The part of the tables' time between eight and half past eleven that is taken. */
  double full() {
    return minutes.get() / (double) (TURNS_MINUTES * venue.room().tables().size());
  }
}
