package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.Set;

/** {@code que sean diez}, {@code make it ten}: a number that corrects how many come. */
final class AmendedParty {

  private static final Set<String> LEAD =
      Set.of(
          "sean",
          "no",
          "it",
          "that",
          "final",
          "mejor",
          "actually",
          "pon",
          "ponme",
          "ponnos",
          "ponga",
          "serian",
          "seremos",
          "digo",
          "bueno",
          "perdon",
          "perdona",
          "sorry",
          "say",
          "lets",
          "mean");

  /** What takes back a number of the same message. */
  private static final Set<String> CORRECTIONS =
      Set.of(
          "digo",
          "bueno",
          "perdon",
          "perdona",
          "sorry",
          "say",
          "mean",
          "pon",
          "ponme",
          "ponnos",
          "ponga",
          "actually",
          "mejor");

  private static final Set<String> AFTER =
      Set.of(
          "please",
          "por",
          "mejor",
          "gracias",
          "thanks",
          "si",
          "if",
          "instead",
          "en",
          "al",
          "then",
          "people",
          "personas",
          "sorry",
          "perdon",
          "was",
          "era",
          "eran",
          "estaba",
          "que",
          "q",
          "because",
          "with",
          "con",
          "a");

  private static final FilteredPattern ALL =
      FilteredPattern.compile("(?i)\\b(?:somos|seremos|total|we are|we'?ll be)\\b");

  private static final FilteredPattern OUTRIGHT =
      FilteredPattern.compile(
          "\\b(?:make (?:it|that)|que sean|ponnos) (?:for )?(?:[a-z]{2,6}|\\d{1,2})\\b(?! ?\\d)");

  private AmendedParty() {}

  /** The last such number, its words not taken out; null if there is none. */
  static Hit<Integer> in(Words words, Tongue tongue) {
    Hit<Integer> amended = null;
    for (int i = 0; i < words.size(); i++) {
      Hit<Integer> number =
          words.used(i) || Numbers.article(words.plain(i)) ? null : Numbers.at(words, i, tongue);
      boolean ends =
          number != null && (words.opens(number.to()) || AFTER.contains(words.plain(number.to())));
      if (ends && leads(words, i) && !words.is(number.to(), "pm", "am")) {
        amended = number;
      }
    }
    return amended;
  }

  /** {@code cuatro, cinco como mucho, pon cinco}. */
  static boolean settles(Words words, Tongue tongue) {
    Hit<Integer> last = in(words, tongue);
    return last != null
        && words.is(last.from() - 1, "pon", "ponme", "ponnos", "ponga", "say")
        && last.to() == words.size();
  }

  /** Whether it takes back a number of people that the same message named before, and not after. */
  static boolean corrects(Words words, Hit<Integer> number) {
    for (int i = number.to(); i < words.size(); i++) {
      if (words.used(i) && PartyWords.people(words, i)) {
        return false;
      }
    }
    int at = number.from() - 1;
    at -= words.is(at, "que", "sean", "mejor", "dicho", "i", "we", "are", "somos") ? 1 : 0;
    return (CORRECTIONS.contains(words.plain(at)) || takenBack(words, at))
        && number.value() > 0
        && (number.value() <= 7 || !hourBefore(words, at));
  }

  /** {@code a las nueve, perdón, diez} is said of the hour. */
  private static boolean hourBefore(Words words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (words.is(i, "las", "at", "pm", "h") || words.plain(i).contains(":")) {
        return true;
      }
    }
    return false;
  }

  /** {@code cuatro, bueno no, tres}. */
  private static boolean takenBack(Words words, int i) {
    return words.is(i, "no", "wait", "espera")
        && words.opens(i + 1)
        && words.is(i - 1, "bueno", "ay", "uy", "digo", "perdon", "no", "sorry", "oh", "actually");
  }

  private static boolean leads(Words words, int i) {
    if (takenBack(words, i - 1)) {
      return true;
    }
    if (words.is(i - 1, "no")) {
      return words.opens(i) && words.is(i + 1, "was", "era", "eran", "estaba");
    }
    if (words.is(i - 1, "it", "that")) {
      return words.is(i - 2, "make", "made", "making");
    }
    return i > 0 && LEAD.contains(words.plain(i - 1));
  }

  /** {@code make it three}: no part of a telephone number. */
  static boolean outright(Words words) {
    return OUTRIGHT.matcher(Tokens.plain(words.text())).find();
  }

  /** Whether the number is of all who come. */
  static boolean countsAll(Words words) {
    return ALL.matcher(words.text()).find();
  }
}
