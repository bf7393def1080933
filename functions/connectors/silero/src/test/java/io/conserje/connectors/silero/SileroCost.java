package io.conserje.connectors.silero;

import io.conserje.speech.VoiceActivity;
import io.conserje.speech.VoiceActivity.Thresholds;
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
  private static final int FRAMES_A_SECOND = 50;

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
        List<VoiceActivity> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
          calls.add(detector.begin(rate, Thresholds.USUAL));
        }
        second(calls, rate);
        second(calls, rate);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        int seconds = 5;
        for (int i = 0; i < seconds; i++) {
          second(calls, rate);
        }
        double each = (thread.getCurrentThreadCpuTime() - before) / 1e3 / seconds / CALLS;
        System.out.printf(
            "%d Hz: %.1f µs of a processor a frame, %.2f %% of a core a call, %.0f calls a core%n",
            rate, each / FRAMES_A_SECOND, each / 1e4, 1e6 / each);
        calls.forEach(VoiceActivity::close);
      }
    }
  }

  private static void second(List<VoiceActivity> calls, int rate) {
    Random random = new Random(3);
    short[] frame = new short[rate / FRAMES_A_SECOND];
    for (int i = 0; i < FRAMES_A_SECOND; i++) {
      for (int s = 0; s < frame.length; s++) {
        frame[s] = (short) (1_000 * random.nextGaussian());
      }
      for (VoiceActivity call : calls) {
        call.hear(frame, frame.length);
      }
    }
  }
}
