package io.conserje.conversation.builtin;

/** How old somebody is, which counts nobody: {@code de 6 y 9 años}. */
final class Ages {

  private Ages() {}

  static void pass(Words words, Tongue tongue) {
    for (int i = 0; i < words.size(); i++) {
      boolean term =
          words.is(i - 1, "en", "in") || words.is(i - 1, "de") && words.is(i - 2, "dentro");
      int end = term ? -1 : end(words, i, tongue);
      if (end > 0) {
        words.use(i, end);
        i = end - 1;
      }
    }
  }

  private static int end(Words words, int i, Tongue tongue) {
    int at = i;
    Hit<Integer> number = Numbers.at(words, at, tongue);
    while (number != null) {
      at = number.to();
      boolean self = words.is(at, "yo") && (words.opens(at) || tongue == Tongue.SPANISH);
      if (!self
          && words.is(at, "anos", "anitos", "ano", "years", "year", "yo", "meses", "months")) {
        return words.is(at + 1, "old") ? at + 2 : at + 1;
      }
      at = words.is(at, "y", "and", "o") ? at + 1 : at;
      number = Numbers.at(words, at, tongue);
    }
    return -1;
  }
}
