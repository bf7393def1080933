package io.conserje.connectors.audio.voice;

import io.conserje.connectors.audio.line.Resampler;
import io.conserje.speech.VoiceActivity;
import java.time.Duration;

/** Every 20 ms, asks how much likelier what is heard is with a voice than without one. */
final class LineVoice implements VoiceActivity {

  private static final int RATE = 8_000;
  private static final int HOP = RATE / 50;

  /**
   * The last window with a voice in it overlaps its neighbours, and the voice ended somewhere in
   * it: about in the middle.
   */
  private static final Duration PART = Duration.ofMillis(500L * Spectrum.LENGTH / RATE);

  private final Windows windows = new Windows(HOP);
  private final VoiceRun run;
  private final float[] heard = new float[Spectrum.LENGTH];

  /** Made once, since it is needed fifty times in each second of each call. */
  private final Windows.Listener listener = this::window;

  private final SpeechLikelihood likelihood = new SpeechLikelihood();

  /** Null for a line at 8 kHz. */
  private final Resampler resampler;

  private short[] resampled = new short[HOP + 1];

  LineVoice(int rate, Thresholds thresholds) {
    this.resampler = rate == RATE ? null : new Resampler(rate, RATE);
    this.run = new VoiceRun(Duration.ofMillis(20), thresholds);
  }

  @Override
  public Change hear(short[] samples, int length) {
    if (resampler == null) {
      return windows.hear(samples, length, listener);
    }
    if (resampler.most(length) > resampled.length) {
      resampled = new short[resampler.most(length)];
    }
    int there = resampler.resample(samples, length, resampled);
    return windows.hear(resampled, there, listener);
  }

  private Change window(short[] window) {
    System.arraycopy(heard, HOP, heard, 0, Spectrum.LENGTH - HOP);
    for (int i = 0; i < HOP; i++) {
      heard[Spectrum.LENGTH - HOP + i] = window[i];
    }
    Change change = run.next(likelihood.isSpeech(heard));
    return change instanceof Change.Stopped(Duration since)
        ? new Change.Stopped(since.minus(PART))
        : change;
  }
}
