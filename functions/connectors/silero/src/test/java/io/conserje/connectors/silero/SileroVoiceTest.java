package io.conserje.connectors.silero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import io.conserje.connectors.audio.voice.BuiltInDetector;
import io.conserje.speech.VoiceActivity.Change;
import io.conserje.speech.VoiceActivity.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the model is asked, and what its answers count for. */
class SileroVoiceTest {

  private static final int RATE = 8_000;
  private static final int WINDOW = 256;
  private static final int QUIET = 40;
  private static final int LOUD = 6_000;

  /** The first sample of each window the model was asked about. */
  private final List<Short> asked = new ArrayList<>();

  private float likely;
  private boolean fails;
  private short heard;

  private final SileroVoice voice =
      new SileroVoice(
          new Model() {
            @Override
            public int window() {
              return WINDOW;
            }

            @Override
            public float next(short[] samples) throws OrtException {
              if (fails) {
                throw new OrtException("gone");
              }
              asked.add(samples[0]);
              return Math.abs(samples[1]) == LOUD ? likely : 0.1f;
            }

            @Override
            public void close() {}
          },
          new BuiltInDetector().begin(RATE, Thresholds.USUAL),
          RATE,
          Thresholds.USUAL);

  @Test
  void whatDoesNotStandOutFromTheLineIsNotAskedAbout() {
    windows(100, QUIET);

    assertEquals(1, asked.size(), "only whether somebody speaks from the first moment on");
  }

  @Test
  void whatStandsOutIsHeardWithWhatWasJustBeforeInItsOrder() {
    likely = 0.9f;
    windows(100, QUIET);
    asked.clear();
    List<Change> changes = windows(10, LOUD);

    assertEquals(List.of((short) 92, (short) 93), asked.subList(0, 2));
    assertEquals(18, asked.size());
    assertInstanceOf(Change.Started.class, changes.getFirst());
  }

  @Test
  void aShortPauseIsHeardByTheModelWithoutAGap() {
    likely = 0.9f;
    windows(100, QUIET);
    windows(20, LOUD);
    asked.clear();
    windows(1, QUIET);
    assertEquals(List.of(), asked);
    windows(1, LOUD);

    assertEquals(List.of((short) 120, (short) 121), asked);
  }

  @Test
  void theNextTablesVoiceDoesNotStandOutAndIsNobodys() {
    likely = 0.9f;
    windows(100, LOUD);

    assertEquals(List.of(), starts(windows(100, LOUD)), "it began before the line was heard");
    windows(200, QUIET);
    assertTrue(starts(windows(20, LOUD)).size() == 1);
  }

  @Test
  void withoutTheModelTheCallGoesOn() {
    windows(100, QUIET);
    fails = true;
    windows(5, LOUD);
    windows(50, QUIET);
    fails = false;
    asked.clear();

    assertEquals(1, starts(windows(30, LOUD)).size());
    assertEquals(List.of(), asked);
  }

  private static List<Duration> starts(List<Change> changes) {
    return changes.stream()
        .filter(Change.Started.class::isInstance)
        .map(change -> ((Change.Started) change).since())
        .toList();
  }

  private List<Change> windows(int count, int loud) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      short[] window = new short[WINDOW];
      for (int s = 1; s < WINDOW; s++) {
        window[s] = (short) (s / 16 % 2 == 0 ? loud : -loud);
      }
      window[0] = heard++;
      Change change = voice.hear(window, WINDOW);
      if (change != Change.NONE) {
        changes.add(change);
      }
    }
    return changes;
  }
}
