package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** A story that says nothing but good of the house is no complaint. */
final class Praise {

  private static final FilteredPattern GOOD =
      FilteredPattern.compile(
          "\\b(?:recom\\w+|recomiend\\w+|(?:se come|comimos|cenamos|comieron|cenaron|comi|cene) (?:muy bien|genial|de (?:escandalo|maravilla|lujo|cine|miedo|vicio|muerte|diez|10)|increible|fenomenal|estupendo)"
              + "|buenisim\\w+|riquisim\\w+|exquisit\\w+|maravill\\w+|fenomenal\\w*|espectacular\\w*|delicios\\w+|encant\\w+|felicit\\w+|felicidades|enhorabuena|un 10|de diez"
              + "|(?:hablan?|hablado|hablaron|hablo|dicen|dijeron|oido|leido|contado|contaron) (?:muy |tan |maravillas |cosas muy |cosas )?(?:bien|buenas|maravillas)|buenas? (?:criticas|resenas|opiniones|fama)"
              + "|recommend\\w*|lov(?:e|ed|ely)|rav(?:ed|es|ing)|delicious|wonderful|fantastic|amazing|superb|brilliant|excellent|great (?:things|reviews|food|time|meal)|good (?:things|reviews)|heard (?:so much|so many good|great|good)|must not miss|can ?t miss|best (?:meal|food|lamb|restaurant|dinner|lunch))\\b");

  /** What turns it. */
  private static final FilteredPattern BUT =
      FilteredPattern.compile(
          "\\b(?:pero (?!ponla|pon)|sin embargo|aunque|no (?:me|nos) (?:gusto|ha gustado|parecio)|mal|malo|mala|peor|fatal|nunca mas|jamas|however|but (?:the|this|last|it|we (?:had|were|waited))|never again|bad|badly|poor)\\b");

  /** That it was yesterday blames nobody. */
  private static final FilteredPattern WHEN =
      FilteredPattern.compile(
          "\\b(?:ayer|anoche|la (?:otra|ultima) vez|yesterday|last (?:time|night|week))\\b");

  private Praise() {}

  static boolean only(String text) {
    String plain = Tokens.plain(text);
    return GOOD.matcher(plain).find()
        && !BUT.matcher(plain).find()
        && !PersonTalk.blames(WHEN.matcher(plain).replaceAll(" "));
  }
}
