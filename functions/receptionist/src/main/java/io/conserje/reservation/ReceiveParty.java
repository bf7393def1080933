package io.conserje.reservation;

import io.conserje.reservation.MoveReservation.Request;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What staff write down on the evening: the party sat down, left, or never came. */
public final class ReceiveParty {

  /** Nobody is seated longer than this before their time. */
  private static final Duration EARLY = Duration.ofHours(3);

  private final TableBook book;
  private final MoveReservation moves;

  public ReceiveParty(TableBook book) {
    this.book = book;
    this.moves = new MoveReservation(book);
  }

  /** A party that comes early has its table from now on, if nobody else has it till then. */
  public Outcome seat(Venue venue, String reference, String key, Instant now) {
    Request asked = new Request("seat", venue, reference, Asker.STAFF, key, now);
    return moves.move(
        asked,
        reservation -> {
          if (!(reservation.standing() instanceof Standing.Confirmed confirmed)) {
            return new Refused(Refusal.TOO_LATE);
          }
          if (now.isBefore(reservation.period().from().minus(EARLY))) {
            return new Refused(Refusal.TOO_EARLY);
          }
          return othersSitThere(reservation, now)
              ? new Refused(Refusal.TABLE_TAKEN)
              : moves.done(reservation, confirmed.seat(), asked.act("sat down"));
        });
  }

  private boolean othersSitThere(Reservation reservation, Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    if (!minute.isBefore(reservation.period().from())) {
      return false;
    }
    Period tillThen = new Period(minute, reservation.period().from());
    Page page = book.page(reservation.venue(), tillThen, reservation);
    return reservation.tables().stream().anyMatch(table -> page.kept(table).during(tillThen));
  }

  public Outcome finish(Venue venue, String reference, String key, Instant now) {
    Request asked = new Request("finish", venue, reference, Asker.STAFF, key, now);
    return moves.move(
        asked,
        reservation ->
            reservation.standing() instanceof Standing.Seated seated
                ? moves.done(reservation, seated.finish(), asked.act("left"))
                : new Refused(Refusal.TOO_LATE));
  }

  /** Only once the house's grace is over. */
  public Outcome missed(Venue venue, String reference, String key, Instant now) {
    Request asked = new Request("no-show", venue, reference, Asker.STAFF, key, now);
    Duration grace = venue.rules().policy().noShowGrace();
    return moves.move(
        asked,
        reservation -> {
          if (!(reservation.standing() instanceof Standing.Confirmed confirmed)) {
            return new Refused(Refusal.TOO_LATE);
          }
          return now.isBefore(reservation.period().from().plus(grace))
              ? new Refused(Refusal.TOO_EARLY)
              : moves.done(reservation, confirmed.missed(), asked.act("did not come"));
        });
  }
}
