package io.conserje.conversation.builtin;

import java.util.Locale;

/**
 * Finds the reference of a reservation: a word of letters and digits, or what follows "reference".
 */
final class References {

  private References() {}

  static String in(Words words, Asked asked) {
    String spelled = SpelledCode.in(words, asked == Asked.REFERENCE || asked == Asked.CANCEL_WHICH);
    if (spelled != null) {
      return spelled;
    }
    for (int i = 0; i < words.size(); i++) {
      if (words.used(i)) {
        continue;
      }
      if (words.is(i - 1, "cif", "nif", "dni", "nie", "vat")
          || words.is(i - 2, "cif", "nif", "vat")) {
        continue;
      }
      boolean announced =
          words.is(i - 1, "referencia", "localizador", "codigo", "reference", "ref", "code")
              || words.is(i - 1, "es", "is")
                  && words.is(i - 2, "referencia", "localizador", "codigo", "reference");
      boolean mixed = mixed(words.bare(i)) && (words.bare(i).length() >= 5 || announced);
      if (mixed || announced && longWord(words, i) || shouted(words, i, asked)) {
        words.use(i, i + 1);
        return words.said(i, i + 1).toUpperCase(Locale.ROOT);
      }
    }
    return null;
  }

  /** {@code la reserva FNE223 de Ramón Ibáñez}: whose it is; or null. */
  static String named(Words words, String reference) {
    for (int i = 0; reference != null && i < words.size(); i++) {
      if (!words.said(i, i + 1).equalsIgnoreCase(reference)) {
        continue;
      }
      boolean of = words.is(i + 1, "de", "for", "under") && !words.opens(i + 1);
      int from = of ? i + 2 : i + 1;
      int end = from;
      while (end < words.size() && (end == from || !words.opens(end)) && named(words, end)) {
        end++;
      }
      boolean whole = end > from + 1 && FirstNames.has(words.bare(from));
      if (whole || of && end > from && words.capital(from)) {
        words.use(i + 1, end);
        return WrittenName.spelled(words.said(from, end));
      }
    }
    return null;
  }

  private static boolean named(Words words, int i) {
    String bare = words.bare(i);
    boolean free = FirstNames.has(bare) || !Vocabulary.knows(bare) && words.plain(i).equals(bare);
    return free && !words.used(i) && !(Verbs.only(bare) && !words.capital(i));
  }

  private static boolean mixed(String bare) {
    return bare.length() >= 4
        && bare.chars().allMatch(Character::isLetterOrDigit)
        && bare.chars().anyMatch(Character::isLetter)
        && bare.chars().filter(Character::isDigit).count() > 0;
  }

  private static boolean longWord(Words words, int i) {
    return words.bare(i).length() >= 4 && !Vocabulary.knows(words.bare(i))
        || Numbers.digits(words.bare(i)) && words.bare(i).length() >= 4;
  }

  /** {@code BCDFGH}, where a reference is expected. */
  private static boolean shouted(Words words, int i, Asked asked) {
    boolean expected = asked == Asked.CANCEL_WHICH || asked == Asked.REFERENCE;
    return expected
        && words.bare(i).length() >= 4
        && !Vocabulary.knows(words.bare(i))
        && words.said(i, i + 1).equals(words.said(i, i + 1).toUpperCase(Locale.ROOT));
  }
}
