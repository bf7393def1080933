package io.conserje.outbound;

import io.conserje.inbound.DeliveryReport;
import java.util.Map;
import java.util.Optional;

/** What a provider's report means to us. */
public interface ProviderWords {

  /** The words of several, each read by its own; a stranger's tell nothing. */
  static ProviderWords of(Map<String, ProviderWords> byProvider) {
    return new ProviderWords() {
      @Override
      public Optional<Delivery> state(DeliveryReport report) {
        return Optional.ofNullable(byProvider.get(report.provider()))
            .flatMap(words -> words.state(report));
      }

      @Override
      public Sending.Refusal refusal(DeliveryReport report) {
        ProviderWords words = byProvider.get(report.provider());
        return words == null ? Sending.Refusal.FINAL : words.refusal(report);
      }
    };
  }

  /** Empty for a word that tells nothing. */
  Optional<Delivery> state(DeliveryReport report);

  /** What is left to do where the message was not delivered. */
  Sending.Refusal refusal(DeliveryReport report);
}
