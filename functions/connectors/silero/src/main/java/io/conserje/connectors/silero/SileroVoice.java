package io.conserje.connectors.silero;

import ai.onnxruntime.OrtException;
import io.conserje.connectors.audio.voice.VoiceRun;
import io.conserje.connectors.audio.voice.Windows;
import io.conserje.speech.VoiceActivity;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call's voice by the model; should the model fail, the call goes on without it. */
final class SileroVoice implements VoiceActivity {

  private static final Logger LOG = LoggerFactory.getLogger(SileroVoice.class);

  private static final float BEGINS = 0.5f;
  private static final float GOES_ON = 0.35f;

  private final SileroState state;
  private final VoiceActivity instead;
  private final Windows windows;
  private final VoiceRun run;
  private final Windows.Listener listener = this::window;

  private boolean voice;
  private boolean failed;

  SileroVoice(SileroState state, VoiceActivity instead, int rate, Thresholds thresholds) {
    this.state = state;
    this.instead = instead;
    this.windows = new Windows(state.window());
    this.run = new VoiceRun(Duration.ofNanos(state.window() * 1_000_000_000L / rate), thresholds);
  }

  @Override
  public Change hear(short[] samples, int length) {
    return failed ? instead.hear(samples, length) : windows.hear(samples, length, listener);
  }

  private Change window(short[] window) {
    try {
      voice = state.next(window) > (voice ? GOES_ON : BEGINS);
    } catch (OrtException fault) {
      failed = true;
      voice = false;
      LOG.warn("The voice detector's model failed; the built-in one takes this call over.", fault);
    }
    return run.next(voice);
  }

  @Override
  public void close() {
    state.close();
    instead.close();
  }
}
