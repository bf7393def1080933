package io.conserje.simulated.speech;

import java.util.Arrays;

/** What 20 ms of sound are like: how loud, and how one sample follows from those before. */
final class Likeness {

  static final int SAMPLES = 160;

  private static final int LAGS = 4;
  private static final double FLOOR = 60;
  private static final float OF_LOUDNESS = 1.2f;

  /** Quieter sound has nothing in it that could be like anything. */
  private static final double VOICE = 250;

  private Likeness() {}

  /** Loudness first, then the likeness to itself some samples earlier. */
  static float[] of(short[] samples, int from) {
    double[] sums = new double[LAGS + 1];
    for (int i = from; i < from + SAMPLES; i++) {
      for (int lag = 0; lag <= LAGS && i - lag >= from; lag++) {
        sums[lag] += (double) samples[i] * samples[i - lag];
      }
    }
    double loud = Math.sqrt(sums[0] / SAMPLES);
    float[] features = new float[LAGS + 1];
    features[0] = (float) Math.log10(Math.max(FLOOR, loud));
    for (int lag = 1; lag <= LAGS && loud > VOICE; lag++) {
      features[lag] = (float) (sums[lag] / sums[0]);
    }
    return features;
  }

  /** One for every 10 ms, since nobody knows where a frame will begin. */
  static float[][] ofAll(short[] samples) {
    int hop = SAMPLES / 2;
    float[][] all = new float[(samples.length - SAMPLES) / hop + 1][];
    Arrays.setAll(all, i -> of(samples, i * hop));
    return all;
  }

  static boolean isVoice(float[] frame) {
    return frame[0] > Math.log10(VOICE);
  }

  static float distance(float[] one, float[] other) {
    float sum = OF_LOUDNESS * Math.abs(one[0] - other[0]);
    for (int i = 1; i <= LAGS; i++) {
      sum += Math.abs(one[i] - other[i]) / LAGS;
    }
    return sum;
  }
}
