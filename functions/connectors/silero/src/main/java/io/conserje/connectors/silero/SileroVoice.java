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
 * from the line, so both have to say so.
 */
final class SileroVoice implements VoiceActivity {

  private static final Logger LOG = LoggerFactory.getLogger(SileroVoice.class);

  private static final float BEGINS = 0.7f;
  private static final float GOES_ON = 0.5f;

  /** For so long behind its end the model still hears a voice. */
  private static final Duration LAG = Duration.ofMillis(32);

  private final SileroState state;
  private final VoiceActivity instead;
  private final Windows windows;
  private final VoiceRun run;
  private final LineLevels levels;
  private final Windows.Listener listener = this::window;

  /** Whoever speaks from the first moment on does so before the line is heard without them. */
  private boolean lineHeard;

  private boolean voice;
  private boolean failed;

  SileroVoice(SileroState state, VoiceActivity instead, int rate, Thresholds thresholds) {
    this.state = state;
    this.instead = instead;
    this.windows = new Windows(state.window());
    Duration window = Duration.ofNanos(state.window() * 1_000_000_000L / rate);
    this.run = new VoiceRun(window, thresholds);
    this.levels = new LineLevels(window);
  }

  @Override
  public Change hear(short[] samples, int length) {
    return failed ? instead.hear(samples, length) : windows.hear(samples, length, listener);
  }

  private Change window(short[] window) {
    try {
      float likely = state.next(window);
      lineHeard |= likely < GOES_ON;
      voice = lineHeard ? standsOut(window, likely) : likely > BEGINS;
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

  private boolean standsOut(short[] window, float likely) {
    levels.hear(decibels(window));
    boolean speech = likely > (voice ? GOES_ON : BEGINS) && levels.standsOut(voice);
    levels.learn(speech);
    return speech;
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
    state.close();
    instead.close();
  }
}
