package io.conserje.outbound;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text into messages that every channel carries, at the end of a paragraph, else of a
 * sentence, else of a word.
 */
public final class Parts {

  /** Twilio takes 1600 characters. */
  static final int LONGEST = 1500;

  /** Rather in the middle of a thought than a part of a few words. */
  private static final int TOO_SHORT = LONGEST / 3;

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
    if (paragraph > TOO_SHORT) {
      return paragraph;
    }
    int sentence = sentence(text);
    if (sentence > TOO_SHORT) {
      return sentence;
    }
    int word = Math.max(text.lastIndexOf(' ', LONGEST), text.lastIndexOf('\n', LONGEST));
    if (word > 0) {
      return word;
    }
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  private static int sentence(String text) {
    for (int at = LONGEST; at > TOO_SHORT; at--) {
      boolean ends = ".!?…".indexOf(text.charAt(at - 1)) >= 0;
      if (ends && Character.isWhitespace(text.charAt(at))) {
        return at;
      }
    }
    return 0;
  }
}
