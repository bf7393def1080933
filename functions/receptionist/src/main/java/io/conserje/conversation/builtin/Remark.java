package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** A guest's own words as a note: without the wish to book or to note something around them. */
final class Remark {

  private static final FilteredPattern WISH =
      FilteredPattern.compile(
          "(?iu)^(?:(?:hola|buenas|y|es|pues|and|hi|hello) )*(?:(?:to )?(?:reserve|book|reservar)(?= (?:for|para|por))|quiero|quer[ií]a(?:mos)?|quisiera(?:mos)?|queremos"
              + "|(?:me|nos) gustar[ií]a|necesito|necesitamos|i want|we want|i'?d like|we'?d like|i need|we need"
              + "|i would like|we would like)(?: (?:a|to|hacer una|una))?"
              + "(?: (?:reservar|reserva|mesa|book|reserve|booking|table|reservation))?(?: (?:es|it'?s))?"
              + "(?: (?:para|por|for))? ");

  private static final FilteredPattern NOTING =
      FilteredPattern.compile(
          "(?iu)^(?:(?:y|and|ah|oh) )*(?:(?:can|could|would) you (?:please )?|(?:pod[eé]is|puedes?|pueden|podr[ií]a(?:is|n|s)?) )?(?:a[ñn]ad(?:e|id|a|ir)(?:me|nos)?|pon(?:me|nos|ga|ed|er)?|ap[uú]nta(?:me|nos|lo)?"
              + "|agr[eé]ga(?:me|nos)?|inclu(?:ye|ya|ir)(?:me|nos)?|add|note|put|include)(?: (?:que|that|down))? ");

  private static final FilteredPattern PERMISSION =
      FilteredPattern.compile(
          "(?iu)^(?:(?:can|could|may) (?:we|i) (?:bring|take|come with)|(?:podemos|puedo|se puede|podr[ií]a(?:mos)?)"
              + " (?:ir|llevar|traer|venir)(?: con| a)?) ");

  private static final FilteredPattern OCCASION =
      FilteredPattern.compile("(?iu)^(?:(?:la reserva|it) )?(?:es|it'?s|is) (?:para|por|for) ");

  /** {@code les escribo porque mi esposo cumple años}. */
  private static final FilteredPattern REASON =
      FilteredPattern.compile(
          "(?iu)^(?:(?:y|and) )*(?:(?:te|le|les|os) )?(?:escrib(?:o|imos|\\u00eda)|llam(?:o|amos|aba)|contact(?:o|amos)|(?:i'?m |we'?re |i am |we are )?(?:writing|calling|messaging|getting in touch))(?: (?:you|a usted(?:es)?))? (?:es )?(?:porque|ya que|because|as|since) ");

  private Remark() {}

  static String of(String said) {
    String rest = said.strip();
    for (FilteredPattern pattern :
        new FilteredPattern[] {REASON, WISH, NOTING, PERMISSION, OCCASION}) {
      String shorter = pattern.matcher(rest).replaceFirst("").strip();
      rest = shorter.length() < 4 ? rest : shorter;
    }
    return rest;
  }
}
