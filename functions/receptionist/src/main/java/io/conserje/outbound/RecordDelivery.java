package io.conserje.outbound;

import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes in what a provider says became of our messages. Reports come twice, late and in any order.
 */
public final class RecordDelivery {

  private final InboundLedger ledger;
  private final Outbox outbox;
  private final Function<DeliveryReport, Optional<Delivery>> meaning;
  private final InstantSource clock;

  /**
   * @param meaning what a provider's word means; empty for one that tells nothing
   */
  public RecordDelivery(
      InboundLedger ledger,
      Outbox outbox,
      Function<DeliveryReport, Optional<Delivery>> meaning,
      InstantSource clock) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.meaning = meaning;
    this.clock = clock;
  }

  public void record(DeliveryReport report) {
    Instant now = clock.instant();
    Optional<UUID> conversation =
        meaning.apply(report).flatMap(state -> outbox.report(report, state, now));
    ledger.report(report, conversation.orElse(null), now);
  }
}
