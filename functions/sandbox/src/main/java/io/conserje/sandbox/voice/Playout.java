package io.conserje.sandbox.voice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a telephone company has been given to play and has not played yet. A mark comes back when
 * all before it was played, or was thrown away.
 */
public final class Playout {

  private final Deque<Object> waiting = new ArrayDeque<>();
  private byte[] current = new byte[0];
  private int played;
  private long given;

  /** What is heard for the length of one frame. */
  public record Frame(byte[] sound, boolean speech, List<String> marks) {}

  public synchronized void add(byte[] sound) {
    given += sound.length;
    waiting.add(sound);
  }

  public synchronized void mark(String name) {
    waiting.add(name);
  }

  /** The marks of all that is not played any more. */
  public synchronized List<String> clear() {
    List<String> marks = new ArrayList<>();
    for (Object one : waiting) {
      if (one instanceof String name) {
        marks.add(name);
      }
    }
    waiting.clear();
    current = new byte[0];
    played = 0;
    return marks;
  }

  public synchronized Frame next() {
    byte[] sound = PhoneSound.silence(PhoneSound.FRAME);
    List<String> marks = new ArrayList<>();
    int filled = 0;
    while (filled < sound.length && more(marks)) {
      int now = Math.min(sound.length - filled, current.length - played);
      System.arraycopy(current, played, sound, filled, now);
      filled += now;
      played += now;
    }
    while (played == current.length && waiting.peek() instanceof String name) {
      waiting.poll();
      marks.add(name);
    }
    return new Frame(sound, filled > 0, marks);
  }

  /** Whether there is sound; marks before it are reached. */
  private boolean more(List<String> marks) {
    while (played == current.length) {
      Object one = waiting.poll();
      if (one == null) {
        return false;
      }
      if (one instanceof String name) {
        marks.add(name);
      } else {
        current = (byte[]) one;
        played = 0;
      }
    }
    return true;
  }

  /** In bytes, from the beginning. */
  public synchronized long given() {
    return given;
  }
}
