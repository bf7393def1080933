package io.conserje.sandbox.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What was counted and timed since the start, from lines in CloudWatch's embedded metric format
 * ("Specification: Embedded metric format") to Prometheus' text format.
 */
public final class Measurements {

  /** Upper bounds in seconds: from a rule of the house's own to a model that is given up. */
  private static final double[] BOUNDS = {0.005, 0.02, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20};

  private static final double MILLIS = 1000;

  private final Map<String, Map<String, Double>> counts = new TreeMap<>();
  private final Map<String, Map<String, Times>> times = new TreeMap<>();

  /** Durations of one kind; {@code upTo[i]} had at most {@code BOUNDS[i]}. */
  private static final class Times {
    private final long[] upTo = new long[BOUNDS.length];
    private long all;
    private double sum;

    private void add(double seconds) {
      for (int i = 0; i < BOUNDS.length; i++) {
        upTo[i] += seconds <= BOUNDS[i] ? 1 : 0;
      }
      all++;
      sum += seconds;
    }
  }

  /** A line that is none of these is left alone. */
  synchronized void take(String line) {
    JsonNode json;
    try {
      json = Json.read(line);
    } catch (IllegalArgumentException e) {
      return;
    }
    for (JsonNode group : json.path("_aws").path("CloudWatchMetrics")) {
      String labels = labels(group.path("Dimensions").path(0), json);
      for (JsonNode metric : group.path("Metrics")) {
        add(metric.path("Name").asText(), metric.path("Unit").asText(), labels, json);
      }
    }
  }

  private void add(String name, String unit, String labels, JsonNode line) {
    double value = line.path(name).asDouble();
    if (unit.equals("Milliseconds")) {
      times
          .computeIfAbsent("conserje_" + name + "_seconds", n -> new TreeMap<>())
          .computeIfAbsent(labels, l -> new Times())
          .add(value / MILLIS);
    } else {
      counts
          .computeIfAbsent("conserje_" + name + "_total", n -> new TreeMap<>())
          .merge(labels, value, Double::sum);
    }
  }

  private static String labels(JsonNode names, JsonNode line) {
    StringJoiner labels = new StringJoiner(",");
    for (JsonNode name : names) {
      String value = line.path(name.asText()).asText();
      labels.add(name.asText() + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
    return labels.toString();
  }

  /** Everything, as Prometheus reads it. */
  public synchronized String text() {
    StringBuilder text = new StringBuilder();
    counts.forEach((name, series) -> {
      text.append("# TYPE ").append(name).append(" counter\n");
      series.forEach((labels, value) -> line(text, name, labels, number(value)));
    });
    times.forEach((name, series) -> {
      text.append("# TYPE ").append(name).append(" histogram\n");
      series.forEach((labels, value) -> histogram(text, name, labels, value));
    });
    return text.toString();
  }

  private static void histogram(StringBuilder text, String name, String labels, Times times) {
    String more = labels.isEmpty() ? "" : labels + ",";
    for (int i = 0; i < BOUNDS.length; i++) {
      String bound = more + "le=\"" + number(BOUNDS[i]) + '"';
      line(text, name + "_bucket", bound, String.valueOf(times.upTo[i]));
    }
    line(text, name + "_bucket", more + "le=\"+Inf\"", String.valueOf(times.all));
    line(text, name + "_sum", labels, number(times.sum));
    line(text, name + "_count", labels, String.valueOf(times.all));
  }

  private static void line(StringBuilder text, String name, String labels, String value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
