package io.conserje.conversations;

import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Writes as people do in a hurry: no accents, no capitals, no punctuation, a slip here and there.
 * Nobody could know a name again that its owner has misspelled, so names have none, nor have days.
 */
final class Slips {

  private static final int LONG_ENOUGH = 6;

  /** What the house makes of another day could not be told from an invention. */
  private static final String DAYS =
      "lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday";

  private Slips() {}

  static String in(String text, String name, Random random) {
    Set<String> spared = Set.copyOf(List.of(Plain.words(name + " " + DAYS).split(" ")));
    String[] words = Plain.of(text).replaceAll("[¿¡.,;!?]+(?=\\s|$)|[¿¡]", "").split(" ");
    int slips = 0;
    for (int i = 0; i < words.length; i++) {
      boolean word =
          words[i].length() >= LONG_ENOUGH
              && words[i].matches("\\p{L}+")
              && !spared.contains(words[i]);
      if (word && slips < 2 && random.nextInt(4) == 0) {
        words[i] = slip(words[i], random);
        slips++;
      }
    }
    return String.join(" ", words);
  }

  /** Two letters change places, or one is left out; never the first or the last. */
  private static String slip(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 3);
    return random.nextBoolean()
        ? word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2)
        : word.substring(0, at) + word.substring(at + 1);
  }
}
