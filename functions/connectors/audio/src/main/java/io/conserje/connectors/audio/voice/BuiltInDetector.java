package io.conserje.connectors.audio.voice;

import io.conserje.speech.VoiceActivity;

/** Needs no model: it compares what is heard with the noise of its line. */
public final class BuiltInDetector implements VoiceActivity.Detector {

  @Override
  public String name() {
    return "built-in";
  }

  @Override
  public VoiceActivity begin(int rate, VoiceActivity.Thresholds thresholds) {
    return new LineVoice(rate, thresholds);
  }
}
