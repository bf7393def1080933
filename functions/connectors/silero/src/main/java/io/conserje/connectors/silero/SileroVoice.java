package io.conserje.connectors.silero;

import ai.onnxruntime.OrtException;
import io.conserje.connectors.audio.voice.LineLevels;
import io.conserje.connectors.audio.voice.VoiceRun;
import io.conserje.connectors.audio.voice.Windows;
import io.conserje.speech.VoiceActivity;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's voice by the model; should the model fail, the call goes on without it.
 *
 * <p>To the model the next table's voices are voices, too. The guest's is the one that stands out
 * from the line, so both have to say so. What does not stand out is the model not even asked about:
 * most of a call is that, and an answer costs as much as everything else that is done with the
 * sound.
 */
final class SileroVoice implements VoiceActivity {

  private static final Logger LOG = LoggerFactory.getLogger(SileroVoice.class);

  private static final float BEGINS = 0.7f;
  private static final float GOES_ON = 0.5f;

  /** For so long behind its end the model still hears a voice. */
  private static final Duration LAG = Duration.ofMillis(32);

  /** The beginning of what stands out is heard with what was just before. */
  private static final int BEFORE = 8;

  private final Model model;
  private final VoiceActivity instead;
  private final Windows windows;
  private final VoiceRun run;
  private final LineLevels levels;
  private final Windows.Listener listener = this::window;

  /** Whoever speaks from the first moment on does so before the line is heard without them. */
  private boolean lineHeard;

  private boolean voice;
  private boolean failed;

  /** The last windows that the model was not asked about, as a ring, and how many there were. */
  private final short[][] passed;

  private int passedBy;

  SileroVoice(Model model, VoiceActivity instead, int rate, Thresholds thresholds) {
    this.model = model;
    this.instead = instead;
    this.windows = new Windows(model.window());
    Duration window = Duration.ofNanos(model.window() * 1_000_000_000L / rate);
    this.run = new VoiceRun(window, thresholds);
    this.levels = new LineLevels(window);
    this.passed = new short[BEFORE][model.window()];
  }

  @Override
  public Change hear(short[] samples, int length) {
    return failed ? instead.hear(samples, length) : windows.hear(samples, length, listener);
  }

  private Change window(short[] window) {
    try {
      voice = lineHeard ? standsOut(window) : speaksAtOnce(window);
    } catch (OrtException fault) {
      failed = true;
      voice = false;
      LOG.warn("The voice detector's model failed; the built-in one takes this call over.", fault);
    }
    Change change = run.next(voice);
    return change instanceof Change.Stopped(Duration since)
        ? new Change.Stopped(since.minus(LAG))
        : change;
  }

  private boolean speaksAtOnce(short[] window) throws OrtException {
    float likely = model.next(window);
    lineHeard = likely < GOES_ON;
    return lineHeard ? learned(window, false) : likely > BEGINS;
  }

  private boolean learned(short[] window, boolean speech) {
    levels.hear(decibels(window));
    levels.learn(speech);
    return speech;
  }

  private boolean standsOut(short[] window) throws OrtException {
    levels.hear(decibels(window));
    boolean speech =
        levels.standsOut(voice) ? likely(window) > (voice ? GOES_ON : BEGINS) : pass(window);
    levels.learn(speech);
    return speech;
  }

  private boolean pass(short[] window) {
    System.arraycopy(window, 0, passed[passedBy % BEFORE], 0, window.length);
    passedBy++;
    return false;
  }

  private float likely(short[] window) throws OrtException {
    for (int i = Math.max(0, passedBy - BEFORE); i < passedBy; i++) {
      model.next(passed[i % BEFORE]);
    }
    passedBy = 0;
    return model.next(window);
  }

  private static float decibels(short[] window) {
    double sum = 1;
    for (short sample : window) {
      sum += (double) sample * sample / window.length;
    }
    return (float) (10 * Math.log10(sum));
  }

  @Override
  public void close() {
    model.close();
    instead.close();
  }
}
