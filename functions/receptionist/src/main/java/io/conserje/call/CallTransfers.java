package io.conserje.call;

import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom of the house a caller was put through to, one after the other. Each verb is one transaction.
 */
public interface CallTransfers {

  /**
   * @param call as in {@link Calls.Known}
   * @param position 0 for the first
   */
  void rings(Venue venue, UUID call, int position, String to, Instant now);

  /**
   * @param control under what the provider takes commands for that telephone
   */
  void rungAs(Venue venue, UUID call, int position, String control);

  /**
   * Whoever was rung.
   *
   * @param to as it was given to {@link #rings}
   * @param control empty where the provider said none
   */
  record Rung(int position, String to, String control, boolean isRinging, boolean isTaken) {}

  /** Who was rung last for this call. */
  Optional<Rung> last(Venue venue, UUID call);

  /** The one for whom the provider takes commands under this. */
  Optional<Rung> under(Venue venue, UUID call, String control);

  /** Somebody there has said that they take it. */
  void taken(Venue venue, UUID call, int position);

  /**
   * It is over; one that nobody has taken has come to nothing.
   *
   * @param reason the provider's word
   * @return whether it had been taken
   */
  boolean ended(Venue venue, UUID call, int position, String reason, Instant now);
}
