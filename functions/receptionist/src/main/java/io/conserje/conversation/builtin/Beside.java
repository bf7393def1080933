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

  private Beside() {}

  static String without(String text) {
    String rest = WHAT_STANDS.matcher(text).replaceFirst("");
    return rest.isBlank() ? text : rest;
  }
}
