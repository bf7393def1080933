package io.conserje.voice.turn;

import java.util.List;
import java.util.Set;

/** Whether what was said may end as a sentence ends, in Spanish or English. */
enum Sentence {
  /** With its full stop, as far as the recogniser can tell. */
  COMPLETE,
  /** It could end here. */
  POSSIBLE,
  /** Few words, of which nobody knows what becomes. */
  BEGUN,
  /** No sentence ends with this word. */
  UNFINISHED;

  private static final Set<String> NEVER_LAST =
      Words.set(
          """
          a al ante con contra de del desde en entre hacia hasta para por según sin sobre tras
          el la los las un unos unas mi mis su sus tu este esta estos estas lo
          y e u que si cuando como porque pero aunque donde cual cuyo
          quiero quería quisiera querría tengo tenemos somos soy necesito me nos le les se
          eh ehm em este pues entonces osea digamos hay muy más
          the an and or but to of for with at by from in into my our your his her their this these
          that if because when which who would want like i'd i'm we're we'd is are am was be have has
          um uh er erm so well maybe i we you they it's let's about around
          """);

  /** They stand before what a guest wants, and are not it. */
  private static final Set<String> GREETINGS =
      Words.set(
          "hola buenas buenos días tardes noches oiga perdone mire hello hi hey good morning"
              + " afternoon evening excuse");

  private static final int FEW = 2;

  static Sentence of(String text, List<String> words) {
    String last = words.getLast();
    char end = text.strip().charAt(text.strip().length() - 1);
    if (GREETINGS.containsAll(words)) {
      return BEGUN;
    }
    if (end == '?' || end == '!') {
      return COMPLETE;
    }
    if (NEVER_LAST.contains(last)
        || text.strip().endsWith("me llamo")
        || end == ','
        || end == '…') {
      return UNFINISHED;
    }
    if (end == '.') {
      return COMPLETE;
    }
    return words.size() <= FEW ? BEGUN : POSSIBLE;
  }
}
