package io.conserje.conversation;

/**
 * What a language model read and wrote, in its own units, which is what it is paid by.
 *
 * @param read what it was given: instructions, history, tools
 * @param written what it answered, thoughts included
 */
public record Tokens(long read, long written) {

  public static final Tokens NONE = new Tokens(0, 0);

  /** About what a text comes to where nobody counted; Spanish takes less than four letters each. */
  private static final int LETTERS = 3;

  public static long about(CharSequence text) {
    return (text.length() + LETTERS - 1) / LETTERS;
  }

  public long total() {
    return read + written;
  }
}
