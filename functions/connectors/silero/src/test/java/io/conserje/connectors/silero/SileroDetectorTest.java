package io.conserje.connectors.silero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.speech.VoiceActivity;
import io.conserje.speech.VoiceActivity.Change;
import io.conserje.speech.VoiceActivity.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SileroDetectorTest {

  private static final int GUEST = 16_000;

  /** By 12 dB. */
  private static final int GUEST_FARTHER = 4_000;

  /** 16 dB below the guest; loud enough for the model. */
  private static final int NEXT_TABLE = 2_500;

  @TempDir private Path folder;

  private SileroDetector detector() throws IOException {
    return new SileroDetector(Files.write(folder.resolve("model.onnx"), SmallModel.file()));
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void theModelIsAskedWindowByWindow(int rate) throws Exception {
    try (SileroDetector detector = detector();
        VoiceActivity activity = detector.begin(rate, Thresholds.USUAL)) {
      List<Change> changes = new ArrayList<>();
      for (int frame = 0; frame < 200; frame++) {
        boolean loud = frame >= 50 && frame < 100;
        Change change = activity.hear(frame(rate / 50, loud), rate / 50);
        if (change != Change.NONE) {
          changes.add(change);
        }
      }
      assertEquals(2, changes.size(), changes.toString());
      assertNear(1_000, ((Change.Started) changes.getFirst()).since());
      assertNear(2_000, ((Change.Stopped) changes.getLast()).since());
    }
  }

  /** To the model the next table's voices are voices, too. */
  @Test
  void whoIsFarQuieterThanTheGuestIsNotTheGuest() throws Exception {
    List<Change> changes = changes(0, GUEST, 0, NEXT_TABLE, NEXT_TABLE, 0, GUEST_FARTHER, 0);

    assertEquals(4, changes.size(), changes.toString());
    assertNear(1_000, ((Change.Started) changes.get(0)).since());
    assertNear(2_000, ((Change.Stopped) changes.get(1)).since());
    assertNear(6_000, ((Change.Started) changes.get(2)).since());
    assertNear(7_000, ((Change.Stopped) changes.get(3)).since());
  }

  /** Before a guest was heard there is nobody to be quieter than. */
  @Test
  void whoIsAloneOnTheLineIsTheGuestHoweverQuiet() throws Exception {
    List<Change> changes = changes(0, NEXT_TABLE, 0);

    assertEquals(2, changes.size(), changes.toString());
    assertNear(1_000, ((Change.Started) changes.getFirst()).since());
  }

  @Test
  void whoSpeaksFromTheFirstMomentOnIsHeardThoughTheLineWasNot() throws Exception {
    List<Change> changes = changes(GUEST, 0);

    assertEquals(2, changes.size(), changes.toString());
    assertNear(0, ((Change.Started) changes.getFirst()).since());
  }

  /** What is told of a telephone that is so loud for a second each. */
  private List<Change> changes(int... seconds) throws Exception {
    List<Change> changes = new ArrayList<>();
    try (SileroDetector detector = detector();
        VoiceActivity activity = detector.begin(8_000, Thresholds.USUAL)) {
      for (int frame = 0; frame < 50 * seconds.length; frame++) {
        Change change = activity.hear(frame(160, seconds[frame / 50]), 160);
        if (change != Change.NONE) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  @Test
  void callsDoNotHearEachOther() throws Exception {
    try (SileroDetector detector = detector();
        VoiceActivity silent = detector.begin(8_000, Thresholds.USUAL);
        VoiceActivity loud = detector.begin(8_000, Thresholds.USUAL)) {
      int started = 0;
      for (int frame = 0; frame < 100; frame++) {
        started += loud.hear(frame(160, true), 160) instanceof Change.Started ? 1 : 0;
        assertEquals(Change.NONE, silent.hear(frame(160, false), 160));
      }
      assertEquals(1, started);
    }
  }

  @Test
  void whatIsNoModelIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("model.onnx"), "no model");

    String message =
        assertThrows(IllegalArgumentException.class, () -> new SileroDetector(file)).getMessage();
    assertTrue(message.contains("model.onnx"), message);
  }

  /** It would hear a telephone as something else, and nobody would know why it notices no voice. */
  @Test
  void aModelOfOneRateIsRefusedAtOnce() throws IOException {
    Path file = Files.write(folder.resolve("model.onnx"), SmallModel.deafToRate());

    String message =
        assertThrows(IllegalArgumentException.class, () -> new SileroDetector(file)).getMessage();
    assertTrue(message.contains("model.onnx") && message.contains("rate"), message);
  }

  /** Silero's own size: what it takes in and gives back, call after call. */
  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void aModelOfTheRealSizeRuns(int rate) throws Exception {
    Path file = Files.write(folder.resolve("model.onnx"), MadeUpModel.file());
    try (SileroDetector detector = new SileroDetector(file);
        VoiceActivity activity = detector.begin(rate, Thresholds.USUAL)) {
      for (int frame = 0; frame < 50; frame++) {
        activity.hear(frame(rate / 50, frame % 2 == 0), rate / 50);
      }
    }
  }

  private static short[] frame(int length, boolean loud) {
    return frame(length, loud ? 8_000 : 0);
  }

  private static short[] frame(int length, int level) {
    short[] frame = new short[length];
    Arrays.fill(frame, (short) level);
    return frame;
  }

  private static void assertNear(long milliseconds, Duration moment) {
    assertTrue(Math.abs(moment.toMillis() - milliseconds) <= 120, moment.toString());
  }
}
