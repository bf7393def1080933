package io.conserje.voice.turn;

import java.util.regex.Pattern;

/** Whether a guest asks for a moment and for nothing else. */
final class AskingToWait {

  private static final String BEFORE =
      "(?:(?:vale|sí|si|bueno|pues|eh|mm+|a ver|perdón|perdone|disculpe|oiga|ay|uy|ok|okay|sure|yes|well|um|uh"
          + "|sorry|oh|so)[,.]? )*";

  private static final String MOMENT =
      "(?:(?:espere|espera|espéreme|aguarde|deme|dame|me da|me das|solo|es) )?(?:un|medio) "
          + "(?:momento|momentito|segundo|segundito|minuto|minutito|instante|momentico)";

  private static final String WAIT =
      "espere|espera|espéreme|espérate|espérese|aguarde|no cuelgue|no cuelgues";

  private static final String LET_ME =
      "(?:déjeme|déjame|deje|deja)(?: que)?(?: (?:lo|la|le|me|se lo))? (?:mire|mirar|mirarlo|ver|vea|verlo|piense"
          + "|pensar|pensarlo|busque|buscar|buscarlo|consulte|consultar|consultarlo|pregunte|preguntar"
          + "|preguntarlo|preguntarle|compruebe|comprobar|comprobarlo)(?: (?:a|en|la|el|mi)(?: \\p{L}+){1,3})?";

  private static final String WAIT_IN_ENGLISH =
      "(?:please )?(?:just )?(?:hold on|hang on|bear with me|wait|hold the line)(?: (?:a|one|just a))?"
          + "(?: (?:moment|second|sec|minute|bit))?"
          + "|(?:just )?(?:give me )?(?:a|one|just a|just one) (?:moment|second|sec|minute)"
          + "|let me (?:check|see|look|think|ask|find)(?: \\p{L}+){0,4}";

  private static final String AFTER =
      "(?:,? (?:por favor|please|que (?:ahora )?(?:(?:lo|la|le|me|se lo|te lo|les) )?"
          + "(?:miro|busco|pregunto|consulto|compruebo|veo|cojo|apunto|llaman|están llamando)(?: \\p{L}+){0,6}"
          + "|(?:lo|la|le|se lo) (?:miro|busco|pregunto|consulto)(?: \\p{L}+){0,4}"
          + "|while i \\p{L}+(?: \\p{L}+){0,4}|i(?:'ll| will|'m going to) (?:check|look|ask)(?: \\p{L}+){0,4}))";

  private static final String CORE =
      "(?:" + MOMENT + "|" + WAIT + "|" + LET_ME + "|" + WAIT_IN_ENGLISH + ")";

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?iu)"
              + BEFORE
              + CORE
              + "(?:[,.]? "
              + CORE
              + "|"
              + AFTER
              + ")*(?:[,.]? (?:vale|sí|ok))?");

  private AskingToWait() {}

  static boolean isAll(String text) {
    return WHOLE.matcher(text.strip().replaceAll("[.!…?¡¿]+$|^[¡¿]+", "")).matches();
  }
}
