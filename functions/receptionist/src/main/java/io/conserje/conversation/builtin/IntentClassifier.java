package io.conserje.conversation.builtin;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Tells how likely each intent is: one weight for every intent and feature, one byte each, trained
 * by {@link IntentTraining} when the core is built.
 */
final class IntentClassifier {

  static final String RESOURCE = "intents.gz";
  static final int SIZE = 1 << 16;

  private static final class Trained {
    static final IntentClassifier HERE = load();
  }

  private final byte[][] weights;
  private final float[] scales;

  IntentClassifier(byte[][] weights, float[] scales) {
    this.weights = weights;
    this.scales = scales;
  }

  static IntentClassifier trained() {
    return Trained.HERE;
  }

  static IntentClassifier load() {
    try (InputStream file = IntentClassifier.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException(
            "The trained intents are not on the class path: build the core with Maven, or run "
                + IntentTraining.class.getName());
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How likely each intent is, by its ordinal; together they are 1. */
  double[] likelihoods(Words words, Set<Topic> topics) {
    int[] features = Features.of(words, topics, SIZE);
    double[] scores = new double[weights.length];
    for (int intent = 0; intent < weights.length; intent++) {
      long sum = 0;
      for (int feature : features) {
        sum += weights[intent][feature];
      }
      scores[intent] = sum * (double) scales[intent] / StrictMath.sqrt(features.length);
    }
    return shares(scores);
  }

  static double[] shares(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(0);
    double[] shares = Arrays.stream(scores).map(s -> StrictMath.exp(s - most)).toArray();
    double all = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(s -> s / all).toArray();
  }

  void write(OutputStream to) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
      out.writeInt(weights.length);
      for (int intent = 0; intent < weights.length; intent++) {
        out.writeFloat(scales[intent]);
        out.write(weights[intent]);
      }
    }
  }

  private static IntentClassifier read(InputStream from) throws IOException {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(from, 1 << 16))) {
      byte[][] weights = new byte[in.readInt()][];
      float[] scales = new float[weights.length];
      for (int intent = 0; intent < weights.length; intent++) {
        scales[intent] = in.readFloat();
        weights[intent] = in.readNBytes(SIZE);
      }
      return new IntentClassifier(weights, scales);
    }
  }
}
