package io.conserje.reservation;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Gives a table back. */
public final class CancelReservation {

  private final TableBook book;

  public CancelReservation(TableBook book) {
    this.book = book;
  }

  /** Who asks. Nobody cancels what is not theirs. */
  public record By(String phone, UUID conversation, String who) {
    boolean owns(Reservation reservation) {
      return (!phone.isBlank() && reservation.guest().phone().equals(phone))
          || conversation.equals(reservation.conversation());
    }
  }

  /**
   * The reservation as it was; empty when there is none of this reference, it is not theirs, or it
   * is over.
   */
  public Optional<Reservation> cancel(VenueId venue, String reference, By by, Instant now) {
    return book.byReference(venue, reference)
        .filter(by::owns)
        .filter(r -> r.status().canBecome(ReservationStatus.CANCELLED))
        .filter(r -> r.period().to().isAfter(now))
        .filter(r -> book.move(r, ReservationStatus.CANCELLED, by.who(), "guest's wish", now));
  }
}
