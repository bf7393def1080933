package io.conserje.connectors.silero;

import ai.onnxruntime.OrtException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a model costs for many calls that take turns on one thread; run by name only: {@code
 * -Dtest=SileroCost}, with a model of the same size, or with the one in {@code -Dsilero.model}.
 */
class SileroCost {

  private static final int CALLS = 200;
  private static final int WARM_UP = 60;
  private static final int WINDOWS = 150;

  @TempDir private Path folder;

  @Test
  void ofManyCalls() throws Exception {
    String given = System.getProperty("silero.model");
    Path model =
        given == null
            ? Files.write(folder.resolve("model.onnx"), MadeUpModel.file())
            : Path.of(given);
    for (int rate : new int[] {8_000, 16_000}) {
      try (SileroDetector detector = new SileroDetector(model)) {
        List<Model> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
          calls.add(detector.model(rate));
        }
        round(calls, WARM_UP);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        round(calls, WINDOWS);
        double each = (thread.getCurrentThreadCpuTime() - before) / 1e3 / WINDOWS / CALLS;
        double windowsASecond = (double) rate / calls.getFirst().window();
        System.out.printf(
            "%d Hz: %.1f µs of a processor a window, %.2f %% of a core for a call that is asked about always%n",
            rate, each, each * windowsASecond / 1e4);
        calls.forEach(Model::close);
      }
    }
  }

  private static void round(List<Model> calls, int windows) throws OrtException {
    Random random = new Random(3);
    short[] window = new short[calls.getFirst().window()];
    for (int i = 0; i < windows; i++) {
      for (int s = 0; s < window.length; s++) {
        window[s] = (short) (1_000 * random.nextGaussian());
      }
      for (Model call : calls) {
        call.next(window);
      }
    }
  }
}
