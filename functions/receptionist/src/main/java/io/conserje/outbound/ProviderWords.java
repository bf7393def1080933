package io.conserje.outbound;

import io.conserje.inbound.DeliveryReport;
import java.util.Optional;

/** What a provider's report means to us. */
public interface ProviderWords {

  /** Empty for a word that tells nothing. */
  Optional<Delivery> state(DeliveryReport report);

  /** What is left to do where the message was not delivered. */
  Sending.Refusal refusal(DeliveryReport report);
}
