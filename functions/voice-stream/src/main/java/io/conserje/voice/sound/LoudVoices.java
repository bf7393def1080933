package io.conserje.voice.sound;

import io.conserje.speech.VoiceActivity;

/**
 * Takes for a voice what is much louder than the line usually is. The floor follows silence quickly
 * and noise slowly.
 */
public final class LoudVoices implements VoiceActivity.Detector {

  @Override
  public String name() {
    return "loudness";
  }

  @Override
  public VoiceActivity begin(int rate, VoiceActivity.Thresholds thresholds) {
    return new Line(rate, thresholds);
  }

  private static final class Line implements VoiceActivity {

    private static final double ABOVE_FLOOR = 4;
    private static final double LEAST = 150;
    private static final double HIGHEST_FLOOR = 1_500;

    private final int rate;
    private final long start;
    private final long stop;
    private double floor = 40;
    private long heard;
    private long changedFor;
    private boolean voice;

    Line(int rate, Thresholds thresholds) {
      this.rate = rate;
      this.start = thresholds.start().toMillis() * rate / 1000;
      this.stop = thresholds.stop().toMillis() * rate / 1000;
    }

    @Override
    public Change hear(short[] samples, int length) {
      if (length == 0) {
        return Change.NONE;
      }
      double level = level(samples, length);
      boolean loud = level > Math.max(LEAST, ABOVE_FLOOR * floor);
      floor += (Math.min(level, HIGHEST_FLOOR) - floor) * (level < floor ? 0.2 : loud ? 0 : 0.01);
      heard += length;
      changedFor = loud == voice ? 0 : changedFor + length;
      if (changedFor < (voice ? stop : start) || changedFor == 0) {
        return Change.NONE;
      }
      var since = java.time.Duration.ofNanos((heard - changedFor) * 1_000_000_000L / rate);
      changedFor = 0;
      voice = !voice;
      return voice ? new Change.Started(since) : new Change.Stopped(since);
    }

    private static double level(short[] samples, int length) {
      double sum = 0;
      for (int i = 0; i < length; i++) {
        sum += (double) samples[i] * samples[i];
      }
      return Math.sqrt(sum / length);
    }
  }
}
