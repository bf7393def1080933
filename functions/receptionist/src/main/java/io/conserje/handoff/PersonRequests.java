package io.conserje.handoff;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What waits for a person of the house. */
public interface PersonRequests {

  /**
   * Notes it down, in the transaction of the caller. One conversation has one open request of a
   * kind: asked again it is brought up to date.
   *
   * @return whether it is a new one
   */
  boolean note(VenueId venue, PersonRequest request);

  /**
   * Somebody of whom a group waits for a person has booked a table: if it may be for the same day,
   * nobody has to see to it any more; else the person is told. Does nothing where none is open.
   *
   * @param day of the booking, in the venue's own time
   * @param note what the person should know
   */
  void booked(VenueId venue, UUID conversation, LocalDate day, String note, Instant now);
}
