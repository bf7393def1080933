package io.conserje.voice;

import io.conserje.metrics.PrometheusText;
import io.conserje.voice.call.LiveCalls;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/**
 * What this host has counted and timed, for Prometheus. The load balancer lets nobody from outside
 * come here.
 */
@Controller
final class MetricsController {

  private final PrometheusText measurements;
  private final LiveCalls calls;

  MetricsController(PrometheusText measurements, LiveCalls calls) {
    this.measurements = measurements;
    this.calls = calls;
  }

  @Get("/metrics")
  @Produces(PrometheusText.TYPE)
  String metrics() {
    return PrometheusText.gauge("voice_calls_live", calls.count()) + measurements.text();
  }
}
