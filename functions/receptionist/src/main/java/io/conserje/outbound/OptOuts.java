package io.conserje.outbound;

import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.function.Supplier;

/** Guests who do not want to be written to, until they say otherwise. */
public interface OptOuts {

  /** All that {@code work} does at this house takes effect together, or nothing of it does. */
  <T> T together(VenueId venue, Supplier<T> work);

  /** What the guest says over one channel counts for all of them. */
  void stop(VenueId venue, String address, Channel over, Instant now);

  /**
   * Takes back what the guest said over any channel, and what the provider of this one said.
   *
   * @return whether there was anything to take back
   */
  boolean start(VenueId venue, String address, Channel over);
}
