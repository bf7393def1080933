package io.conserje.conversation.builtin;

import java.util.Set;

/** Finds the cots a room is to have. */
final class Cots {

  private static final Set<String> COTS =
      Set.of(
          """
          cuna cunas cunita cunitas practicuna cot cots crib cribs minicuna moises
          """
              .strip()
              .split("\\s+"));

  private Cots() {}

  /** {@code quitad la cuna}, {@code we won't need the cot}, {@code la cuna ya no}. */
  private static boolean taken(Words words, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 4) && !words.opens(k + 1); k--) {
      boolean off =
          words
                  .plain(k)
                  .matches(
                      "quit\\w+|remov\\w+|drop|cancel\\w*|anul\\w*|elimin\\w+|borr\\w+|sobra|ya")
              && !words.is(k + 1, "que")
              && !words.is(k, "ya");
      boolean needless =
          words.is(k, "need", "needs", "necesito", "necesitamos", "necesitaremos", "hace", "want")
              && (words.is(k - 1, "no", "dont", "wont", "not") || words.is(k - 2, "no", "not"));
      if (off || needless) {
        return true;
      }
    }
    return words.is(i + 1, "ya") && words.is(i + 2, "no") || words.is(i + 1, "fuera", "sobra");
  }

  /** How many are asked for; 0 if none is wanted, null if none is spoken of. */
  static Integer in(Words words, Tongue tongue) {
    int cots = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean travel = words.is(i, "bed") && words.is(i - 1, "baby");
      boolean cot = COTS.contains(words.plain(i)) || travel;
      boolean none = words.is(i - 1, "no", "sin", "without") || words.is(i - 2, "no", "sin");
      if (cot && (none || taken(words, i))) {
        return 0;
      }
      if (cot && !RoomWishes.asked(words, i)) {
        Hit<Integer> number = Numbers.at(words, travel ? i - 2 : i - 1, tongue);
        cots += number == null ? 1 : number.value();
        words.use(number == null ? i : number.from(), i + 1);
      }
    }
    return cots == 0 ? null : Integer.valueOf(cots);
  }
}
