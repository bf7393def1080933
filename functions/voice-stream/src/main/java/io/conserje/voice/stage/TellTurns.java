package io.conserje.voice.stage;

import io.conserje.call.AnswerTime;
import io.conserje.call.AnswerTime.Step;
import io.conserje.metrics.Metrics;
import io.conserje.metrics.Metrics.Label;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.record.CallKeeping;
import io.conserje.voice.record.CallRecords;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each turn how long the guest waited, from the end of their voice to the first sound they
 * heard, and for whom; and of each call how long it was and what was thrown away in it.
 */
public final class TellTurns implements Stage {

  private static final Logger LOG = LoggerFactory.getLogger(TellTurns.class);

  private final Metrics metrics;
  private final CallSession call;
  private final Next next;
  private final CallKeeping keeping;
  private final long began;

  public TellTurns(Metrics metrics, CallRecords records, CallSession call, Next next) {
    this.metrics = metrics;
    this.call = call;
    this.next = next;
    this.keeping = new CallKeeping(records, call);
    this.began = call.thread().nanos();
  }

  @Override
  public void take(Signal signal) {
    next.hand(signal);
    switch (signal) {
      case Signal.MarkBack _ -> {
        if (call.times().isComplete()) {
          heard(call.times().take(call.thread().nanos()));
        }
      }
      case Signal.GuestSaid _ -> unheard();
      case Signal.LineClosed _ -> {
        call.times().giveUp(call.thread().nanos());
        unheard();
        end();
      }
      default -> {}
    }
  }

  private void heard(AnswerTime time) {
    var line = LOG.atInfo().addKeyValue("call", call.id()).addKeyValue("correlation", call.trace());
    for (Map.Entry<Step, Duration> step : time.steps().entrySet()) {
      String name = step.getKey().code();
      metrics.time("voice_turn_step", step.getValue(), Label.of("step", name));
      line = line.addKeyValue(name + "_ms", step.getValue().toMillis());
    }
    metrics.time("voice_turn", time.whole());
    line.log("A guest on the telephone heard an answer after {} ms.", time.whole().toMillis());
    keeping.answered(time);
  }

  private void unheard() {
    AnswerTime time = call.times().unheard();
    if (time != null) {
      metrics.count("voice_turns_unheard", 1);
      keeping.answered(time);
    }
  }

  private void end() {
    Label carrier = Label.of("carrier", call.line().name());
    Duration length = Duration.ofNanos(call.thread().nanos() - began);
    metrics.time("voice_call", length, carrier);
    call.tally()
        .counts()
        .forEach((what, times) -> metrics.count("voice_mishaps", times, Label.of("what", what)));
    keeping.end(length);
  }
}
