package io.conserje.call;

import io.conserje.venue.Venue;
import java.time.Instant;
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

  /** How many were rung for this call. */
  int rung(Venue venue, UUID call);

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
