package io.conserje.connectors.silero;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Random;

/** Whether a model does what is going to be asked of it, tried once before the first call. */
final class ModelProbe {

  private static final int WINDOWS = 3;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final short[] sound = noise();

  private ModelProbe(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * Tries it.
   *
   * @throws IllegalArgumentException if its answers are no probabilities, or if it knows only one
   *     rate: such a model takes a telephone's sound for another one and says nothing
   */
  static void look(OrtEnvironment environment, OrtSession session) throws OrtException {
    ModelProbe probe = new ModelProbe(environment, session);
    probe.answer(16_000, 512);
    if (probe.answer(8_000, 256) == probe.answer(16_000, 256)) {
      throw new IllegalArgumentException(
          "it does not heed the rate, so it knows only one; telephones have 8 kHz, browsers 16");
    }
  }

  private static short[] noise() {
    Random random = new Random(1);
    short[] noise = new short[512];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (2_000 * random.nextGaussian());
    }
    return noise;
  }

  private float answer(int rate, int window) throws OrtException {
    float likely = 0;
    try (SileroState state = new SileroState(environment, session, rate, window)) {
      for (int i = 0; i < WINDOWS; i++) {
        likely = state.next(sound);
        if (!(likely >= 0 && likely <= 1)) {
          throw new IllegalArgumentException("it answers " + likely + ", which is no probability");
        }
      }
    }
    return likely;
  }
}
