package io.conserje.outbound;

import io.conserje.metrics.Metrics;
import io.conserje.metrics.Metrics.Label;
import io.conserje.outbound.Circuits.Changed;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves providers alone that are in trouble, and notices when they are well again. */
public final class CircuitKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(CircuitKeeper.class);

  private final Circuits circuits;
  private final Metrics metrics;

  public CircuitKeeper(Circuits circuits, Metrics metrics) {
    this.circuits = circuits;
    this.metrics = metrics;
  }

  /**
   * When to come back to a provider that is left alone; empty if it may be asked now. Whoever may
   * ask it tells afterwards what came of it, by one of the other verbs: the others wait for that.
   */
  public Optional<Instant> wait(String provider, Instant now) {
    if (circuits.of(provider).isClosed()) {
      return Optional.empty();
    }
    return circuits
        .change(provider, circuit -> circuit.wait(now).isPresent() ? circuit : circuit.trying(now))
        .before()
        .wait(now);
  }

  /**
   * @return till when it is left alone now; empty if it is not
   */
  public Optional<Instant> failed(String provider, Sending.Later failure, Instant now) {
    Changed circuit = circuits.change(provider, before -> before.failed(failure, now));
    if (circuit.opened()) {
      LOG.warn(
          "{} is left alone until {} ({}, {} in a row); what is meant for it waits or goes another"
              + " way.",
          provider,
          circuit.after().openUntil(),
          failure.errorCode(),
          circuit.after().failures());
      count(provider, "opened");
    }
    return Optional.ofNullable(circuit.after().openUntil());
  }

  public void answered(String provider) {
    if (!circuits.of(provider).isWell()
        && circuits.change(provider, before -> Circuit.CLOSED).closed()) {
      LOG.info("{} is well again.", provider);
      count(provider, "closed");
    }
  }

  /** Nothing was learnt of the provider: whoever comes next may try it. */
  public void nothingLearnt(String provider) {
    if (circuits.of(provider).isTried()) {
      circuits.change(provider, Circuit::untried);
    }
  }

  private void count(String provider, String what) {
    metrics.count(
        "provider_circuits", 1, Label.of("provider", provider), Label.of("outcome", what));
  }
}
