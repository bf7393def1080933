package io.conserje.connectors.lambda.logs;

import io.conserje.metrics.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Metrics as lines of the log, in CloudWatch's embedded metric format: Lambda makes metrics of them
 * by itself, with no request and no permission of the function's.
 */
public final class EmbeddedMetrics implements Metrics {

  private static final String NAMESPACE = "Conserje";

  private final InstantSource clock;

  public EmbeddedMetrics(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void count(String name, long by, Label... labels) {
    write(name, "Count", Long.toString(by), labels);
  }

  @Override
  public void time(String name, Duration took, Label... labels) {
    write(name, "Milliseconds", Double.toString(took.toNanos() / 1e6), labels);
  }

  private void write(String name, String unit, String value, Label... labels) {
    JsonLine line = new JsonLine().json("_aws", head(name, unit, labels));
    for (Label label : labels) {
      line.field(label.name(), label.value());
    }
    System.out.println(line.json(name, value).end());
  }

  /** Names are ours and need no quoting; values of labels stand outside. */
  private String head(String name, String unit, Label... labels) {
    String dimensions =
        Arrays.stream(labels)
            .map(label -> '"' + label.name() + '"')
            .collect(Collectors.joining(","));
    return """
    {"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"%s","Dimensions":[[%s]],"Metrics":[{"Name":"%s","Unit":"%s"}]}]}\
    """
        .formatted(clock.millis(), NAMESPACE, dimensions, name, unit);
  }
}
