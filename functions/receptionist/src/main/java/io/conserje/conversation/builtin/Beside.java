package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** What stands and is only told: {@code aparte de la mesa del viernes, querría otra el domingo}. */
final class Beside {

  private static final Pattern WHAT_STANDS =
      Pattern.compile(
          "(?iu)\\b(?:aparte|adem[aá]s) de (?:la|las|lo|mi|mis|nuestra|una) [^,.;]{3,60}?(?=[,.;]| (?:quer[ií]|quis|quier|necesit"
              + "|me gustar|nos gustar|reserv|p[oó]n|haz))"
              + "|\\b(?:apart from|besides|as well as|in addition to|on top of) (?:the|my|our) [^,.;]{3,60}?(?=[,.;]"
              + "| (?:i|we|could|can|please|i'd|we'd) )");

  /** {@code I'm already booked in 9-11 December}, a sentence of its own. */
  private static final Pattern ALREADY =
      Pattern.compile(
          "(?iu)[^.;!?\\n]*\\b(?:already (?:booked|have|got|staying)|ya (?:tengo|tenemos|he reservado|hemos reservado|reserv[eé]))\\b[^.;!?\\n]*\\d[^.;!?\\n]*[.;!\\n]");

  private Beside() {}

  static String without(String text) {
    String besides = RoomsWanted.another(text) ? ALREADY.matcher(text).replaceFirst("") : text;
    String rest = WHAT_STANDS.matcher(besides).replaceFirst("");
    return rest.isBlank() ? text : rest;
  }
}
