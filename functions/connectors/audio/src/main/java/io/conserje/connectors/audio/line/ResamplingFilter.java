package io.conserje.connectors.audio.line;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a {@link Resampler} weighs its samples by: a low pass (sinc, in a Kaiser window) taken apart
 * into one row of weights for each place that a new sample can have between two old ones. Made once
 * for each pair of rates.
 */
final class ResamplingFilter {

  /** How far it looks to each side, in samples of the slower rate: 2 ms at 8 kHz. */
  private static final int REACH = 16;

  /** Passes this part of what the slower rate could carry; the rest is where it falls off. */
  private static final double PASSED = 0.93;

  /** About 65 dB down where it no longer passes. */
  private static final double KAISER = 6.2;

  private record Rates(int from, int to) {}

  private static final Map<Rates, ResamplingFilter> MADE = new ConcurrentHashMap<>();

  private final int up;
  private final int down;
  private final double reach;
  private final int from;
  private final float[][] weights;

  private ResamplingFilter(int from, int to) {
    int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
    this.from = from;
    this.up = to / common;
    this.down = from / common;
    this.reach = REACH * Math.max(1.0, (double) from / to);
    this.weights = new float[up][2 * (int) Math.ceil(reach) + 1];
    double cutoff = PASSED * Math.min(1.0, (double) to / from);
    for (int phase = 0; phase < up; phase++) {
      fill(weights[phase], (double) phase / up, cutoff);
    }
  }

  static ResamplingFilter of(int from, int to) {
    return MADE.computeIfAbsent(
        new Rates(from, to), rates -> new ResamplingFilter(rates.from(), rates.to()));
  }

  private void fill(float[] row, double part, double cutoff) {
    double sum = 0;
    double[] exact = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      double at = reach - i - part;
      exact[i] = sinc(cutoff * at) * window(at / (reach + 1));
      sum += exact[i];
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (exact[i] / sum);
    }
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double window(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(KAISER * Math.sqrt(1 - x * x)) / bessel(KAISER);
  }

  /** The modified Bessel function of order 0, by its series. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int i = 1; term > 1e-12 * sum; i++) {
      term *= x * x / (4.0 * i * i);
      sum += term;
    }
    return sum;
  }

  int up() {
    return up;
  }

  int down() {
    return down;
  }

  int taps() {
    return weights[0].length;
  }

  float[] weights(int phase) {
    return weights[phase];
  }

  Duration delay() {
    return Duration.ofNanos(Math.round(reach * 1_000_000_000L / from));
  }
}
