package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** {@code we stayed with you last weekend, two nights}: nights that are over are not wished for. */
final class PastStay {

  private static final FilteredPattern OVER =
      FilteredPattern.compile(
          "\\b(?:(?:i|we) (?:\\w+ )?(?:stayed|slept|spent)|(?:estuv(?:e|imos)|me (?:aloje|hospede|quede)|nos (?:alojamos|hospedamos|quedamos)|dormi(?:mos)?|pas(?:e|amos)))\\b.{0,60}?\\b(?:last (?:week\\w*|month|night|year|summer|\\w+day)|ago|yesterday|pasad[oa]|anterior|ayer|anoche|hace (?:un|una|dos|tres|poco|\\d+))\\b"
              + "|\\b(?:last (?:week\\w*|month|night)|la (?:semana|noche) pasada|el (?:mes|finde|fin de semana) pasado|ayer|anoche)\\b.{0,40}?\\b(?:(?:i|we) (?:stayed|slept|spent)|estuv(?:e|imos)|(?:me|nos) (?:aloje|alojamos|hospede|hospedamos)|dormi(?:mos)?)\\b");

  private static final FilteredPattern AGAIN =
      FilteredPattern.compile(
          "\\b(?:again|another|book|reserve|like to (?:book|stay|come|reserve|have)|want a|need a|do you have|volver|repetir|otra vez|reserv\\w+|quier\\w+ (?:una|otra|volver|ir)|quer\\w+ (?:una|otra|volver|ir|repetir)|tene[iy]s|tienen|hay)\\b");

  private PastStay() {}

  static boolean only(String text) {
    String plain = Tokens.plain(text);
    return OVER.matcher(plain).find() && !AGAIN.matcher(plain).find();
  }
}
