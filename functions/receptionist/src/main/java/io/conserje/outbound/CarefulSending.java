package io.conserje.outbound;

import io.conserje.metrics.Metrics;
import io.conserje.metrics.Metrics.Label;
import io.conserje.outbound.Circuits.Changed;
import io.conserje.outbound.Sending.About;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives messages to providers that are well, and leaves those alone that are not. */
final class CarefulSending {

  private static final Logger LOG = LoggerFactory.getLogger(CarefulSending.class);

  private final Circuits circuits;
  private final Metrics metrics;

  CarefulSending(Circuits circuits, Metrics metrics) {
    this.circuits = circuits;
    this.metrics = metrics;
  }

  /** When to come back to a provider that is left alone; empty if the message may go now. */
  Optional<Instant> wait(MessageSender sender, Instant now) {
    if (!sender.canFail() || circuits.of(sender.provider()).isClosed()) {
      return Optional.empty();
    }
    return circuits
        .change(
            sender.provider(),
            circuit -> circuit.wait(now).isPresent() ? circuit : circuit.trying(now))
        .before()
        .wait(now);
  }

  /**
   * What the provider's answer tells of it.
   *
   * @return till when it is left alone now; empty if it is not
   */
  Optional<Instant> note(MessageSender sender, Sending sending, Instant now) {
    if (!sender.canFail()) {
      return Optional.empty();
    }
    return switch (sending) {
      case Sending.Later later when later.about() == About.MESSAGE -> Optional.empty();
      case Sending.Later later -> failed(sender, later, now);
      case Sending.Taken _, Sending.Refused _ -> answered(sender);
    };
  }

  private Optional<Instant> failed(MessageSender sender, Sending.Later later, Instant now) {
    Changed circuit = circuits.change(sender.provider(), before -> before.failed(later, now));
    if (circuit.opened()) {
      LOG.warn(
          "{} is left alone until {} ({}, {} in a row); messages wait and none is lost.",
          sender.provider(),
          circuit.after().openUntil(),
          later.errorCode(),
          circuit.after().failures());
      count(sender, "opened");
    }
    return Optional.ofNullable(circuit.after().openUntil());
  }

  private Optional<Instant> answered(MessageSender sender) {
    if (!circuits.of(sender.provider()).isWell()
        && circuits.change(sender.provider(), before -> Circuit.CLOSED).closed()) {
      LOG.info("{} takes messages again.", sender.provider());
      count(sender, "closed");
    }
    return Optional.empty();
  }

  private void count(MessageSender sender, String what) {
    metrics.count(
        "provider_circuits", 1, Label.of("provider", sender.provider()), Label.of("outcome", what));
  }
}
