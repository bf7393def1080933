package io.conserje.connectors.audio.voice;

import io.conserje.speech.VoiceActivity.Change;
import io.conserje.speech.VoiceActivity.Thresholds;
import java.time.Duration;

/**
 * Makes beginnings and ends of windows that have a voice in them or not. A single window without
 * voice does not undo a beginning.
 */
public final class VoiceRun {

  private final long windowNanos;
  private final long start;
  private final long stop;

  private long window;
  private boolean voice;

  /** The first window of what may become a voice; -1 for none. */
  private long begun = -1;

  private int hits;
  private int misses;

  /** The window behind the last one with a voice. */
  private long ended;

  public VoiceRun(Duration window, Thresholds thresholds) {
    this.windowNanos = window.toNanos();
    this.start = thresholds.start().toNanos();
    this.stop = thresholds.stop().toNanos();
  }

  /** The next window. */
  public Change next(boolean heard) {
    Change change = voice ? whileVoice(heard) : whileSilence(heard);
    window++;
    return change;
  }

  private Change whileSilence(boolean heard) {
    if (!heard) {
      if (++misses > 1) {
        begun = -1;
        hits = 0;
      }
      return Change.NONE;
    }
    misses = 0;
    if (begun < 0) {
      begun = window;
    }
    if (++hits * windowNanos < start) {
      return Change.NONE;
    }
    voice = true;
    ended = window + 1;
    return new Change.Started(Duration.ofNanos(begun * windowNanos));
  }

  private Change whileVoice(boolean heard) {
    if (heard) {
      ended = window + 1;
    } else if ((window + 1 - ended) * windowNanos >= stop) {
      voice = false;
      begun = -1;
      hits = 0;
      misses = 0;
      return new Change.Stopped(Duration.ofNanos(ended * windowNanos));
    }
    return Change.NONE;
  }
}
