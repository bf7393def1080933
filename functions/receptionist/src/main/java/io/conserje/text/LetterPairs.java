package io.conserje.text;

/** Which pairs of neighbouring letters a text has, upper and lower case being the same. */
final class LetterPairs {

  private static final int BITS = 11;

  /** One text is held against many patterns in a row, and so is what was made of it. */
  private static volatile LetterPairs[] lately = {new LetterPairs("")};

  private static final int MOST = 4;

  private final String text;
  private final long[] held = new long[1 << BITS - 6];

  private LetterPairs(String text) {
    this.text = text;
    for (char pair : of(text)) {
      held[pair >> 6] |= 1L << pair;
    }
  }

  static LetterPairs in(String text) {
    LetterPairs[] before = lately;
    for (LetterPairs known : before) {
      if (known.text == text) {
        return known;
      }
    }
    LetterPairs fresh = new LetterPairs(text);
    LetterPairs[] now = new LetterPairs[Math.min(MOST, before.length + 1)];
    now[0] = fresh;
    System.arraycopy(before, 0, now, 1, now.length - 1);
    lately = now;
    return fresh;
  }

  /** The pairs in order, each as a number below 2,048. */
  static char[] of(String text) {
    char[] pairs = new char[Math.max(0, text.length() - 1)];
    int before = text.isEmpty() ? 0 : fold(text.charAt(0));
    for (int i = 0; i < pairs.length; i++) {
      int next = fold(text.charAt(i + 1));
      pairs[i] = (char) ((before * 31 + next) * 0x9E3779B1 >>> 32 - BITS);
      before = next;
    }
    return pairs;
  }

  boolean hold(char[] pairs) {
    for (char pair : pairs) {
      if ((held[pair >> 6] & 1L << pair) == 0) {
        return false;
      }
    }
    return true;
  }

  /** As {@link java.util.regex.Pattern} compares letters without regard to case. */
  private static int fold(char letter) {
    if (letter < 128) {
      return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
    return Character.toLowerCase(Character.toUpperCase(letter));
  }
}
