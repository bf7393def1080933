package io.conserje.webhookload;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.testkit.coldstart.TwilioRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Guests' messages on WhatsApp. */
final class TwilioTraffic implements Traffic {

  private final AtomicInteger number = new AtomicInteger();

  @Override
  public String name() {
    return "twilio-messages";
  }

  @Override
  public LambdaFunction function() {
    return LambdaFunction.TWILIO_MESSAGES;
  }

  @Override
  public byte[] next() {
    int n = number.incrementAndGet();
    return TwilioRequest.message(
        "SM%032d".formatted(n), "+3460%07d".formatted(n % 500), "¿Tenéis mesa para 2 mañana? 😊");
  }

  @Override
  public boolean answers(String answer) {
    return answer.contains("\"statusCode\":200");
  }

  @Override
  public Optional<Queue> queue() {
    return Optional.of(Queue.INBOUND);
  }
}
