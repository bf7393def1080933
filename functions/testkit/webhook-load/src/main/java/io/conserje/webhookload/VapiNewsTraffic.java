package io.conserje.webhookload;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.testkit.coldstart.VapiScenario;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What VAPI tells of calls: that they began, each sentence, and in the end the whole again. */
final class VapiNewsTraffic implements Traffic {

  private static final String SENTENCE =
      ",\"transcriptType\":\"final\",\"role\":\"user\",\"transcript\":\"Una mesa para dos (%d)\"";
  private static final String END =
      """
      ,"endedReason":"customer-ended-call","cost":0.12,"startedAt":"2026-11-20T10:00:00Z",
       "endedAt":"2026-11-20T10:03:00Z","analysis":{"summary":"Mesa para dos."},
       "artifact":{"transcript":"%s","recordingUrl":"https://storage.example/1.wav"}\
      """
          .formatted("AI: ¿Dígame? User: Una mesa para dos. ".repeat(40));

  private final AtomicInteger number = new AtomicInteger();

  @Override
  public String name() {
    return "vapi-news";
  }

  @Override
  public LambdaFunction function() {
    return LambdaFunction.VAPI;
  }

  @Override
  public byte[] next() {
    int n = number.incrementAndGet();
    String call = "news-" + n / 4;
    return switch (n % 4) {
      case 0 -> VapiScenario.message("status-update", call, ",\"status\":\"in-progress\"");
      case 3 -> VapiScenario.message("end-of-call-report", call, END);
      default -> VapiScenario.message("transcript", call, SENTENCE.formatted(n));
    };
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
