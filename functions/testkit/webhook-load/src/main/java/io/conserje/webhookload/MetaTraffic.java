package io.conserje.webhookload;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.testkit.coldstart.MetaScenario;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Guests' messages on a number of WhatsApp that is at Meta itself. */
final class MetaTraffic implements Traffic {

  private final AtomicInteger number = new AtomicInteger();

  @Override
  public String name() {
    return "meta-whatsapp";
  }

  @Override
  public LambdaFunction function() {
    return LambdaFunction.META_WHATSAPP;
  }

  @Override
  public byte[] next() {
    int n = number.incrementAndGet();
    return MetaScenario.message(
        "wamid.%032d".formatted(n), "3460%07d".formatted(n % 500), "\\u00bfMesa para 2?");
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
