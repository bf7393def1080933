package io.conserje.testkit.voice;

/** The root of the mean square of samples. */
final class Loudness {

  private Loudness() {}

  static double of(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / Math.max(1, to - from));
  }
}
