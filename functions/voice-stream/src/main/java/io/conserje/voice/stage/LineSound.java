package io.conserje.voice.stage;

import java.util.Arrays;

/**
 * The sound of one line: what was made, what the carrier was given, what the guest has heard. What
 * is heard is not kept.
 */
final class LineSound {

  private static final int FIRST_ROOM = 16_384;

  private final int number;
  private final LineText text;

  private byte[] kept = new byte[FIRST_ROOM];

  /** How many bytes of the line were heard and thrown away before those that are kept. */
  private long gone;

  private long made;
  private long sent;
  private long heard;
  private boolean complete;
  private boolean whole;

  LineSound(int number, LineText text) {
    this.number = number;
    this.text = text;
  }

  int number() {
    return number;
  }

  LineText text() {
    return text;
  }

  void add(byte[] sound) {
    int length = (int) (made - gone);
    if (length + sound.length > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + sound.length));
    }
    System.arraycopy(sound, 0, kept, length, sound.length);
    made += sound.length;
  }

  /**
   * There will be no more.
   *
   * @param whole whether all of its text was said
   */
  void complete(boolean whole) {
    this.complete = true;
    this.whole = whole;
  }

  boolean isComplete() {
    return complete;
  }

  long made() {
    return made;
  }

  long sent() {
    return sent;
  }

  long heard() {
    return heard;
  }

  long unsent() {
    return made - sent;
  }

  boolean isSent() {
    return complete && sent == made;
  }

  boolean isHeard() {
    return complete && heard == made;
  }

  /** The next bytes for the carrier, at most so many; empty where there are none. */
  byte[] next(int most) {
    int from = (int) (sent - gone);
    int length = (int) Math.min(most, made - sent);
    sent += length;
    return Arrays.copyOfRange(kept, from, from + length);
  }

  void heardUpTo(long bytes) {
    heard = Math.max(heard, Math.min(bytes, sent));
    if (heard - gone >= FIRST_ROOM) {
      System.arraycopy(kept, (int) (heard - gone), kept, 0, (int) (made - heard));
      gone = heard;
    }
  }

  /** What was given to the carrier and not heard is given once more. */
  void rewind() {
    sent = heard;
  }

  int heardCharacters() {
    return text.heard(heard, made, whole);
  }
}
