package io.conserje.webchat;

import io.conserje.venue.VenueId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands in a chat's conversation. */
public interface ChatLog {

  /** The conversation of a guest's address; empty before the first message. */
  Optional<UUID> conversation(VenueId venue, String address);

  /**
   * What the house said to one message of the guest's, in order.
   *
   * @param message its position
   */
  Reply replyTo(VenueId venue, UUID conversation, long message);

  /**
   * @param done nothing more is to come: it was answered, or a person answers
   */
  record Reply(boolean done, List<ChatLine> lines) {}

  /**
   * What the house said after one of its lines.
   *
   * @param after its id; null for all
   */
  List<ChatLine> after(VenueId venue, UUID conversation, String after);

  /** Whether the assistant still owes an answer. */
  boolean pending(VenueId venue, UUID conversation);
}
