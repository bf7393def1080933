package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * What sounds like calling off, from somebody of whom nothing stands and who names nothing of it.
 */
final class Unfounded {

  private static final FilteredPattern OF_A_BOOKING =
      FilteredPattern.compile(
          "\\b(?:reserv\\w+|mesa|cita|cena|comida|ir|vamos|voy|venir|acudir|asistir|llegar|llegamos|apunt\\w+|cancel\\w*|anul\\w*|quit\\w+|borr\\w+|olvid\\w+|dej\\w+|book\\w*|reservation|table|dinner|lunch|make it|come|coming|attend|go|going|show up|scrap|drop|forget|call off)\\b");

  private Unfounded() {}

  static boolean in(Turn turn, Understanding heard) {
    Memory memory = turn.memory();
    boolean nothing =
        memory.booked.isEmpty()
            && memory.standing == null
            && !turn.knowsPhone()
            && heard.reference() == null
            && memory.search == Memory.Search.NONE;
    return nothing && !OF_A_BOOKING.matcher(Tokens.plain(memory.text)).find();
  }
}
