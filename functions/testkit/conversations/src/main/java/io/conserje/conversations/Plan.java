package io.conserje.conversations;

import io.conserje.conversations.Scenario.Says;
import java.util.List;

/**
 * What an improvised guest is going to do, decided before a word is said.
 *
 * @param opening the first message
 * @param corrections said one after the other instead of a yes, while the house has booked nothing
 * @param afterwards said once what was wanted first is done: a change, calling off
 * @param asides how many questions are asked on the way, at most
 * @param sloppy without accents, punctuation and some letters
 */
record Plan(
    String house,
    PhraseBank bank,
    Wanted wanted,
    Says opening,
    List<Correction> corrections,
    List<Correction> afterwards,
    int asides,
    boolean sloppy,
    long seed) {

  /**
   * @param text what is said
   * @param wanted what is wanted from then on
   */
  record Correction(String text, Wanted wanted) {}
}
