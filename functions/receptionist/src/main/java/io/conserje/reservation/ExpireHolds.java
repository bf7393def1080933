package io.conserje.reservation;

import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;

/** Gives back the tables nobody said yes to in time. */
public final class ExpireHolds {

  private final TableBook book;

  public ExpireHolds(TableBook book) {
    this.book = book;
  }

  /** The reservations that expired now. */
  public List<Reservation> expire(Venue venue, Instant now) {
    return book.changing(
        venue.id(),
        () ->
            book.lapsed(venue.id(), now).stream()
                .filter(r -> r.standing() instanceof Standing.Expiring)
                .map(r -> expire(r, now))
                .toList());
  }

  private Reservation expire(Reservation reservation, Instant now) {
    Standing.Expiring waiting = (Standing.Expiring) reservation.standing();
    Act act = new Act("expiry:" + reservation.id(), "house", "nobody said yes in time", now);
    return book.move(reservation, waiting.expire(), act);
  }
}
