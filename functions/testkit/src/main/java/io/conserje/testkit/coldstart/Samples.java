package io.conserje.testkit.coldstart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured of one function in one packaging. */
final class Samples {

  private final List<Double> plain = new ArrayList<>();
  private final List<Double> secured = new ArrayList<>();
  private final List<Double> peakRss = new ArrayList<>();
  private long classes;
  private long packageBytes;

  void add(boolean tls, double millis, int peakRssMb) {
    (tls ? secured : plain).add(millis);
    if (!tls) {
      peakRss.add((double) peakRssMb);
    }
  }

  void classes(long loaded) {
    classes = loaded;
  }

  void packageBytes(long bytes) {
    packageBytes = bytes;
  }

  double median() {
    return quantile(plain, 0.5);
  }

  double p90() {
    return quantile(plain, 0.9);
  }

  double medianWithTls() {
    return quantile(secured, 0.5);
  }

  double peakRss() {
    return quantile(peakRss, 0.5);
  }

  long classes() {
    return classes;
  }

  double packageMb() {
    return packageBytes / 1e6;
  }

  /** Between the two nearest values, in proportion. */
  static double quantile(List<Double> values, double part) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    double place = part * (sorted.size() - 1);
    double low = sorted.get((int) Math.floor(place));
    double high = sorted.get((int) Math.ceil(place));
    return low + (high - low) * (place - Math.floor(place));
  }
}
