package io.conserje.outbound;

import io.conserje.conversation.Wakeups;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundLedger;
import io.conserje.outbound.Outbox.Reported;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what a provider says became of our messages. Reports come twice, late and in any order.
 */
public final class RecordDelivery {

  private final InboundLedger ledger;
  private final Outbox outbox;
  private final ProviderWords words;
  private final Venues venues;
  private final Wakeups wakeups;
  private final InstantSource clock;

  public RecordDelivery(
      InboundLedger ledger,
      Outbox outbox,
      ProviderWords words,
      Venues venues,
      Wakeups wakeups,
      InstantSource clock) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.words = words;
    this.venues = venues;
    this.wakeups = wakeups;
    this.clock = clock;
  }

  public void record(DeliveryReport report) {
    Instant now = clock.instant();
    Optional<Reported> known =
        words.state(report).flatMap(state -> outbox.report(report, state, now));
    known.filter(Reported::notDelivered).ifPresent(message -> afterwards(message, report, now));
    ledger.report(report, known.map(Reported::conversation).orElse(null), now);
  }

  /** Every repetition of the report comes to the same. */
  private void afterwards(Reported message, DeliveryReport report, Instant now) {
    String code = report.errorCode();
    switch (words.refusal(report)) {
      case OPTED_OUT -> outbox.optedOut(message.venue(), message.id(), code, null, now);
      case NOT_OVER_THIS_CHANNEL -> {
        Venue venue = venues.byId(message.venue()).orElseThrow();
        List<Channel> others = venue.correspondence().after(message.channel());
        if (outbox.elsewhere(message.venue(), message.id(), others, code, null, now)) {
          wakeups.outboxDue(message.conversation(), Duration.ZERO, null);
        }
      }
      case FINAL -> {}
    }
  }
}
