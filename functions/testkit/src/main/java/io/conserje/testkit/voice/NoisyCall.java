package io.conserje.testkit.voice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A guest who says sentences with pauses in between, on a line with noise, and where in it they
 * truly speak. Speech is what is less than 20 dB quieter than the guest's mean while speaking;
 * pauses under 200 ms belong to it.
 */
public final class NoisyCall {

  public static final int RATE = 8_000;

  /** 20 ms. */
  public static final int FRAME = RATE / 50;

  private static final double QUIETER = 0.1;
  private static final int SHORTEST_PAUSE = 10;
  private static final double SPEECH_LOUDNESS = 1_500;

  private final short[] samples;
  private final boolean[] speech;

  private NoisyCall(short[] samples, boolean[] speech) {
    this.samples = samples;
    this.speech = speech;
  }

  /**
   * @param decibels how much louder speech is than noise, each as its mean while it is there
   */
  public static NoisyCall of(List<short[]> sentences, LineNoise noise, double decibels, long seed) {
    Random random = new Random(seed);
    float[] clean = clean(sentences, random);
    boolean[] speech = speech(clean);
    double spoken = spokenLoudness(clean, speech);
    float[] noises = noise.of(clean.length, sentences, random);
    double quieter = Math.pow(10, -decibels / 20);
    short[] mixed = new short[clean.length];
    for (int i = 0; i < mixed.length; i++) {
      double sum = SPEECH_LOUDNESS * (clean[i] / spoken + quieter * noises[i]);
      mixed[i] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return new NoisyCall(mixed, speech);
  }

  private static float[] clean(List<short[]> sentences, Random random) {
    List<short[]> order = new ArrayList<>(sentences);
    Collections.shuffle(order, random);
    int length = 2 * RATE + order.stream().mapToInt(one -> one.length + 3 * RATE).sum();
    float[] clean = new float[length / FRAME * FRAME];
    int at = RATE + random.nextInt(RATE);
    for (short[] sentence : order) {
      for (int i = 0; i < sentence.length; i++) {
        clean[at + i] = sentence[i];
      }
      at += sentence.length + RATE / 2 + random.nextInt(5 * RATE / 2);
    }
    return clean;
  }

  private static boolean[] speech(float[] clean) {
    boolean[] speech = new boolean[clean.length / FRAME];
    double loudest = 0;
    for (int i = 0; i < speech.length; i++) {
      loudest = Math.max(loudest, frame(clean, i));
    }
    for (int i = 0; i < speech.length; i++) {
      speech[i] = frame(clean, i) > loudest * 0.05;
    }
    double mean = spokenLoudness(clean, speech);
    for (int i = 0; i < speech.length; i++) {
      speech[i] = frame(clean, i) > mean * QUIETER;
    }
    joinShortPauses(speech);
    return speech;
  }

  private static double frame(float[] clean, int index) {
    return Loudness.of(clean, index * FRAME, (index + 1) * FRAME);
  }

  private static void joinShortPauses(boolean[] speech) {
    int last = -1;
    for (int i = 0; i < speech.length; i++) {
      if (speech[i]) {
        for (int j = last + 1; last >= 0 && i - last <= SHORTEST_PAUSE && j < i; j++) {
          speech[j] = true;
        }
        last = i;
      }
    }
  }

  private static double spokenLoudness(float[] clean, boolean[] speech) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < speech.length; i++) {
      if (speech[i]) {
        sum += Math.pow(frame(clean, i), 2);
        count++;
      }
    }
    return Math.sqrt(sum / count);
  }

  /** Of 20 ms each. */
  public int frames() {
    return speech.length;
  }

  /** Writes one frame to {@code frame}. */
  public void frame(int index, short[] frame) {
    System.arraycopy(samples, index * FRAME, frame, 0, FRAME);
  }

  public boolean isSpeech(int index) {
    return speech[index];
  }
}
