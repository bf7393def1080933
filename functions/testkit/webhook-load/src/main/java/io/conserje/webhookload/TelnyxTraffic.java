package io.conserje.webhookload;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.testkit.coldstart.TelnyxEventsScenario;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What Telnyx tells of calls. */
final class TelnyxTraffic implements Traffic {

  private final AtomicInteger number = new AtomicInteger();

  @Override
  public String name() {
    return "telnyx-events";
  }

  @Override
  public LambdaFunction function() {
    return LambdaFunction.TELNYX_EVENTS;
  }

  @Override
  public byte[] next() {
    return TelnyxEventsScenario.call("call.answered", "leg-" + number.incrementAndGet());
  }

  @Override
  public boolean answers(String answer) {
    return answer.contains("\"statusCode\":200");
  }

  @Override
  public Optional<Queue> queue() {
    return Optional.of(Queue.CALL_EVENTS);
  }
}
