package io.conserje.voice.turn;

import java.util.List;
import java.util.Set;

/** What is said by itself and is a whole answer, or no answer at all. */
final class ShortAnswers {

  /** Each of these, or several of them, says yes or no and nothing else. */
  private static final Set<String> YES_OR_NO =
      Words.set(
          """
          sí si no vale claro correcto exacto exactamente perfecto perfectamente bien genial
          estupendo bueno desde luego cierto eso es de acuerdo por favor gracias muy todo está ok
          okay okey venga adelante así supuesto nada más también tampoco confirmo confirmado
          yes yeah yep yup nope right correct sure fine great perfect please thanks thank you all
          that's it is exactly absolutely alright good sounds go ahead lovely confirm confirmed i
          """);

  /** No answer begins with these, and nothing ends with them. */
  private static final Set<String> NEEDS_MORE =
      Words.set("de por muy desde eso all that's it is sounds thank go todo está nada i");

  private static final Set<String> NO = Words.set("no nope nada tampoco");

  /** Said by who listens, and not to be answered. */
  private static final Set<String> LISTENING =
      Words.set(
          """
          ajá aja ahá ah mmm mm mhm hmm hm ya sí si vale claro ok okay okey bien bueno entiendo
          uh huh uhhuh yeah yes right sure aha oh i see
          """);

  private static final int MOST_LISTENING = 3;

  private ShortAnswers() {}

  static boolean isYesOrNo(List<String> words) {
    return !words.isEmpty()
        && words.size() <= 4
        && YES_OR_NO.containsAll(words)
        && !(words.size() == 1 && NEEDS_MORE.contains(words.getFirst()));
  }

  static boolean isWhole(List<String> words) {
    return isYesOrNo(words) || isListening(words);
  }

  /** Whether both say yes, or both no, and nothing else. */
  static boolean sayTheSame(List<String> before, List<String> words) {
    return isYesOrNo(before) && isYesOrNo(words) && isNo(before) == isNo(words);
  }

  private static boolean isNo(List<String> words) {
    return words.stream().anyMatch(NO::contains);
  }

  static boolean isListening(List<String> words) {
    return !words.isEmpty() && words.size() <= MOST_LISTENING && LISTENING.containsAll(words);
  }
}
