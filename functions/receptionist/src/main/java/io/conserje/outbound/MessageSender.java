package io.conserje.outbound;

import java.util.Set;

/** A provider that carries messages to guests. */
public interface MessageSender {

  /** {@code twilio}, {@code meta} … */
  String provider();

  /** Whether this address of the house is one at this provider, as far as its shape tells. */
  default boolean holds(String houseAddress) {
    return true;
  }

  /** Whether a template of this name is one at this provider, as far as its shape tells. */
  default boolean knows(String template) {
    return true;
  }

  Sending send(OutboundMessage message);

  /** Whether it depends on others, who may be down. */
  default boolean canFail() {
    return true;
  }

  /**
   * Asks the provider whether an earlier try of this message reached it, so that it is not sent
   * twice.
   *
   * @param known ids of messages we already know to be others
   * @throws ProviderSilent when it can be asked and does not say
   */
  EarlierTry alreadyTaken(OutboundMessage message, Set<String> known);
}
