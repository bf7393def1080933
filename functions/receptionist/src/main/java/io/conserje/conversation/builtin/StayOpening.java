package io.conserje.conversation.builtin;

import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;

/**
 * How a stay is begun by somebody who asks whether, or how, one can be booked: {@code ¿se puede
 * reservar por aquí?}, {@code do you have a double?}.
 */
final class StayOpening {

  private static final String TO_BOOK =
      "(?:reserv(?:ar|arme|arnos|acion|a)?|hacer una reserva(?:cion)?|book|make a (?:booking|reservation)|reserve|(?:aloj|hosped)ar(?:me|nos)";

  private static final FilteredPattern WANTS =
      FilteredPattern.compile(
          "\\b(?:quer\\w+|quis\\w+|quier\\w+|necesit\\w+|busc\\w+|(?:me|nos) gustaria|dese\\w+|want|need|like to|looking for|looking to|search)"
              + " (?:\\w+ ){0,3}?"
              + TO_BOOK
              + "|habitacion|cuarto|alojamiento|hospedaje|rooms?|accommodation|stay)\\b"
              + "|\\b(?:pued\\w+|podr?i?\\w+|para|can i|can we|could i|could we|how (?:do|can) (?:i|we)) (?:\\w+ ){0,3}?"
              + TO_BOOK
              + ")\\b"
              + "|\\b(?:(?:can|could) (?:i|we) (?:get|have) a) (?:\\w+ )?room\\b"
              + "|\\b(?:reserv(?:ar|arme|o|ando)|book) (?:una? |a )?(?:habitacion|cuarto|doble|individual|suite|familiar|room|stay)\\b");

  private static final FilteredPattern HAVE =
      FilteredPattern.compile(
          "^\\W*(?:(?:hola|buenas|hi|hello|hey|disculp\\w+|perdon\\w*)\\W+)*(?:ten(?:eis|es|drian|driais)|tienen?|hay|queda|do you have|have you(?: got)?|would you have|is there)\\b");

  /** Of what stands, or of something else than a room. */
  private static final FilteredPattern ELSE =
      FilteredPattern.compile(
          "\\b(?:(?:mi|nuestra|la|una|my|our|the|esa|esta) (?:reserva\\b(?! de habitacion)|reservacion|booking|reservation)(?= (?:que|para el|del?|for|from|i|we)\\b)|(?:mi|nuestra|my|our) (?:\\w+ )?(?:reserva|reservacion|booking|reservation|habitacion|room|stay)|cancel\\w*|anul\\w*|cambi\\w+|modific\\w+|chang\\w+|mov\\w+|mesas?|tables?|cenar|comer|dinner|lunch|restaurant\\w*|garajes?|parking|plaza|cunas?|cots?|cribs?|desayunos?|breakfast|salon|reunion\\w*|meeting|boda|wedding|evento|event|grupo|group|persona|someone|person|factura|invoice)\\b");

  private StayOpening() {}

  /** Of a guest who has nothing under way and nothing booked here. */
  static boolean in(Understanding heard, Memory memory) {
    boolean idle = memory.asked == Asked.NOTHING && memory.stays.booked.isEmpty();
    String plain = Tokens.plain(memory.text);
    if (!idle || heard.reference() != null || ELSE.matcher(plain).find()) {
      return false;
    }
    return WANTS.matcher(plain).find() && HouseQuestions.meant(memory.text).isEmpty()
        || has(heard, memory);
  }

  static boolean says(String text) {
    String plain = Tokens.plain(text);
    return WANTS.matcher(plain).find() && !ELSE.matcher(plain).find();
  }

  private static boolean has(Understanding heard, Memory memory) {
    return heard.stay().room() != null
        && HAVE.matcher(Tokens.plain(memory.text)).find()
        && HouseQuestions.things(Question.of(memory.text)).isEmpty();
  }
}
