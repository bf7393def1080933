package io.conserje.inbound;

import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Every provider event once, keyed by the provider's own id. */
public interface InboundLedger {

  /** What a known event came to; empty for a new one. */
  Optional<Entry> find(String provider, String eventId);

  /**
   * Writes the event, its conversation and its message in one transaction; for a known event it
   * changes nothing and returns what the first time came to. Of a guest who has been forgotten
   * since it came in it keeps that it came, and nothing else.
   *
   * @param politeLine for a guest over the limit: what to answer once, in the language of the
   *     conversation, or null for silence
   */
  Entry record(
      InboundMessage message,
      Venue venue,
      boolean overLimit,
      Function<Locale, String> politeLine,
      Instant now);

  /** Notes an event that belongs to no house, so that it can be found. */
  void noVenue(InboundMessage message, Instant now);

  /** Notes a status report, once. */
  void report(DeliveryReport report, UUID conversation, Instant now);

  /**
   * @param conversation null for {@link #FORGOTTEN}
   * @param answerable whether the message still waits for an answer
   * @param hasNotice whether a line was put in the outbox
   */
  record Entry(UUID conversation, long position, boolean answerable, boolean hasNotice) {

    /** Of what came in before its guest was forgotten, and is recorded only now. */
    public static final Entry FORGOTTEN = new Entry(null, 0, false, false);
  }
}
