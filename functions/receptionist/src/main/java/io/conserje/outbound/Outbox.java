package io.conserje.outbound;

import io.conserje.inbound.DeliveryReport;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Messages written in the same transaction as what they tell, sent afterwards, in order per
 * conversation.
 */
public interface Outbox {

  /**
   * The next message of a conversation that may be sent, marked as being sent until {@code now +
   * hold}. Earlier messages go first; one that is due later, or being sent by somebody else, holds
   * back those behind it.
   *
   * @param waitedOut the end of a back-off or hold that a delayed reminder has waited out, so that
   *     it counts as over even if the clock stands still; null for none
   */
  Claim claim(UUID conversation, Instant now, Duration hold, Instant waitedOut);

  /** The answer to {@link #claim}. */
  sealed interface Claim {
    record Claimed(OutboundMessage message) implements Claim {}

    /** Somebody else is sending, or the next message is due later. */
    record Wait(Duration howLong, Instant until) implements Claim {}

    record Empty() implements Claim {}
  }

  /** Provider ids already known for messages to this guest, so that none is taken for another. */
  Set<String> knownProviderIds(OutboundMessage message);

  void taken(OutboundMessage message, String provider, String providerMessageId, Instant now);

  void later(OutboundMessage message, String errorCode, String reason, Instant dueAt);

  /**
   * It waits on, and this try does not count.
   *
   * @param tried whether the provider may have it all the same, and is to be asked before the next
   */
  void putBack(OutboundMessage message, boolean tried, String reason, Instant dueAt);

  void failed(OutboundMessage message, String errorCode, String reason, Instant now);

  /**
   * Moves the delivery state forward, never back.
   *
   * @return the message as it stands now; empty when none of ours is meant
   */
  Optional<Reported> report(DeliveryReport report, Delivery state, Instant now);

  /**
   * @param state how far it is, whatever the report said
   */
  record Reported(UUID id, VenueId venue, UUID conversation, Channel channel, Delivery state) {

    public boolean notDelivered() {
      return state == Delivery.UNDELIVERED || state == Delivery.FAILED;
    }
  }

  /**
   * Writes the same text for the first of these channels by which the house can write to the guest;
   * once, however often it is asked. The message itself is over, as not delivered.
   *
   * @return whether it is written, now or before
   */
  boolean elsewhere(
      VenueId venue,
      UUID message,
      List<Channel> channels,
      String errorCode,
      String reason,
      Instant now);

  /** The provider may not write to this guest any more; nothing else will be given to it. */
  void optedOut(VenueId venue, UUID message, String errorCode, String reason, Instant now);
}
