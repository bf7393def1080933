package io.conserje.webhookload;

import java.util.Locale;

/**
 * What was measured of one kind of webhook; times in milliseconds.
 *
 * @param cpu of the function's processes for each request, with everything the JVM does
 * @param runtimeCpu of that, what a plain-Java hello costs that is handed the same requests
 * @param lost answered, and not to be found on its queue
 */
record Measured(
    Traffic traffic,
    int offered,
    OpenLoop.Result open,
    ClosedLoop.Result closed,
    double cpu,
    double runtimeCpu,
    int lost) {

  static String head() {
    return "%-15s | %-11s | %8s | %7s | %7s | %12s | %10s | %8s | %6s | %4s | %s"
        .formatted(
            "webhook",
            "kind",
            "a second",
            "p50 ms",
            "p99 ms",
            "own CPU ms",
            "runtime ms",
            "at most",
            "errors",
            "lost",
            "generator late p99 ms");
  }

  String forPeople() {
    return String.format(
        Locale.ROOT,
        "%-15s | %-11s | %8d | %7.1f | %7.1f | %12.2f | %10.2f | %8.0f | %6d | %4d | %.1f",
        traffic.name(),
        kind(),
        offered,
        open.took().percentile(0.5),
        open.took().percentile(0.99),
        own(),
        runtimeCpu,
        closed.perSecond(),
        errors(),
        lost,
        open.lateness().percentile(0.99));
  }

  String forMachines() {
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"kind\":\"%s\",\"offered_rps\":%d,\"p50_ms\":%.1f,\"p99_ms\":%.1f,"
            + "\"cpu_ms\":%.2f,\"runtime_cpu_ms\":%.2f,\"max_rps\":%.0f,\"errors\":%d,"
            + "\"generator_lateness_p99_ms\":%.1f}",
        traffic.name(),
        kind(),
        offered,
        open.took().percentile(0.5),
        open.took().percentile(0.99),
        own(),
        runtimeCpu,
        closed.perSecond(),
        errors() + lost,
        open.lateness().percentile(0.99));
  }

  private String kind() {
    return traffic.queue().isPresent() ? "queueing" : "synchronous";
  }

  private int errors() {
    return open.errors() + closed.errors();
  }

  private double own() {
    return Math.max(0, cpu - runtimeCpu);
  }
}
