package io.conserje.conversation.builtin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the intents from the examples in {@code src/main/nlu}: a linear model with a softmax, by
 * steps downhill. The same examples always give the same bytes.
 */
public final class IntentTraining {

  private static final int ROUNDS = 30;
  private static final double STEP = 0.6;
  private static final double SHRINK = 3e-4;
  private static final long SEED = 7;

  private record Example(int[] features, int intent) {}

  private final double[][] weights = new double[Intent.values().length][IntentClassifier.SIZE];

  private IntentTraining() {}

  /** Reads every file of the folder {@code args[0]} and writes the model under {@code args[1]}. */
  public static void main(String[] args) throws IOException {
    List<Examples.Example> examples = Examples.in(Path.of(args[0]));
    Path model =
        Path.of(args[1])
            .resolve(IntentTraining.class.getPackageName().replace('.', '/'))
            .resolve(IntentClassifier.RESOURCE);
    Files.createDirectories(model.getParent());
    try (OutputStream to = Files.newOutputStream(model)) {
      of(examples).write(to);
    }
    System.out.printf("%d examples, model of %d kB%n", examples.size(), Files.size(model) / 1024);
  }

  static IntentClassifier of(List<Examples.Example> examples) {
    IntentTraining training = new IntentTraining();
    List<Example> all = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      for (Examples.Example variant : Variants.of(examples.get(i), i)) {
        all.add(example(variant));
      }
    }
    training.learn(all);
    return training.rounded();
  }

  private static Example example(Examples.Example example) {
    Words words = Words.of(example.text());
    return new Example(
        Features.of(words, TopicWords.all(words), IntentClassifier.SIZE),
        example.intent().ordinal());
  }

  private void learn(List<Example> examples) {
    List<Example> shuffled = new ArrayList<>(examples);
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(shuffled, random);
      double step = STEP / (1 + 0.15 * round);
      shuffled.forEach(example -> learn(example, step));
    }
  }

  private void learn(Example example, double step) {
    double norm = 1 / StrictMath.sqrt(example.features.length);
    double[] scores = new double[weights.length];
    for (int intent = 0; intent < weights.length; intent++) {
      for (int feature : example.features) {
        scores[intent] += weights[intent][feature];
      }
      scores[intent] *= norm;
    }
    double[] shares = IntentClassifier.shares(scores);
    for (int intent = 0; intent < weights.length; intent++) {
      double wrong = shares[intent] - (intent == example.intent ? 1 : 0);
      for (int feature : example.features) {
        double weight = weights[intent][feature];
        weights[intent][feature] = weight - step * (wrong * norm + SHRINK * weight);
      }
    }
  }

  private IntentClassifier rounded() {
    byte[][] bytes = new byte[weights.length][IntentClassifier.SIZE];
    float[] scales = new float[weights.length];
    for (int intent = 0; intent < weights.length; intent++) {
      double most = 1e-9;
      for (double weight : weights[intent]) {
        most = Math.max(most, Math.abs(weight));
      }
      scales[intent] = (float) (most / Byte.MAX_VALUE);
      for (int i = 0; i < IntentClassifier.SIZE; i++) {
        bytes[intent][i] = (byte) Math.round(weights[intent][i] / scales[intent]);
      }
    }
    return new IntentClassifier(bytes, scales);
  }
}
