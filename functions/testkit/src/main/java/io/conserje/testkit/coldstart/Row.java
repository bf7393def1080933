package io.conserje.testkit.coldstart;

import java.util.Locale;

/**
 * One line of the result: a function in one packaging, beside the plain-Java hello in the same
 * packaging.
 */
record Row(String name, String packaging, Samples samples, Samples hello) {

  double ratio() {
    return samples.median() / hello.median();
  }

  /** A hello has neither queue nor secret: it stays what it is compared with. */
  double ratioWithTls() {
    return samples == hello ? 1.0 : samples.medianWithTls() / hello.median();
  }

  String forPeople() {
    return String.format(
        Locale.ROOT,
        "%-16s %-7s %9.0f %7.0f %9.2f %9.2f %11.1f %12.0f %8d",
        name,
        packaging,
        samples.median(),
        samples.p90(),
        ratio(),
        ratioWithTls(),
        samples.packageMb(),
        samples.peakRss(),
        samples.classes());
  }

  String forMachines() {
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"packaging\":\"%s\",\"median_ms\":%.1f,\"p90_ms\":%.1f,"
            + "\"ratio_to_hello\":%.2f,\"ratio_with_tls\":%.2f,\"package_mb\":%.2f,"
            + "\"peak_rss_mb\":%.0f,\"classes\":%d}",
        name,
        packaging,
        samples.median(),
        samples.p90(),
        ratio(),
        ratioWithTls(),
        samples.packageMb(),
        samples.peakRss(),
        samples.classes());
  }

  static String head() {
    return String.format(
        Locale.ROOT,
        "%-16s %-7s %9s %7s %9s %9s %11s %12s %8s",
        "function",
        "package",
        "median ms",
        "p90 ms",
        "to hello",
        "with TLS",
        "package MB",
        "peak RSS MB",
        "classes");
  }
}
