package io.conserje.connectors.audio.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.conserje.connectors.audio.line.Resampler;
import io.conserje.speech.VoiceActivity;
import io.conserje.speech.VoiceActivity.Change;
import io.conserje.speech.VoiceActivity.Thresholds;
import io.conserje.testkit.voice.DetectorTrial;
import io.conserje.testkit.voice.DetectorTrial.Result;
import io.conserje.testkit.voice.LineNoise;
import io.conserje.testkit.voice.NoisyCall;
import io.conserje.testkit.voice.SpokenSentences;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BuiltInDetectorTest {

  private static final int RATE = 8_000;

  private final BuiltInDetector detector = new BuiltInDetector();

  /** {@code -Dvoice.sentences=folder} tries others than those that are kept here. */
  @Test
  void speechIsToldFromNoise() throws IOException {
    String folder = System.getProperty("voice.sentences");
    List<short[]> sentences =
        folder == null ? SpokenSentences.kept() : SpokenSentences.in(Path.of(folder));
    System.out.println(Result.HEAD);
    for (LineNoise noise : LineNoise.values()) {
      for (int decibels : new int[] {20, 10, 5}) {
        Result result = DetectorTrial.run(detector, sentences, noise, decibels);
        System.out.println(result.row());
        double least = noise == LineNoise.BABBLE ? 0.87 : 0.965;
        boolean counts = decibels == 10;
        assertTrue(
            !counts || result.precision() >= least && result.recall() >= least, result.row());
        assertTrue(noise == LineNoise.BABBLE || result.falseAlarms() == 0, result.row());
      }
    }
  }

  @Test
  void silenceIsNoVoice() {
    assertEquals(List.of(), changes(new short[20 * RATE], 160, RATE));
  }

  @Test
  void noiseThatGrowsLouderIsLearned() {
    short[] noise = noise(30, 40);
    short[] louder = noise(30, 1_200);
    System.arraycopy(louder, 0, noise, 10 * RATE, 20 * RATE);
    List<Change> changes = changes(noise, 160, RATE);

    assertTrue(changes.size() <= 2, changes.toString());
    changes.stream()
        .filter(Change.Stopped.class::isInstance)
        .map(change -> ((Change.Stopped) change).since())
        .forEach(end -> assertTrue(end.compareTo(Duration.ofSeconds(14)) < 0, end.toString()));
    assertTrue(changes.isEmpty() || changes.getLast() instanceof Change.Stopped);
  }

  @Test
  void whereItIsCutMakesNoDifference() {
    short[] call = call();
    List<Change> frames = changes(call, 160, RATE);

    assertTrue(frames.size() >= 12, frames.toString());
    assertEquals(frames, changes(call, 37, RATE));
    assertEquals(frames, changes(call, 512, RATE));
  }

  @Test
  void aBetterLineIsHeardAsWell() {
    short[] call = call();
    Resampler twice = new Resampler(RATE, 2 * RATE);
    short[] there = new short[twice.most(call.length)];
    there = Arrays.copyOf(there, twice.resample(call, call.length, there));
    List<Change> usual = changes(call, 160, RATE);
    List<Change> better = changes(there, 320, 2 * RATE);

    assertEquals(usual.size(), better.size());
    for (int i = 0; i < usual.size(); i++) {
      Duration apart = since(usual.get(i)).minus(since(better.get(i))).abs();
      assertTrue(apart.compareTo(Duration.ofMillis(60)) <= 0, usual.get(i) + " " + better.get(i));
    }
  }

  /** Except for what it tells. */
  @Test
  void nothingIsMadeForEachFrame() {
    VoiceActivity activity = detector.begin(RATE, Thresholds.USUAL);
    short[] frame = noise(1, 100);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 2_000; i++) {
      activity.hear(frame, 160);
    }
    long before = thread.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 2_000; i++) {
      activity.hear(frame, 160);
    }
    long each = (thread.getCurrentThreadAllocatedBytes() - before) / 2_000;
    assertTrue(each < 16, each + " bytes");
  }

  private static short[] call() {
    NoisyCall call = NoisyCall.of(SpokenSentences.kept(), LineNoise.ROOM, 15, 3);
    short[] all = new short[call.frames() * NoisyCall.FRAME];
    short[] frame = new short[NoisyCall.FRAME];
    for (int i = 0; i < call.frames(); i++) {
      call.frame(i, frame);
      System.arraycopy(frame, 0, all, i * NoisyCall.FRAME, NoisyCall.FRAME);
    }
    return all;
  }

  private static short[] noise(int seconds, double loudness) {
    Random random = new Random(5);
    short[] noise = new short[seconds * RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (random.nextGaussian() * loudness);
    }
    return noise;
  }

  private List<Change> changes(short[] samples, int piece, int rate) {
    List<Change> changes = new ArrayList<>();
    try (VoiceActivity activity = detector.begin(rate, Thresholds.USUAL)) {
      for (int from = 0; from < samples.length; from += piece) {
        short[] next = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + piece));
        Change change = activity.hear(next, next.length);
        if (change != Change.NONE) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  private static Duration since(Change change) {
    return switch (change) {
      case Change.Started(Duration since) -> since;
      case Change.Stopped(Duration since) -> since;
      case Change.None _ -> Duration.ZERO;
    };
  }
}
