package io.conserje.sandbox.voice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises the recordings by their sound, whether they come as Ogg or decoded: by how loud they
 * are from moment to moment.
 */
public final class Ear {

  private static final int WINDOW = 320;
  private static final int WAV_HEAD = 44;
  private static final double QUIET = 150;
  private static final double ALIKE = 0.95;
  private static final int MOST_DIFFERENCE = 10;

  private final Map<String, double[]> known = new LinkedHashMap<>();

  public Ear() {
    for (String name : Recordings.names()) {
      known.put(name, loudness(OpusFile.play(Recordings.sound(name))));
    }
  }

  /**
   * What was heard.
   *
   * @param words empty for what nobody knows
   */
  public record Heard(double seconds, boolean silent, String words) {}

  /** Empty for what cannot be played. */
  public Optional<Heard> hear(byte[] file) {
    try {
      short[] samples = samples(file);
      double[] heard = loudness(samples);
      boolean silent = true;
      for (double window : heard) {
        silent &= window < QUIET;
      }
      return Optional.of(new Heard(samples.length / 16_000.0, silent, silent ? "" : words(heard)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static short[] samples(byte[] file) {
    if (file.length < WAV_HEAD || file[0] != 'R') {
      return OpusFile.play(file);
    }
    short[] samples = new short[(file.length - WAV_HEAD) / 2];
    ByteBuffer.wrap(file, WAV_HEAD, samples.length * 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    return samples;
  }

  private String words(double[] heard) {
    return known.entrySet().stream()
        .filter(entry -> alike(entry.getValue(), heard))
        .map(entry -> Recordings.words(entry.getKey()))
        .findFirst()
        .orElse("");
  }

  private static double[] loudness(short[] samples) {
    double[] windows = new double[samples.length / WINDOW];
    for (int i = 0; i < windows.length; i++) {
      double energy = 0;
      for (int s = i * WINDOW; s < (i + 1) * WINDOW; s++) {
        energy += (double) samples[s] * samples[s];
      }
      windows[i] = Math.sqrt(energy / WINDOW);
    }
    return windows;
  }

  /** The angle between the two, as far as both go. */
  private static boolean alike(double[] one, double[] other) {
    if (Math.abs(one.length - other.length) > MOST_DIFFERENCE) {
      return false;
    }
    double product = 0;
    double ones = 0;
    double others = 0;
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      product += one[i] * other[i];
      ones += one[i] * one[i];
      others += other[i] * other[i];
    }
    return ones > 0 && others > 0 && product / Math.sqrt(ones * others) > ALIKE;
  }
}
