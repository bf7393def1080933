package io.conserje.call.out;

import io.conserje.call.out.OutgoingCall.Kind;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Calls the house makes, as they are written down. Each verb is one transaction. */
public interface OutgoingCalls {

  /**
   * A call that is wished for.
   *
   * @param key what it is about: ordered once per house and key
   * @param language null for the one in which the guest was talked to last
   * @param dueAt when it may ring first
   */
  record Order(
      VenueId venue,
      String key,
      Kind kind,
      String provider,
      String from,
      String to,
      String purpose,
      Locale language,
      boolean leavesMessage,
      int attempt,
      Instant dueAt) {}

  /**
   * @param isNew false where the same was ordered before
   */
  record Ordered(OutgoingCall call, boolean isNew) {}

  /** Written before anybody rings; it stands in the list of calls from then on. */
  Ordered order(Order order, Instant now);

  /**
   * The same, unless something speaks against it that is asked while nobody else orders for this
   * house.
   *
   * @return empty where it does
   */
  Optional<Ordered> order(Order order, BooleanSupplier unless, Instant now);

  Optional<OutgoingCall> find(UUID id);

  /** By the key it was ordered with. */
  Optional<OutgoingCall> ordered(VenueId venue, String key);

  Optional<OutgoingCall> of(String provider, String providerCallId);

  /** The one that waits for its time, held until {@code now + hold}; empty for any other. */
  Optional<OutgoingCall> claim(UUID id, Instant now, Duration hold);

  /** The provider has it, whoever says so first. */
  void rings(UUID id, String providerCallId, String control, Instant now);

  /**
   * It waits on.
   *
   * @param perhapsTaken whether the provider may have it all the same, and is asked before it is
   *     given to it again
   */
  void later(UUID id, Instant dueAt, boolean perhapsTaken, String reason);

  /**
   * Somebody picked up, or something did.
   *
   * @param by {@code person} or {@code machine}, empty where nobody knows yet; a machine is known
   *     later than that it was answered
   */
  void answered(UUID id, String by, Instant now);

  /**
   * @param reason the provider's word, or ours
   * @return false where it was over already
   */
  boolean over(UUID id, String reason, Instant now);

  /** How many calls to this number, or where it is null to all guests, were ordered since. */
  int orderedSince(VenueId venue, String to, Instant since);

  /** Whether the guest has said that they do not want to hear from the house. */
  boolean isUnwanted(VenueId venue, String to);

  /** Whether this is a number of any house: it would be us who picks up. */
  boolean isAnsweredHere(String number);

  /** The house's own numbers, the one it calls from first. */
  List<String> numbers(VenueId venue);

  /** Who carried the last call to this number of the house; empty where none came. */
  Optional<String> carrierOf(VenueId venue, String from);

  /** Those that wait and whose time has come, of all houses. */
  List<UUID> due(Instant now, int most);
}
