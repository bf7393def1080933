package io.conserje.webhookload;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.testkit.coldstart.TwilioRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of our messages. */
final class TwilioStatusTraffic implements Traffic {

  private final AtomicInteger number = new AtomicInteger();

  @Override
  public String name() {
    return "twilio-statuses";
  }

  @Override
  public LambdaFunction function() {
    return LambdaFunction.TWILIO_MESSAGES;
  }

  @Override
  public byte[] next() {
    int n = number.incrementAndGet();
    return TwilioRequest.status("SM%032d".formatted(n), "delivered");
  }

  @Override
  public boolean answers(String answer) {
    return answer.contains("\"statusCode\":204");
  }

  @Override
  public Optional<Queue> queue() {
    return Optional.of(Queue.DELIVERY_STATUSES);
  }
}
