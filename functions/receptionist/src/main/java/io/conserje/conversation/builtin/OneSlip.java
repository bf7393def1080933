package io.conserje.conversation.builtin;

/**
 * Whether two words differ by one slip of the finger: a letter missing, added, wrong, or two
 * swapped.
 */
final class OneSlip {

  private OneSlip() {}

  static boolean between(String a, String b) {
    if (a.length() > b.length()) {
      return between(b, a);
    }
    if (b.length() - a.length() > 1) {
      return false;
    }
    int i = 0;
    while (i < a.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (a.length() < b.length()) {
      return a.substring(i).equals(b.substring(i + 1));
    }
    return i == a.length() || rest(a, i + 1).equals(rest(b, i + 1)) || swapped(a, b, i);
  }

  private static boolean swapped(String a, String b, int i) {
    return i + 1 < a.length()
        && a.charAt(i) == b.charAt(i + 1)
        && a.charAt(i + 1) == b.charAt(i)
        && rest(a, i + 2).equals(rest(b, i + 2));
  }

  private static String rest(String word, int from) {
    return word.substring(Math.min(from, word.length()));
  }
}
