package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * {@code llegaría sobre las once y media, ¿hay problema?}: whether somebody is still at the desk.
 */
final class LateArrival {

  private static final String HOUR =
      "(?:(?:las? )?(?:(?:2[0-3]|1[0-2]|[89]|ocho|nueve|diez|once|doce)\\b(?! ?(?:de la (?:manana|tarde)|am|dias?|days?|noches?|nights?|de \\w+bre|de enero))|(?:una|dos|tres|[123])(?::\\d\\d)? ?(?:am\\b|de la (?:noche|madrugada)))(?::\\d\\d)?)";

  private static final FilteredPattern ARRIVES =
      FilteredPattern.compile(
          "\\b(?:lleg\\w+|aparec\\w+|arriv\\w+|get there|getting there|getting in|be there|turn up|land|lands|landing|aterriz\\w+|check in|entrar\\w*)\\b.{0,30}\\b(?:"
              + HOUR
              + "|tarde|de noche|madrugada|medianoche|late|midnight|night)");

  private static final FilteredPattern ASKS =
      FilteredPattern.compile(
          "\\b(?:(?:hay|habria|habra|supone|es|seria)(?: algun| un)? (?:problema|inconveniente)|pasa algo|(?:os|les|le) (?:importa|molesta)|no (?:hay|pasa) (?:problema|nada)|(?:es|seria) posible|se puede|hay alguien|habra alguien|habria alguien|(?:esta|estara) (?:abiert\\w+|alguien)|(?:puedo|podemos|podria|podriamos) (?:entrar|llegar|hacer)|me (?:abr|atiend|recib|esper)\\w+|nos (?:abr|atiend|recib|esper)\\w+"
              + "|(?:is|would|will) (?:that|it|this)(?: be)? (?:a problem|an issue|ok|okay|alright|all right|fine|possible|too late)|(?:will|is|would) (?:there|any\\w+|some\\w+)(?: be| still)* (?:some\\w+|any\\w+|there|open|at|around)|can (?:i|we) still|too late|any problem|do you mind)\\b");

  private static final FilteredPattern BEFORE =
      FilteredPattern.compile("\\b(?:antes de las?|before|temprano|early|earlier)\\b");

  private LateArrival() {}

  /** What the house is asked, or empty. */
  static String question(String text, Tongue tongue) {
    String plain = Tokens.plain(text);
    boolean asks =
        ARRIVES.matcher(plain).find()
            && ASKS.matcher(plain).find()
            && !BEFORE.matcher(plain).find()
            && OtherHoursWords.in(text).isEmpty();
    return !asks ? "" : tongue == Tongue.ENGLISH ? "late arrival?" : "¿llegar tarde?";
  }
}
