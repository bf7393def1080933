package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** Who only lets the house know of a few minutes: the table waits as long as that. */
final class RunningLate {

  private static final String FEW =
      "(?:unos |como |about |around |maybe |quizas? )?(?:(?:5|10|15|cinco|diez|quince|five|ten|fifteen) (?:minut\\w+|min|mins|minutes)|(?:un |a )?(?:cuarto de hora|quarter of an hour)|un (?:poco|poquito|pelin)|algo|a (?:bit|little|few minutes)|slightly|unos minutos|some minutes)";

  private static final FilteredPattern LATE =
      FilteredPattern.compile(
          "\\b(?:lleg\\w+|vamos|voy|iremos|be|running|arriv\\w+|get there|retras\\w+|demor\\w+|tard\\w+)\\b.{0,25}\\b"
              + FEW
              + "(?: (?:tarde|late|de retraso|mas tarde|behind))?\\b");

  private static final FilteredPattern MOVES =
      FilteredPattern.compile(
          "\\b(?:podri\\w*|podemos|podeis|puede\\w*|se puede|cambi\\w+|mov\\w+|pas(?:ar|ad|a)\\w*|retrasar\\w*|could|can|move|push|change|make it|instead|mejor)\\b");

  private RunningLate() {}

  static boolean in(String text, Understanding heard) {
    String plain = Tokens.plain(text);
    boolean wishes =
        heard.time() != null
            || heard.day() != null
            || heard.party() != null
            || heard.zone() != null;
    return LATE.matcher(plain).find()
        && plain.matches(".*\\b(?:tarde|late|retraso|retras\\w+|demor\\w+|tard\\w+|behind)\\b.*")
        && !wishes
        && !MOVES.matcher(plain).find();
  }
}
