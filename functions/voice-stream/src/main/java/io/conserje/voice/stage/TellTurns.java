package io.conserje.voice.stage;

import io.conserje.metrics.Metrics;
import io.conserje.metrics.Metrics.Label;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.call.TurnTimes;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each turn how long the guest waited, from the end of their voice to the first sound they
 * heard, and for whom.
 */
public final class TellTurns implements Stage {

  private static final Logger LOG = LoggerFactory.getLogger(TellTurns.class);

  private final Metrics metrics;
  private final CallSession call;
  private final Next next;

  public TellTurns(Metrics metrics, CallSession call, Next next) {
    this.metrics = metrics;
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    next.hand(signal);
    if (signal instanceof Signal.MarkBack && call.times().isComplete()) {
      tell(call.times());
      call.times().clear();
    }
  }

  private void tell(TurnTimes times) {
    var line = LOG.atInfo().addKeyValue("call", call.id());
    Duration whole = Duration.ZERO;
    for (var step : times.steps().entrySet()) {
      String name = step.getKey().name().toLowerCase(Locale.ROOT);
      metrics.time("voice_turn_step", step.getValue(), Label.of("until", name));
      line = line.addKeyValue(name + "_ms", step.getValue().toMillis());
      whole = whole.plus(step.getValue());
    }
    metrics.time("voice_turn", whole);
    line.log("A guest on the telephone heard an answer after {} ms.", whole.toMillis());
  }
}
