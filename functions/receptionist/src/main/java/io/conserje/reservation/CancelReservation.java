package io.conserje.reservation;

import io.conserje.reservation.MoveReservation.Request;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;

/** Gives a table back. */
public final class CancelReservation {

  private final TableBook book;
  private final MoveReservation moves;

  public CancelReservation(TableBook book) {
    this.book = book;
    this.moves = new MoveReservation(book);
  }

  /** Calls it off, as long as the party has not sat down; a late one is said and written down. */
  public Outcome cancel(Venue venue, String reference, Asker by, String key, Instant now) {
    Request asked = new Request("cancel", venue, reference, by, key, now);
    return moves.move(
        asked,
        reservation -> cancel(reservation, asked),
        (reservation, first) -> ToTell.again(venue, reservation, first));
  }

  private Outcome cancel(Reservation reservation, Request asked) {
    if (!(reservation.standing() instanceof Standing.Open open)
        || !reservation.period().to().isAfter(asked.now())) {
      return new Refused(Refusal.TOO_LATE);
    }
    Duration ahead = Duration.between(asked.now(), reservation.period().from());
    boolean late =
        open instanceof Standing.Confirmed
            && ahead.compareTo(asked.venue().rules().policy().freeCancellation()) < 0;
    Act act = asked.act(late ? ToTell.CALLED_OFF_LATE : "called off");
    return new Done(book.move(reservation, open.cancel(), act), ToTell.calledOff(late));
  }
}
