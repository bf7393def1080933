package io.conserje.connectors.telnyx;

import io.conserje.inbound.DeliveryReport;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.ProviderWords;
import io.conserje.outbound.Sending;
import java.util.Optional;

/**
 * What Telnyx's words for a message's state mean to us; new words may come at any time.
 *
 * @see <a href="https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks">Telnyx:
 *     receiving webhooks for messaging</a>
 */
public final class TelnyxDelivery implements ProviderWords {

  @Override
  public Sending.Refusal refusal(DeliveryReport report) {
    return Codes.refusal(report.errorCode());
  }

  /** Empty for a word that tells nothing new or is not known. */
  @Override
  public Optional<Delivery> state(DeliveryReport report) {
    return switch (report.status()) {
      case "queued", "sending", "sent", "delivery_unconfirmed", "dlr_timeout" ->
          Optional.of(Delivery.SENT);
      case "delivered" -> Optional.of(Delivery.DELIVERED);
      case "delivery_failed", "expired", "gw_timeout" -> Optional.of(Delivery.UNDELIVERED);
      case "sending_failed", "gw_reject" -> Optional.of(Delivery.FAILED);
      default -> Optional.empty();
    };
  }
}
