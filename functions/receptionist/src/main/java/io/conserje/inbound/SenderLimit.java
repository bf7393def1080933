package io.conserje.inbound;

import io.conserje.venue.VenueId;
import java.time.Instant;

/** How much one sender may ask of one house. Losing the count costs nothing but its protection. */
public interface SenderLimit {

  /** The same event asked again gets the same verdict and counts once. */
  Verdict check(VenueId venue, String sender, String eventId, Instant now);

  /** What becomes of a message. */
  enum Verdict {
    ANSWER,
    /** The first one over the limit: one polite line. */
    SAY_ONCE,
    SILENCE
  }
}
