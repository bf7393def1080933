package io.conserje.waitlist;

import io.conserje.guest.Guest;
import io.conserje.reservation.Reservation;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody on the waitlist of a house.
 *
 * @param number the order in which they joined
 * @param channel over which they joined
 * @param conversation where they joined, or null
 */
public record WaitlistEntry(
    UUID id,
    VenueId venue,
    long number,
    InLine standing,
    Wanted wanted,
    Guest guest,
    Reservation.Details details,
    Channel channel,
    UUID conversation,
    Instant joinedAt) {

  /** Of the call that holds a table for them: there is one at most. */
  public String offerKey() {
    return "waitlist:" + id;
  }

  /** Whether they wait, or have an offer they have not answered. */
  public boolean inLine() {
    return standing instanceof InLine.Waiting || standing instanceof InLine.Offered;
  }
}
