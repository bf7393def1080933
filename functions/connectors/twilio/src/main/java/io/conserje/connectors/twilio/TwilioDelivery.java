package io.conserje.connectors.twilio;

import io.conserje.inbound.DeliveryReport;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.ProviderWords;
import io.conserje.outbound.Sending;
import java.util.Optional;

/**
 * What Twilio's words for a message's state mean to us ("Message status callback"); new words may
 * come at any time.
 */
public final class TwilioDelivery implements ProviderWords {

  @Override
  public Sending.Refusal refusal(DeliveryReport report) {
    return Codes.refusal(report.errorCode());
  }

  /** Empty for a word that tells nothing new or is not known. */
  @Override
  public Optional<Delivery> state(DeliveryReport report) {
    return switch (report.status()) {
      case "accepted", "scheduled", "queued", "sending", "sent" -> Optional.of(Delivery.SENT);
      case "delivered" -> Optional.of(Delivery.DELIVERED);
      case "read" -> Optional.of(Delivery.READ);
      case "undelivered", "partially_delivered" -> Optional.of(Delivery.UNDELIVERED);
      case "failed", "canceled" -> Optional.of(Delivery.FAILED);
      default -> Optional.empty();
    };
  }
}
