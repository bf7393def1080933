package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;

/** {@code estoy en la 208, …}: where a guest of the house is, which wishes for nothing. */
final class InRoom {

  private static final FilteredPattern TOLD =
      FilteredPattern.compile(
          "(?iuU)\\b(?:estoy|estamos|soy|somos|(?:les|os|te) (?:escribo|escribimos|hablo|hablamos)|(?:me|nos) (?:alojo|alojamos|hospedo|hospedamos)|llamo|llamamos|escribo|i'?m|we'?re|i am|we are|this is)"
              + " (?:(?:alojad|hospedad)[oa]s? |staying |calling |writing |the guests? |los )?(?:ahora )?(?:(?:en|de|desde|in|from|at) (?:la |el |the )?(?:habitaci[oó]n |cuarto |room )?|(?:la |the )?(?:habitaci[oó]n|room) )(?:n[uú]mero |number )?\\d{3}\\b(?![ .-]?\\d| ?(?:euros?|€|personas|pax|people))[,.;:!]*(?:\\s+(?:y|and)\\b)?\\s*");

  private InRoom() {}

  /** The message without it; a greeting if nothing else is said. */
  static String without(String text) {
    Matcher told = TOLD.matcher(text);
    if (!told.find()) {
      return text;
    }
    String rest = (text.substring(0, told.start()) + text.substring(told.end())).strip();
    return rest.chars().anyMatch(Character::isLetterOrDigit) ? rest : "hola";
  }
}
