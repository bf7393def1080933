package io.conserje.reservation;

import io.conserje.reservation.MoveReservation.Request;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.venue.Venue;
import java.time.Instant;

/** The guest says yes to a table that is held or was asked about. */
public final class ConfirmReservation {

  private final MoveReservation moves;

  public ConfirmReservation(TableBook book) {
    this.moves = new MoveReservation(book);
  }

  /** A booking that is confirmed already stays so, and that is a yes too. */
  public Outcome confirm(Venue venue, String reference, Asker by, String key, Instant now) {
    Request asked = new Request("confirm", venue, reference, by, key, now);
    return moves.move(asked, reservation -> confirm(reservation, asked));
  }

  private Outcome confirm(Reservation reservation, Request asked) {
    return switch (reservation.standing()) {
      case Standing.Confirmed _ -> new Done(reservation);
      case Standing.Expiring waiting when waiting.until().isAfter(asked.now()) ->
          moves.done(reservation, waiting.confirm(), asked.act("confirmed"));
      default -> new Refused(Refusal.TOO_LATE);
    };
  }
}
