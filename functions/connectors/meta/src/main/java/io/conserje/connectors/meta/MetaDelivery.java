package io.conserje.connectors.meta;

import io.conserje.inbound.DeliveryReport;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.ProviderWords;
import io.conserje.outbound.Sending;
import java.util.Optional;

/** What Meta's words for a message's state mean to us; new words may come at any time. */
public final class MetaDelivery implements ProviderWords {

  @Override
  public Sending.Refusal refusal(DeliveryReport report) {
    return Codes.refusal(Codes.of(report.errorCode()));
  }

  /** Empty for a word that tells nothing new or is not known. */
  @Override
  public Optional<Delivery> state(DeliveryReport report) {
    return switch (report.status()) {
      case "sent" -> Optional.of(Delivery.SENT);
      case "delivered" -> Optional.of(Delivery.DELIVERED);
      case "read", "played" -> Optional.of(Delivery.READ);
      case "failed" -> Optional.of(Delivery.FAILED);
      default -> Optional.empty();
    };
  }
}
