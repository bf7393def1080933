package io.conserje.outbound;

import io.conserje.outbound.Sending.About;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives messages to providers that are well, and leaves those alone that are not. */
final class CarefulSending {

  private final CircuitKeeper circuits;

  CarefulSending(CircuitKeeper circuits) {
    this.circuits = circuits;
  }

  /** When to come back to a provider that is left alone; empty if the message may go now. */
  Optional<Instant> wait(MessageSender sender, Instant now) {
    return sender.canFail() ? circuits.wait(sender.provider(), now) : Optional.empty();
  }

  /** Whoever fails before the provider was asked keeps nobody else from asking it. */
  Sending ask(MessageSender sender, Supplier<Sending> work) {
    try {
      return work.get();
    } catch (RuntimeException fault) {
      nothingLearnt(sender);
      throw fault;
    }
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
    switch (sending) {
      case Sending.Later later when later.about() != About.MESSAGE -> {
        return circuits.failed(sender.provider(), later, now);
      }
      case Sending.Later _ -> nothingLearnt(sender);
      case Sending.Refused refused when !refused.asked() -> nothingLearnt(sender);
      case Sending.Taken _, Sending.Refused _ -> circuits.answered(sender.provider());
    }
    return Optional.empty();
  }

  private void nothingLearnt(MessageSender sender) {
    if (sender.canFail()) {
      circuits.nothingLearnt(sender.provider());
    }
  }
}
