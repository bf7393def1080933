package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** Who answers our question for the hour by asking which there are: {@code ¿qué horas tenéis?} */
final class TimesAsked {

  private static final FilteredPattern WHICH =
      FilteredPattern.compile(
          "^\\W*(?:(?:y|pues|vale|ok|uy|a ver|mmm|hola|no se|ni idea|depende|perdona|and|well|ok|hmm|not sure|dunno|it depends)\\W+)*"
              + "(?:(?:a )?(?:que|q|cuales?|en que|entre que) (?:horas?|horarios?|turnos?|huecos?|opciones)(?: (?:de (?:cena|comida)|libres?|disponibles?|para (?:cenar|comer)))?(?: (?:hay|habria|teneis|tenes|tienen?|tienes|quedan?|queda|os|les|te|le|puede|podria|podemos|podriamos|puedo|se|ser|seria|son|estan|es|me|nos|das|dan|dais|ofrec\\w+|ofrec\\w+|recomiend\\w+|recomendas|serian|ir|venir|reservar|cenar|comer|llegar|libres?|disponibles?|para|ese|dia|de)){0,7}"
              + "|(?:what|which) (?:times?|slots?|hours?)(?: (?:do|have|has|you|can|could|are|is|there|available|free|would|we|i|got|left|come|choose|work|works|be|possible|best|for|you guys|offer|that|day|night|evening)){0,8}"
              + "|(?:what|when) (?:do you have|have you got|is there|s available|is available|s free|is free|can we come|could we come|would be possible)(?: (?:available|free|left|then))?)\\W*$");

  private TimesAsked() {}

  static boolean in(String text) {
    return WHICH.matcher(Tokens.plain(text)).find();
  }
}
