package io.conserje.inbound;

import io.conserje.conversation.Wakeups;
import io.conserje.conversation.Wordings;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.SenderLimit.Verdict;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a guest's message into the house: once, whatever the provider or the queue repeats. It
 * answers nothing; it only sees to it that somebody will.
 */
public final class RecordInbound {

  private static final Logger LOG = LoggerFactory.getLogger(RecordInbound.class);

  /** What a message waits for others: those in quick succession are one turn. */
  public static final Duration BREATH = Duration.ofSeconds(1);

  private final InboundLedger ledger;
  private final Venues venues;
  private final SenderLimit limit;
  private final Wakeups wakeups;
  private final InstantSource clock;
  private final Supplier<Duration> breath;

  public RecordInbound(
      InboundLedger ledger,
      Venues venues,
      SenderLimit limit,
      Wakeups wakeups,
      InstantSource clock) {
    this(ledger, venues, limit, wakeups, clock, () -> BREATH);
  }

  /**
   * @param breath what a message waits for others that are answered with it
   */
  public RecordInbound(
      InboundLedger ledger,
      Venues venues,
      SenderLimit limit,
      Wakeups wakeups,
      InstantSource clock,
      Supplier<Duration> breath) {
    this.ledger = ledger;
    this.venues = venues;
    this.limit = limit;
    this.wakeups = wakeups;
    this.clock = clock;
    this.breath = breath;
  }

  public void record(InboundMessage message) {
    ledger
        .find(message.provider(), message.eventId())
        .or(() -> recordNew(message))
        .ifPresent(entry -> remind(entry, message));
  }

  private void tell(Entry entry, Venue venue) {
    LOG.atInfo()
        .addKeyValue("venue", venue.id().value())
        .addKeyValue("conversation", entry.conversation())
        .log("A guest's message is recorded.");
  }

  private Optional<Entry> recordNew(InboundMessage message) {
    Instant now = clock.instant();
    Optional<Entry> entry =
        at(message, message.houseAddress(), now).or(() -> at(message, message.otherAddress(), now));
    if (entry.isEmpty()) {
      LOG.warn(
          "Event {} was written to an address of no house. It is in the ledger; add the address to"
              + " a venue and ask the guest to write again.",
          message.eventId());
      ledger.noVenue(message, now);
    }
    return entry;
  }

  /** Empty for an address of no house. */
  private Optional<Entry> at(InboundMessage message, String address, Instant now) {
    return Optional.ofNullable(address)
        .flatMap(known -> venues.byAddress(message.channel(), known))
        .map(venue -> recordAt(venue, message.to(address), now));
  }

  private Entry recordAt(Venue venue, InboundMessage message, Instant now) {
    Verdict verdict = limit.check(venue.id(), message.guestAddress(), message.eventId(), now);
    Function<Locale, String> politeLine =
        verdict == Verdict.SAY_ONCE ? language -> Wordings.in(language).tooManyMessages() : null;
    Entry entry = ledger.record(message, venue, verdict != Verdict.ANSWER, politeLine, now);
    if (entry.equals(Entry.FORGOTTEN)) {
      LOG.info("A message is not recorded: its guest has been forgotten since it came in.");
    } else {
      tell(entry, venue);
    }
    return entry;
  }

  private void remind(Entry entry, InboundMessage message) {
    if (entry.answerable()) {
      wakeups.turnDue(entry.conversation(), entry.position(), delay(message));
    }
    if (entry.hasNotice()) {
      wakeups.outboxDue(entry.conversation(), Duration.ZERO, null);
    }
  }

  private Duration delay(InboundMessage message) {
    boolean nothingMoreToCome = message.isButton() || message.channel() == Channel.WEBCHAT;
    return nothingMoreToCome ? Duration.ZERO : breath.get();
  }
}
