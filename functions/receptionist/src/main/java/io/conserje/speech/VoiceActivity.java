package io.conserje.speech;

import java.time.Duration;

/**
 * Notices whether anybody speaks. One for each call, asked by one thread; it adapts to the noise of
 * its line.
 */
public interface VoiceActivity extends AutoCloseable {

  /** Makes one for each call. */
  interface Detector {

    /** For metrics and the record of a call: {@code built-in}, {@code silero} … */
    String name();

    /**
     * @param rate samples in a second: 8000 or 16000
     */
    VoiceActivity begin(int rate, Thresholds thresholds);
  }

  /**
   * How long it must last before it is told.
   *
   * @param start of voice
   * @param stop of silence
   */
  record Thresholds(Duration start, Duration stop) {

    /** Quick enough to stop speaking, slow enough for a cough. */
    public static final Thresholds USUAL =
        new Thresholds(Duration.ofMillis(120), Duration.ofMillis(200));
  }

  /**
   * What is heard with these samples. Any number of samples may come at once; what does not fill
   * the detector's own window waits in it.
   *
   * @param samples lent: they are another frame's after this returns
   * @param length how many of them count
   */
  Change hear(short[] samples, int length);

  @Override
  default void close() {}

  /** What has changed. Times count from the first sample. */
  sealed interface Change {

    Change NONE = new None();

    record None() implements Change {}

    /**
     * Somebody speaks.
     *
     * @param since when the voice began: earlier than now by the threshold and the window
     */
    record Started(Duration since) implements Change {}

    /**
     * Nobody speaks any more.
     *
     * @param since when the voice ended
     */
    record Stopped(Duration since) implements Change {}
  }
}
