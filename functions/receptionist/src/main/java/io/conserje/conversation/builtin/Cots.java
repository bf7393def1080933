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

  /** How many are asked for; 0 if none is wanted, null if none is spoken of. */
  static Integer in(Words words, Tongue tongue) {
    int cots = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean travel = words.is(i, "bed") && words.is(i - 1, "baby");
      boolean cot = COTS.contains(words.plain(i)) || travel;
      boolean none = words.is(i - 1, "no", "sin", "without") || words.is(i - 2, "no", "sin");
      if (cot && none) {
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
