package io.conserje.outbound;

/**
 * What became of a try whose end nobody has seen, as far as its provider can be asked. A provider
 * that can be asked and does not answer is {@link ProviderSilent}.
 */
public sealed interface EarlierTry {

  /** The provider has it, under this id. */
  record Arrived(String providerMessageId) implements EarlierTry {}

  /** The provider does not have it: it may be sent again, by whomever. */
  record NeverArrived() implements EarlierTry {}

  /**
   * The provider cannot be asked. To it a message may be given again: whoever cannot be asked
   * either reports on what it took by our id, and was waited for before, or is given a repeat that
   * tells itself as one. To another provider only when nothing was reported for a while longer.
   */
  record Unknown() implements EarlierTry {}

  EarlierTry NEVER_ARRIVED = new NeverArrived();
  EarlierTry UNKNOWN = new Unknown();
}
