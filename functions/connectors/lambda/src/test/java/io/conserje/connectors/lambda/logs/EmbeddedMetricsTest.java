package io.conserje.connectors.lambda.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.metrics.Metrics.Label;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private final EmbeddedMetrics metrics = new EmbeddedMetrics(() -> NOW);

  @Test
  void aCountIsALineThatCloudWatchUnderstands() {
    assertEquals(
        "{\"_aws\":{\"Timestamp\":1795172400000,\"CloudWatchMetrics\":[{\"Namespace\":\"Conserje\",\"Dimensions\":"
            + "[[\"model\",\"outcome\"]],\"Metrics\":[{\"Name\":\"model_answers\",\"Unit\":\"Count\"}]}]},"
            + "\"model\":\"open\\\"ai\",\"outcome\":\"text\",\"model_answers\":3}",
        written(() ->
            metrics.count(
                "model_answers", 3, Label.of("model", "open\"ai"), Label.of("outcome", "text"))));
  }

  @Test
  void aTimeIsInMilliseconds() {
    assertEquals(
        "{\"_aws\":{\"Timestamp\":1795172400000,\"CloudWatchMetrics\":[{\"Namespace\":\"Conserje\",\"Dimensions\":"
            + "[[]],\"Metrics\":[{\"Name\":\"answer_time\",\"Unit\":\"Milliseconds\"}]}]},\"answer_time\":1500.25}",
        written(() -> metrics.time("answer_time", Duration.ofNanos(1_500_250_000L))));
  }

  private static String written(Runnable work) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
