package io.conserje.outbound;

import io.conserje.venue.VenueId;
import java.util.UUID;

/** What the house writes to a guest first, and not as an answer. */
public interface Notices {

  /**
   * Writes it in the transaction of the caller, into the guest's conversation with the house, which
   * is begun if there is none. Due at once; the same key again writes nothing.
   */
  Said say(Notice notice);

  /** Whether the house could write to this number at all. */
  boolean reaches(VenueId venue, String phone);

  /** What became of a notice. */
  sealed interface Said {
    record Written(UUID conversation) implements Said {}

    /** The number is none a message can be sent to, or the house has no address of its own. */
    record Unreachable() implements Said {}
  }
}
