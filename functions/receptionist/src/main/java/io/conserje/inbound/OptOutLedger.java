package io.conserje.inbound;

import io.conserje.outbound.OptOuts;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A ledger that obeys a guest who wants no more messages: STOP or BAJA, alone in a message, until
 * START or ALTA. It is told the guest once more, where no provider says it. What is obeyed and what
 * is recorded are one step: a death in between leaves a message that comes again and finds nothing
 * done.
 */
public final class OptOutLedger implements InboundLedger {

  /** A guest's word, as a provider that knows such words reports it. */
  static final String STOP = "stop";

  static final String START = "start";

  /** What a carrier obeys by itself, and confirms. */
  private static final Set<String> OF_CARRIERS =
      Set.of("stop", "stopall", "unsubscribe", "revoke", "optout", "start", "unstop");

  private static final Set<String> STOPPING =
      Set.of(
          "stop",
          "stopall",
          "stop all",
          "unsubscribe",
          "revoke",
          "optout",
          "opt out",
          "baja",
          "darme de baja",
          "dar de baja",
          "quiero darme de baja");

  private static final Set<String> STARTING =
      Set.of("start", "unstop", "alta", "darme de alta", "dar de alta", "quiero darme de alta");

  private final InboundLedger ledger;
  private final OptOuts optOuts;

  public OptOutLedger(InboundLedger ledger, OptOuts optOuts) {
    this.ledger = ledger;
    this.optOuts = optOuts;
  }

  @Override
  public Entry record(
      InboundMessage message,
      Venue venue,
      boolean overLimit,
      Function<Locale, String> politeLine,
      Instant now) {
    if (says(message, STOP, STOPPING)) {
      return optOuts.together(venue.id(), () -> stop(message, venue, now));
    }
    if (says(message, START, STARTING)) {
      return optOuts.together(
          venue.id(),
          () ->
              start(message, venue, now)
                  .orElseGet(() -> ledger.record(message, venue, overLimit, politeLine, now)));
    }
    return ledger.record(message, venue, overLimit, politeLine, now);
  }

  /** The wish of a guest who has been forgotten since went with them. */
  private Entry stop(InboundMessage message, Venue venue, Instant now) {
    Function<Locale, String> line =
        confirmed(message) ? null : language -> OptOutWording.in(language).stopped(venue.name());
    Entry entry = ledger.record(message.as(STOP), venue, false, line, now);
    if (!entry.equals(Entry.FORGOTTEN)) {
      optOuts.stop(venue.id(), message.guestAddress(), message.channel(), now);
    }
    return entry;
  }

  /** Empty from somebody who had not stopped: then it is a word like any other. */
  private Optional<Entry> start(InboundMessage message, Venue venue, Instant now) {
    if (!optOuts.start(venue.id(), message.guestAddress(), message.channel())) {
      return Optional.empty();
    }
    Function<Locale, String> line =
        confirmed(message) ? null : language -> OptOutWording.in(language).started(venue.name());
    return Optional.of(ledger.record(message.as(START), venue, false, line, now));
  }

  private static boolean says(InboundMessage message, String kind, Set<String> words) {
    boolean carried = message.channel() == Channel.SMS || message.channel() == Channel.WHATSAPP;
    boolean written = message.kind().equals("text") || message.isButton();
    return message.kind().equals(kind)
        || carried && written && words.contains(plain(message.text()));
  }

  /** Whether the provider has told the guest already. */
  private static boolean confirmed(InboundMessage message) {
    boolean reported = message.kind().equals(STOP) || message.kind().equals(START);
    return reported
        || message.channel() == Channel.SMS && OF_CARRIERS.contains(plain(message.text()));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z]+", " ")
        .strip();
  }

  @Override
  public Optional<Entry> find(String provider, String eventId) {
    return ledger.find(provider, eventId);
  }

  @Override
  public void noVenue(InboundMessage message, Instant now) {
    ledger.noVenue(message, now);
  }

  @Override
  public void report(DeliveryReport report, UUID conversation, Instant now) {
    ledger.report(report, conversation, now);
  }
}
