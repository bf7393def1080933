package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** A guest who speaks of a booking that stands, and of how it should be instead. */
final class ChangeWords {

  private static final FilteredPattern STANDS =
      FilteredPattern.compile(
          "\\b(?:(?:la |una )?(?:reserva|mesa|habitacion) (?:que )?(?:tengo|tenemos|hice|hicimos|teniamos|tenia)"
              + "|(?:tengo|tenemos|tenia|teniamos) (?:una |la )?(?:mesa|reserva|habitacion)|(?:mi|nuestra) (?:mesa|reserva|habitacion)"
              + "|la (?:mesa|reserva) (?:del?|de la|para)|reservad[oa]|(?<!\\b(?:could|can|may|might|shall|do|if|should|would) )(?:i|we) ?(?:ve|have|ve got|have got|had)? (?:a |got a )?(?:booking|table|reservation|room)"
              + "|(?:my|our) (?:\\w+ )?(?:booking|table|reservation|room)|the (?:booking|table|reservation))\\b");
  private static final FilteredPattern INSTEAD =
      FilteredPattern.compile(
          "\\b(?:podria(?:mos|is|n)? (?:ser|venir|ir|pasar\\w*|poner\\w*|cambiar\\w*|mover\\w*)|pued\\w+ (?:pasar|poner|cambiar|mover|adelantar|retrasar|ampliar)\\w*"
              + "|pod(?:eis|emos) (?:pasar|poner|cambiar|mover|adelantar|retrasar|ampliar)\\w*|quedar(?:nos|me)|pasar(?:la|lo|nos)?|mover(?:la|lo|nos)?|adelantar\\w*|retrasar\\w*|en vez de|en lugar de"
              + "|cambi\\w+|seremos|seriamos|somos (?:uno|una|dos|tres)? ?mas|al final (?:somos|vamos|viene\\w*)|ponernos|ponednos|could (?:we|you|it)|can (?:we|you)|mov(?:e|ing)|push(?:ing)?|swap(?:ping)?|switch(?:ing)?|instead|make it|change)\\b");

  private static final FilteredPattern ASKS =
      FilteredPattern.compile(
          "\\b(?:(?:could|can|may) (?:we|you|i)|pod(?:eis|emos|riamos|riais|ria)|puede[ns]?|puedo|nos pon\\w+|se puede)\\b");

  /** Only of what is booked can one be missing. */
  private static final FilteredPattern ALONE =
      FilteredPattern.compile(
          "\\b(?:nos (?:ha|han) fallado|se (?:nos )?(?:ha|han) (?:caido|rajado)|se (?:me|nos) (?:ha |han )?(?:baj|cay|caid|raj)\\w+ (?:un[oa]?|dos|tres|\\d)|al final (?:somos|seremos|vamos|vamos a ser) (?!a\\b)"
              + "|(?:somos|seremos) (?:uno|una|dos|tres) (?:mas|menos)|(?:one|two) of us (?:can ?t|cannot|wont|won t)|we(?: are| re|re| ll be|ll be| will be) (?:one|two) (?:more|less|fewer))\\b");

  private static final FilteredPattern NAMES = FilteredPattern.compile("\\b(?:nombre|name)\\b");

  /** {@code ponlo a nombre de Sergio}, {@code put it under Helen}. */
  private static final FilteredPattern TO_RENAME =
      FilteredPattern.compile(
          "\\b(?:pon|poned|ponga|ponla|ponlo|ponedla|ponedlo|cambi|pas|vaya|put|change|switch|move)\\w*\\b.{0,25}\\b(?:nombre|name|under (?!\\d))");

  private ChangeWords() {}

  /** Whether a name in it is to stand in the book. */
  static boolean renames(String text) {
    return NAMES.matcher(Tokens.plain(text)).find() || gives(text);
  }

  /** Whether what stands is to go to another name, whoever no longer comes. */
  static boolean gives(String text) {
    return TO_RENAME.matcher(Tokens.plain(text)).find();
  }

  /** "¿Podemos sentarnos fuera?": of a booking that was just made. */
  static boolean asks(String text) {
    return ASKS.matcher(Tokens.plain(text)).find();
  }

  static boolean in(String text) {
    String plain = Tokens.plain(text);
    return STANDS.matcher(plain).find() && INSTEAD.matcher(plain).find()
        || ALONE.matcher(plain).find();
  }
}
