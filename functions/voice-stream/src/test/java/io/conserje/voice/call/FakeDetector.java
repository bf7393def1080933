package io.conserje.voice.call;

import io.conserje.speech.VoiceActivity;
import java.time.Duration;

/** Everything that is not silence is a voice. */
public final class FakeDetector implements VoiceActivity.Detector {

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public VoiceActivity begin(int rate, VoiceActivity.Thresholds thresholds) {
    return new VoiceActivity() {

      private long heard;
      private long same;
      private boolean voice;

      @Override
      public Change hear(short[] samples, int length) {
        boolean loud = Math.abs(samples[0]) > 100;
        heard += length;
        same = loud == voice ? 0 : same + length;
        Duration needed = voice ? thresholds.stop() : thresholds.start();
        if (same * 1000 / rate < needed.toMillis()) {
          return Change.NONE;
        }
        Duration since = Duration.ofMillis((heard - same) * 1000 / rate);
        voice = loud;
        same = 0;
        return voice ? new Change.Started(since) : new Change.Stopped(since);
      }
    };
  }
}
