package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * What is asked about parties: a person tells of it, who is told of the group anyway. {@code
 * ¿tenéis menú de grupo?}, {@code ¿hacéis este tipo de eventos?}
 */
final class GroupQuestion {

  private static final FilteredPattern ASKED =
      FilteredPattern.compile(
          "\\b(?:menus? (?:(?:cerrados?|especial\\w*|concertados?) )?(?:de|para|por) (?:grupos?|navidad|eventos?|celebraciones|empresas?|comuni\\w+|bodas?|bautizos?)|opciones (?:de menu )?para grupos?"
              + "|(?:est[ea]|ese|esa|estos|esas|algun)(?: tipo| clase)?(?: de)? (?:eventos?|celebracion\\w*|fiestas?|comidas de (?:grupo|empresa))|(?:hac\\w+|organiz\\w+|celebr\\w+|prepar\\w+|acept\\w+|cog\\w+) (?:eventos?|celebraciones|comuniones|bodas|bautizos|cenas de (?:empresa|grupo)|grupos)"
              + "|(?:group|party|christmas|set|event) menus?(?: for (?:groups|parties|that many))?|menus? for (?:groups?|parties|large)|(?:host|do|cater for|take|accept|handle|organi[sz]e) (?:events?|parties|functions|celebrations|groups|weddings|this (?:kind|sort) of (?:thing|event))|(?:this|that) (?:kind|sort|type) of (?:event|thing|party)s?"
              + "|presupuesto|price per head|precio por (?:persona|cabeza|cubierto)|per person price)\\b");

  private static final FilteredPattern CROWD =
      FilteredPattern.compile(
          "(?<![\\d:.,/+])(?:1[1-9]|[2-9]\\d|1\\d\\d)(?![\\d:/]|[.,]\\d)(?! ?(?:h|hs|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|euros?|th|st|nd|rd|(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*|anos|years?)\\b)");

  private GroupQuestion() {}

  static boolean in(String asked) {
    return ASKED.matcher(Tokens.plain(asked)).find();
  }

  /** Whether what was said names more people than a table takes. */
  static boolean crowd(String said) {
    return CROWD.matcher(Tokens.plain(said)).find();
  }
}
