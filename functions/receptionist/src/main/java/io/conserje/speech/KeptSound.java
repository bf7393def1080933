package io.conserje.speech;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The last of what a guest said, as it came, for whoever has to listen to it once more. It keeps
 * the pieces it is given and copies none. For one thread.
 */
public final class KeptSound {

  private final AudioFormat format;
  private final int most;
  private final Deque<byte[]> pieces = new ArrayDeque<>();
  private int kept;

  /** Of all bytes that ever came, how many came before those that are kept. */
  private long gone;

  /**
   * @param longest what is older is let go
   */
  public KeptSound(AudioFormat format, Duration longest) {
    this.format = format;
    this.most = format.bytes(longest);
  }

  public void add(byte[] sound) {
    pieces.add(sound);
    kept += sound.length;
    while (kept > most) {
      letGo();
    }
  }

  /** When what is kept begins, counted from the first byte that ever came. */
  public Duration from() {
    return format.length(gone);
  }

  /** What was said before is not needed any more. */
  public void forget(Duration before) {
    while (!pieces.isEmpty() && gone + pieces.peek().length <= format.bytes(before)) {
      letGo();
    }
  }

  /** All that is kept, in pieces of about this length: many small ones would be many messages. */
  public List<byte[]> inPiecesOf(Duration length) {
    byte[] all = new byte[kept];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    List<byte[]> parts = new ArrayList<>();
    int size = Math.max(format.encoding().bytes(), format.bytes(length));
    for (int from = 0; from < all.length; from += size) {
      parts.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + size)));
    }
    return parts;
  }

  private void letGo() {
    byte[] piece = pieces.poll();
    kept -= piece.length;
    gone += piece.length;
  }
}
