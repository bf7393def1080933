package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** A name that is told in two parts. */
final class Surname {

  private static final PhraseTable<Boolean> CALLED =
      new PhraseTable<Boolean>()
          .add(true, "mi apellido es|apellido|apellidos|de apellido|el apellido es|me apellido")
          .add(true, "surname|my surname is|surname is|last name|last name is|family name is");

  /** A telephone number and what leads to it. */
  private static final FilteredPattern FIGURES =
      FilteredPattern.compile(
          "(?iuU)[\\s,;.:-]*(?:\\b(?:y|and|mi|el|my|tel[eé]fono|tel|tfno|tlf|m[oó]vil|n[uú]mero|cel|celular|phone|number|mobile|es|is)\\b[\\s.:,]*)*\\+?\\d[\\d\\s().-]{6,}.*$");

  private Surname() {}

  /** {@code under Chloe, my surname is Ramsden}. */
  static String told(String first, Words words) {
    for (Hit<Boolean> called : CALLED.in(words)) {
      int at = called.to();
      boolean name =
          at < words.size()
              && !words.used(at)
              && words.bare(at).length() > 1
              && words.bare(at).chars().allMatch(Character::isLetter)
              && (words.capital(at) || !Vocabulary.knows(words.bare(at)));
      if (name && !first.contains(" ")) {
        words.use(called.from(), at + 1);
        return first + " " + WrittenName.spelled(words.said(at, at + 1));
      }
    }
    return first;
  }

  /** {@code Pemberton. Geoffrey Pemberton}, {@code Zac, Zac Ferris}. */
  static boolean wholly(Words words, int from, int to, String before) {
    String said = Tokens.plain(words.said(from, to));
    return said.endsWith(" " + Tokens.plain(before)) || said.startsWith(Tokens.plain(before) + " ");
  }

  /** The name that is known with what now follows it: {@code Bex}, then {@code Bex Tolliver}. */
  static String after(String known, String text) {
    Words words = Words.of(text);
    for (int i = 0; !known.contains(" ") && i + 1 < words.size(); i++) {
      int end = i + 1;
      while (end < words.size()
          && !words.opens(end)
          && words.capital(end)
          && !words.shouted()
          && (words.bare(end).length() > 1 && !Vocabulary.knows(words.bare(end)))) {
        end++;
      }
      if (end > i + 1 && words.bare(i).equals(Tokens.plain(known))) {
        return known + " " + words.said(i + 1, end);
      }
    }
    return known;
  }

  /**
   * {@code Pilar}, and then {@code Ansorena}, which answers nothing that was asked.
   *
   * @param said the name of the message, or the one that is known
   */
  static String added(String known, String said, String text) {
    Words words = Words.of(FIGURES.matcher(text).replaceAll(""));
    boolean again = known != null && words.size() > 1 && words.bare(0).equals(Tokens.plain(known));
    boolean first =
        known != null && !known.contains(" ") && (again || FirstNames.has(Tokens.plain(known)));
    boolean other = said != null && !said.equals(known);
    boolean whole = !other || Tokens.plain(words.text()).strip().equals(Tokens.plain(said).strip());
    if (!first || !whole || words.size() == 0 || words.size() > 3 || words.asks()) {
      return said;
    }
    int from = again ? 1 : 0;
    if (words.size() - from > 2) {
      return said;
    }
    for (int i = from; i < words.size(); i++) {
      String bare = words.bare(i);
      boolean letters = bare.length() > 2 && bare.chars().allMatch(Character::isLetter);
      if (!letters || Vocabulary.knows(bare) || FirstNames.has(bare)) {
        return said;
      }
    }
    return known + " " + WrittenName.spelled(words.said(from, words.size()));
  }
}
