package io.conserje.voice.record;

import io.conserje.call.AnswerTime;
import io.conserje.call.AnswerTime.Step;
import io.conserje.metrics.Traces.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One call as spans: the call, in it each answer, and in each answer its steps. */
final class CallTrace {

  /** What comes after so many is left out: nobody reads more. */
  private static final int MOST_ANSWERS = 200;

  private static final int CALL = 1;

  private final Instant began;
  private final List<Span> spans = new ArrayList<>();
  private int answers;

  CallTrace(Instant began) {
    this.began = began;
  }

  void answered(AnswerTime time, Instant now) {
    if (++answers > MOST_ANSWERS) {
      return;
    }
    Instant from = now.minus(time.ago());
    int answer = add(CALL, "answer", from, time.whole(), Map.of("heard", "" + time.heard()));
    Instant at = from;
    for (Map.Entry<Step, Duration> step : time.steps().entrySet()) {
      add(answer, step.getKey().code(), at, step.getValue(), Map.of());
      at = at.plus(step.getValue());
    }
  }

  private int add(int within, String name, Instant from, Duration took, Map<String, String> facts) {
    int id = CALL + 1 + spans.size();
    spans.add(new Span(id, within, name, from, from.plus(took), facts));
    return id;
  }

  /** The call is over; the whole of it comes first. */
  List<Span> end(String carrier, String callId, Instant now) {
    List<Span> all = new ArrayList<>();
    all.add(
        new Span(CALL, 0, "call", began, now, Map.of("carrier", carrier, "carrier.call", callId)));
    all.addAll(spans);
    return all;
  }
}
