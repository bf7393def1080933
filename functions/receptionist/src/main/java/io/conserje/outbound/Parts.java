package io.conserje.outbound;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text into messages that every channel carries, at the end of a paragraph, else of a
 * word.
 */
public final class Parts {

  /** Twilio takes 1600 characters. */
  static final int LONGEST = 1500;

  private Parts() {}

  public static List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > LONGEST) {
      int end = end(rest);
      parts.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    parts.add(rest);
    return parts;
  }

  private static int end(String text) {
    int paragraph = text.lastIndexOf("\n\n", LONGEST);
    int word = text.lastIndexOf(' ', LONGEST);
    if (paragraph > 0) {
      return paragraph;
    }
    if (word > 0) {
      return word;
    }
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }
}
