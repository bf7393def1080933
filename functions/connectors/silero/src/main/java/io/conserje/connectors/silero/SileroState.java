package io.conserje.connectors.silero;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Set;

/**
 * What the model remembers of one call. The memory is outside the heap and made once: the model
 * reads its input from it and writes its answer into it.
 */
final class SileroState implements Model {

  private static final int MEMORY = 2 * 128;
  private static final float FULL_SCALE = 32_768f;

  private final OrtSession session;
  private final int window;

  /** The end of the window before belongs to the input of the next. */
  private final int context;

  private final FloatBuffer input;
  private final FloatBuffer output = floats(1);
  private final OnnxTensor inputTensor;
  private final OnnxTensor rateTensor;
  private final OnnxTensor outputTensor;
  private final OnnxTensor[] memory = new OnnxTensor[2];

  /** Which of the two memories is read next; the other one is written. */
  private int now;

  SileroState(OrtEnvironment environment, OrtSession session, int rate) {
    this(environment, session, rate, rate == 16_000 ? 512 : 256);
  }

  SileroState(OrtEnvironment environment, OrtSession session, int rate, int window) {
    this.session = session;
    this.window = window;
    this.context = window / 8;
    this.input = floats(context + window);
    try {
      inputTensor = OnnxTensor.createTensor(environment, input, new long[] {1, context + window});
      LongBuffer one =
          ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
      rateTensor = OnnxTensor.createTensor(environment, one.put(0, rate), new long[] {});
      outputTensor = OnnxTensor.createTensor(environment, output, new long[] {1, 1});
      for (int i = 0; i < memory.length; i++) {
        memory[i] = OnnxTensor.createTensor(environment, floats(MEMORY), new long[] {2, 1, 128});
      }
    } catch (OrtException failed) {
      throw new IllegalStateException("No memory for a call's voice detector.", failed);
    }
  }

  private static FloatBuffer floats(int length) {
    return ByteBuffer.allocateDirect(length * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Override
  public int window() {
    return window;
  }

  @Override
  public float next(short[] samples) throws OrtException {
    for (int i = 0; i < context; i++) {
      input.put(i, input.get(window + i));
    }
    for (int i = 0; i < window; i++) {
      input.put(context + i, samples[i] / FULL_SCALE);
    }
    session
        .run(
            Map.of("input", inputTensor, "state", memory[now], "sr", rateTensor),
            Set.of(),
            Map.of("output", outputTensor, "stateN", memory[1 - now]))
        .close();
    now = 1 - now;
    return output.get(0);
  }

  @Override
  public void close() {
    inputTensor.close();
    rateTensor.close();
    outputTensor.close();
    for (OnnxTensor one : memory) {
      one.close();
    }
  }
}
