package io.conserje.reservation;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.UUID;

/**
 * Which references of bookings made elsewhere were told in a conversation, and with what success.
 */
public interface ReferenceChecks {

  /** Whether somebody of this conversation told the reference and whose booking it is. */
  boolean passed(VenueId venue, UUID conversation, String reference);

  /** How often somebody was wrong since then: in this conversation, or about this reference. */
  int failed(VenueId venue, UUID conversation, String reference, Instant since);

  void note(VenueId venue, UUID conversation, String reference, boolean passed, Instant at);
}
