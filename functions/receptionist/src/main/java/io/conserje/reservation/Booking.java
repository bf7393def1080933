package io.conserje.reservation;

import java.time.ZonedDateTime;
import java.util.List;

/** The answer to a wish for a table. */
public sealed interface Booking {

  record Booked(Reservation reservation) implements Booking {}

  /**
   * @param alternatives the nearest times that are free for this party, best first, in the venue's
   *     zone
   */
  record Refused(Refusal why, List<ZonedDateTime> alternatives) implements Booking {}
}
