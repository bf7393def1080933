package io.conserje.sandbox.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.metrics.Metrics.Label;
import io.conserje.metrics.PrometheusText;
import io.conserje.sandbox.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was counted and timed since the start, from lines in CloudWatch's embedded metric format
 * ("Specification: Embedded metric format") to Prometheus' text format.
 */
public final class Measurements {

  private static final double NANOS_OF_MILLI = 1e6;

  private final PrometheusText all = new PrometheusText();

  /** A line that is none of these is left alone. */
  void take(String line) {
    JsonNode json;
    try {
      json = Json.read(line);
    } catch (IllegalArgumentException e) {
      return;
    }
    for (JsonNode group : json.path("_aws").path("CloudWatchMetrics")) {
      Label[] labels = labels(group.path("Dimensions").path(0), json);
      for (JsonNode metric : group.path("Metrics")) {
        add(metric.path("Name").asText(), metric.path("Unit").asText(), labels, json);
      }
    }
  }

  private void add(String name, String unit, Label[] labels, JsonNode line) {
    double value = line.path(name).asDouble();
    if (unit.equals("Milliseconds")) {
      all.time(name, Duration.ofNanos(Math.round(value * NANOS_OF_MILLI)), labels);
    } else {
      all.count(name, Math.round(value), labels);
    }
  }

  private static Label[] labels(JsonNode names, JsonNode line) {
    List<Label> labels = new ArrayList<>();
    for (JsonNode name : names) {
      labels.add(Label.of(name.asText(), line.path(name.asText()).asText()));
    }
    return labels.toArray(Label[]::new);
  }

  /** Everything, as Prometheus reads it. */
  public String text() {
    return all.text();
  }
}
