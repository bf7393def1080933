package io.conserje.call;

import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Telephone calls, whoever carries them. Each verb is one transaction. */
public interface Calls {

  /**
   * @param guest the name may be empty; the phone is empty where the caller hides it
   * @param language in which the conversation is held so far
   */
  record Known(UUID call, UUID conversation, Guest guest, Locale language) {}

  /** The call with its conversation; both are begun where nobody has heard of them. */
  Known open(CallPlace place, Venue venue, CallState state, Instant now);

  /** In which house a call is that was heard of before. */
  Optional<VenueId> houseOf(String provider, String callId);

  /**
   * Takes in one piece of news, once, whenever and in whatever order it comes.
   *
   * @return false for news that were known
   */
  boolean record(CallEvent event, Venue venue, Instant now);

  /** Whether a piece of news of this name was taken in before. */
  boolean knows(CallPlace place, String name, Venue venue);

  /** When somebody first answered it, or else when it was first heard of. */
  Instant began(Venue venue, UUID call);

  /** News of a call to an address that is no house's. */
  void noVenue(CallEvent event, Instant now);

  /**
   * Runs a tool call of whoever speaks in the call, once: the effect and its result are one
   * transaction. Asked again, returns the first result.
   *
   * @param call its id is unique within the telephone call
   * @param speaker which model wished it
   * @param effect gets the key of the call
   */
  ToolResult once(
      Venue venue,
      Known known,
      ToolCall call,
      String speaker,
      Function<String, ToolResult> effect,
      Instant now);

  /**
   * Calls whose end nobody has reported, and of which nothing was heard since {@code quietSince};
   * those asked about since then are left out.
   */
  List<Unreported> unreported(String provider, Instant quietSince, int most);

  /**
   * @param state how far it is known to have come
   * @param heardAt when there was last news of it, or a word in it
   * @param asked how often the provider was asked about it
   */
  record Unreported(VenueId venue, CallPlace place, CallState state, Instant heardAt, int asked) {}

  /** The provider was asked and had nothing final to say. */
  void asked(VenueId venue, CallPlace place, Instant now);
}
