package io.conserje.conversation.builtin;

/** How old somebody is, which counts nobody: {@code de 6 y 9 años}. */
final class Ages {

  private static final int GROWN = 18;

  private static final String[] CHILDREN = {
    "nino",
    "ninos",
    "nina",
    "ninas",
    "hijo",
    "hijos",
    "hija",
    "hijas",
    "peque",
    "peques",
    "crio",
    "crios",
    "nieto",
    "nietos",
    "nietas",
    "sobrinos",
    "chicos",
    "nene",
    "nenes",
    "child",
    "children",
    "kid",
    "kids",
    "boys",
    "girls",
    "toddlers"
  };

  private Ages() {}

  static void pass(Words words, Tongue tongue) {
    for (int i = 0; i < words.size(); i++) {
      boolean term =
          words.is(i - 1, "en", "in") || words.is(i - 1, "de") && words.is(i - 2, "dentro");
      boolean told = words.is(i - 1, "tiene", "tienen", "cumple", "cumplen") && !words.opens(i);
      Hit<Integer> alone = told ? Numbers.at(words, i, tongue) : null;
      if (alone != null && words.opens(alone.to()) && !Numbers.article(words.plain(i))) {
        words.use(alone);
        i = alone.to() - 1;
        continue;
      }
      int end = term ? -1 : Math.max(end(words, i, tongue), ofChildren(words, i, tongue));
      if (end > 0) {
        words.use(i, end);
        i = end - 1;
      }
    }
  }

  /** {@code niños de 3 y 5}: nothing says that it is years. */
  private static int ofChildren(Words words, int i, Tongue tongue) {
    boolean aged = words.is(i - 1, "de", "aged", "ages") && words.is(i - 2, CHILDREN);
    int end = -1;
    Hit<Integer> number = aged ? Numbers.at(words, i, tongue) : null;
    while (number != null
        && number.value() < GROWN
        && !PartyWords.people(words, number.to())
        && (end < 0 || !words.opens(number.from()) || words.gap(number.from() - 1).equals(", "))) {
      end = number.to();
      int next = words.is(end, "y", "and", "e") ? end + 1 : end;
      number = Numbers.at(words, next, tongue);
    }
    return end;
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
      at = words.is(at, "de") ? at + 1 : at;
      number = Numbers.at(words, at, tongue);
    }
    return -1;
  }
}
