package io.conserje.handoff;

import io.conserje.venue.VenueId;

/** What waits for a person of the house. */
public interface PersonRequests {

  /**
   * Notes it down, in the transaction of the caller. One conversation has one open request of a
   * kind: asked again it is brought up to date.
   */
  void note(VenueId venue, PersonRequest request);
}
