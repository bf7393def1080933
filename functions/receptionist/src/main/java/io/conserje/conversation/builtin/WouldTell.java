package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * What may come and would be told then: {@code si al final somos tres os aviso}. It changes nothing
 * yet.
 */
final class WouldTell {

  private static final String TELLS_ES =
      "(?:ya )?(?:os|les|te|le|se lo|os lo|te lo) (?:ya )?(?:avis(?:o|amos|ar[eé]|aremos|ar[ií]a)|dig(?:o)|decimos|dir[eé]|escrib(?:o|imos|ir[eé])|llam(?:o|amos|ar[eé])|confirm(?:o|amos|ar[eé])|coment(?:o|amos|ar[eé]))\\b(?: (?:por aqu[ií]|con tiempo|antes|luego|ese d[ií]a|el mismo d[ií]a))?";

  private static final String TELLS_EN =
      "(?:(?:should|can|do|shall) (?:i|we)|(?:i|we)(?:'?ll| will| can)?) (?:just )?(?:let you know|tell you|message you|text you|call you|ring you|give you a (?:call|shout|ring)|update you|drop you a line)\\b(?: (?:here|in advance|beforehand|on the day))?";

  private static final String MAY_BE = "[^.;!?\\n]{2,60}?";

  private static final FilteredPattern WOULD =
      FilteredPattern.compile(
          "(?iuU)(?:(?:^|(?<=[\\s,.;!?]))(?:y|pero|and|but|o|ah|oye|oh) )?\\b(?:si "
              + MAY_BE
              + "[, ]+"
              + TELLS_ES
              + "|(?:y |and )?"
              + TELLS_ES
              + " si \\b[^.;!?\\n]{2,60}|if "
              + MAY_BE
              + "[, ]+"
              + TELLS_EN
              + "|"
              + TELLS_EN
              + " if \\b[^.;!?\\n]{2,60})(?:, ?(?:vale|ok|okay|no|right))?[?.!]*");

  private WouldTell() {}

  /** The message without it; as it is if nothing else is said. */
  static String without(String text) {
    String rest = WOULD.matcher(text).replaceFirst(" ").strip();
    return says(rest) ? rest : text;
  }

  /** Whether nothing else is said. */
  static boolean alone(String text) {
    return WOULD.matcher(text).find() && !says(WOULD.matcher(text).replaceFirst(""));
  }

  private static boolean says(String rest) {
    return rest.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
