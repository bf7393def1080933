package io.conserje.connectors.audio.voice;

import io.conserje.speech.VoiceActivity.Change;

/** Cuts samples, in whatever pieces they come, into windows of one length. */
public final class Windows {

  private final short[] window;
  private int filled;

  public Windows(int length) {
    this.window = new short[length];
  }

  /** Hears one window. */
  public interface Listener {

    /**
     * @param window lent
     */
    Change hear(short[] window);
  }

  /** Of several changes at once only the last counts, and none where all is as it was before. */
  public Change hear(short[] samples, int length, Listener listener) {
    Change last = Change.NONE;
    int changes = 0;
    for (int from = 0; from < length; ) {
      int some = Math.min(length - from, window.length - filled);
      System.arraycopy(samples, from, window, filled, some);
      filled += some;
      from += some;
      if (filled == window.length) {
        filled = 0;
        Change change = listener.hear(window);
        if (change != Change.NONE) {
          last = change;
          changes++;
        }
      }
    }
    return changes % 2 == 1 ? last : Change.NONE;
  }
}
