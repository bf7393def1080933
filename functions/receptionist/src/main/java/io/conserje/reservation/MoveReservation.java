package io.conserje.reservation;

import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What all moves of a reservation have in common: found, theirs, once per key, still possible. */
final class MoveReservation {

  private final TableBook book;

  MoveReservation(TableBook book) {
    this.book = book;
  }

  /** Which verb on which reservation, who asks, and the call it comes from. */
  record Request(String verb, Venue venue, String reference, Asker by, String key, Instant now) {

    /** One call may carry several verbs, or touch several reservations. */
    String once() {
      return verb + ":" + reference + ":" + key;
    }

    Act act(String why) {
      return new Act(once(), by.who(), why, now);
    }
  }

  /** For moves of which there is nothing to tell. */
  Outcome move(Request asked, Function<Reservation, Outcome> move) {
    return move(asked, move, (_, _) -> ToTell.NOTHING);
  }

  /**
   * @param told what the call told that did it the first time
   */
  Outcome move(
      Request asked,
      Function<Reservation, Outcome> move,
      BiFunction<Reservation, Act, ToTell> told) {
    return book.changing(
        asked.venue().id(),
        () -> {
          TableBook.Found found = book.find(asked.venue().id(), asked.once(), asked.reference());
          if (found.before().isPresent()) {
            Reservation before = found.before().get();
            Act first = book.act(asked.venue().id(), asked.once()).orElseThrow();
            return new Done(before, told.apply(before, first));
          }
          return found
              .asked()
              .filter(r -> asked.by().mayMove(r, book.checks()))
              .map(move)
              .orElseGet(() -> new Refused(Refusal.NOT_FOUND));
        });
  }

  Outcome done(Reservation reservation, Standing next, Act act) {
    return new Done(book.move(reservation, next, act));
  }
}
