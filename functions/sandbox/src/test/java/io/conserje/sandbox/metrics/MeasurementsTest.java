package io.conserje.sandbox.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Lines in CloudWatch's format, read as its specification says, become Prometheus' text. */
class MeasurementsTest {

  private final Measurements measurements = new Measurements();

  @Test
  void countsAddUpByTheirLabels() {
    count("openai", 1);
    count("openai", 2);
    count("built-in \"x\"", 1);

    assertEquals(
        """
        # TYPE conserje_model_answers_total counter
        conserje_model_answers_total{model="built-in \\"x\\""} 1
        conserje_model_answers_total{model="openai"} 3
        """,
        measurements.text());
  }

  @Test
  void timesAreCumulativeBucketsInSeconds() {
    time(90);
    time(2000);

    assertEquals(
        """
        # TYPE conserje_answer_time_seconds histogram
        conserje_answer_time_seconds_bucket{le="0.005"} 0
        conserje_answer_time_seconds_bucket{le="0.02"} 0
        conserje_answer_time_seconds_bucket{le="0.1"} 1
        conserje_answer_time_seconds_bucket{le="0.25"} 1
        conserje_answer_time_seconds_bucket{le="0.5"} 1
        conserje_answer_time_seconds_bucket{le="1"} 1
        conserje_answer_time_seconds_bucket{le="2.5"} 2
        conserje_answer_time_seconds_bucket{le="5"} 2
        conserje_answer_time_seconds_bucket{le="10"} 2
        conserje_answer_time_seconds_bucket{le="20"} 2
        conserje_answer_time_seconds_bucket{le="+Inf"} 2
        conserje_answer_time_seconds_sum 2.09
        conserje_answer_time_seconds_count 2
        """,
        measurements.text());
  }

  @Test
  void whatIsNoMetricChangesNothing() {
    measurements.take("{\"_aws\":");
    measurements.take("{\"_aws\":{}}");

    assertEquals("", measurements.text());
  }

  private void count(String model, int by) {
    measurements.take(
        """
        {"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"Conserje","Dimensions":[["model"]],
        "Metrics":[{"Name":"model_answers","Unit":"Count"}]}]},"model":"%s","model_answers":%d}
        """
            .formatted(model.replace("\"", "\\\""), by));
  }

  private void time(int millis) {
    measurements.take(
        """
        {"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"Conserje","Dimensions":[[]],
        "Metrics":[{"Name":"answer_time","Unit":"Milliseconds"}]}]},"answer_time":%d}
        """
            .formatted(millis));
  }
}
