package io.conserje.testkit.voice;

import java.util.List;
import java.util.Random;

/** What is heard on a line besides the guest. */
public enum LineNoise {
  /** Hiss: every pitch alike. */
  WHITE,
  /** A room or a car: most of it low. */
  ROOM,
  /** A full dining room: many who speak at once, backwards, so that nobody says anything. */
  BABBLE;

  private static final int SPEAKERS = 8;

  /** Of a loudness (root of the mean square) of 1. */
  public float[] of(int length, List<short[]> sentences, Random random) {
    float[] noise =
        switch (this) {
          case WHITE -> white(length, random);
          case ROOM -> room(length, random);
          case BABBLE -> babble(length, sentences, random);
        };
    double loudness = Loudness.of(noise, 0, length);
    for (int i = 0; i < length; i++) {
      noise[i] /= (float) loudness;
    }
    return noise;
  }

  private static float[] white(int length, Random random) {
    float[] noise = new float[length];
    for (int i = 0; i < length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }

  /** White noise that keeps some of what it was: about 6 dB less for each octave from 150 Hz on. */
  private static float[] room(int length, Random random) {
    float[] noise = new float[length];
    double low = 0;
    for (int i = 0; i < length; i++) {
      low = 0.89 * low + random.nextGaussian();
      noise[i] = (float) low;
    }
    return noise;
  }

  private static float[] babble(int length, List<short[]> sentences, Random random) {
    float[] noise = new float[length];
    for (int speaker = 0; speaker < SPEAKERS; speaker++) {
      double loud = 0.6 + 0.8 * random.nextDouble();
      int at = 0;
      short[] said = sentences.get(random.nextInt(sentences.size()));
      int from = random.nextInt(said.length);
      while (at < length) {
        for (int i = from; i >= 0 && at < length; i--) {
          noise[at++] += (float) (loud * said[i]);
        }
        said = sentences.get(random.nextInt(sentences.size()));
        from = said.length - 1;
      }
    }
    return noise;
  }
}
