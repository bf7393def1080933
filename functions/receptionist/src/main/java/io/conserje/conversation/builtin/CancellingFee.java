package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** {@code ¿me cobráis algo?}, asked while a booking is being called off. */
final class CancellingFee {

  private static final FilteredPattern ASKED =
      FilteredPattern.compile(
          "^\\W*(?:(?:y|pero|vale|ok|ay|oye|una cosa|perdon|hola|and|but|wait|sorry|is it|so)\\W+)*(?:(?:me|nos|se|lo|la|eso|esto|hay|tiene|algun\\w*|any|a|es|vais a|van a|va a|vas a|going to|hay que|tengo que|tenemos que|do i|do we|will|would|are|is|am i|you|i|we|be|there|it|have to)\\W+)*"
              + "(?:cobr\\w+|cuesta|pag(?:o|amos|ar)|penaliz\\w+|coste|gastos|recargo|gratis|gratuit\\w+|charge\\w*|pay|cost\\w*|free|fee|penalty|a charge|a fee|a penalty|any (?:fee|charge|penalty))"
              + "(?: (?:algo|algun\\w*|por|eso|ello|si|me|lo|la|cancel\\w*|anul\\w*|gastos?|coste|penaliz\\w+|recargo|ahora|hoy|de|me|us|for|it|that|this|anything|something|cancell?ing|a fee|fee|if i cancel|if we cancel|now|to cancel)){0,5}\\W*$");

  private CancellingFee() {}

  static boolean in(String text) {
    return ASKED.matcher(Tokens.plain(text)).find();
  }

  /** What the house is asked for it. */
  static String question(Tongue tongue) {
    return tongue == Tongue.ENGLISH ? "cancellation fee?" : "¿política de cancelación?";
  }
}
