package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** Who wrote by mistake, or only to try: {@code perdón, era mi hijo con el móvil}. */
final class ByMistake {

  private static final String WHO =
      "(?:(?:mi|el|la|los|las|mis) )?(?:hij[oa]s?|nin[oa]s?|nen[ea]s?|peques?|gat[oa]|perr[oa]|nieto|nieta|sobrin[oa]|enan[oa]|bebe|bolsillo|autocorrector|corrector|dictado)";

  private static final FilteredPattern SPANISH =
      FilteredPattern.compile(
          "\\b(?:(?:es que )?(?:era|fue|ha sido|fueron|eran) "
              + WHO
              + "\\b(?! (?:quien|el que|la que|que (?:quer|cumpl|reserv))).{0,40}"
              + "|(?:me|nos) (?:he |hemos )?(?:equivoc|confund)\\w+ de (?:chat|persona|conversacion|grupo|ventana|contacto)\\b"
              + "|(?:no era|esto no iba|no iba) (?:para|con) (?:ti|usted(?:es)?|vosotros|aqui|este chat)\\b"
              + "|(?:era|solo era|estaba|estoy|solo estaba|solo estoy|fue) (?:una prueba|probando|para probar|pa probar|(?:para|pa) ver si (?:\\w+ ){0,2}(?:contest|respond|funcion|hay alguien|habia alguien|iba|va|anda)\\w*)"
              + "|se me (?:ha ido|fue|escapo|ha escapado|mando|envio|ha mandado|ha enviado) (?:\\w+ ){0,3}(?:solo|sin querer|el dedo|el mensaje|sola)"
              + "|(?:mensaje|envio|toque) (?:equivocado|por error)|sin querer\\W*$)");

  private static final FilteredPattern ENGLISH =
      FilteredPattern.compile(
          "\\b(?:(?:that|it|this)(?: was|s| were)? (?:just )?my (?:kid|kids|son|daughter|toddler|cat|dog|little one|phone|pocket|thumb)\\w*|my (?:kid|son|daughter|toddler|cat|dog|little one|child)\\w* (?:was |were |got |had |has |grabbed |is )(?:\\w+ ){0,3}(?:phone|keyboard|typing|tablet|laptop|screen)"
              + "|wrong (?:chat|person|window|conversation|group)|(?:just |only )?(?:testing|a test|checking (?:if|whether) (?:this|it|anyone|you)(?: \\w+){0,3}|seeing (?:if|whether) (?:this|it|anyone|you) (?:works?|answers?|replies))|(?:sent|typed|pressed) (?:that |it |this )?(?:by (?:mistake|accident)|accidentally)|pocket (?:dial|text|typ)\\w*|ignore (?:that|my last message)|autocorrect)\\b");

  private ByMistake() {}

  static boolean in(String text) {
    String plain = Tokens.plain(text);
    return SPANISH.matcher(plain).find() || ENGLISH.matcher(plain).find();
  }
}
