package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** A guest who wants nothing any more says so even with a day or a number in the same breath. */
final class Dropping {

  private static final FilteredPattern CLEAR =
      FilteredPattern.compile(
          "\\b(?:dej[ae]l[oa](?! (?:a|en|para|como|con|el|la)\\b)|lo dejamos(?! (?:a|en|como|para (?!otr[oa]\\b)))|lo dej[oe]|no (?:quiero|queremos) (?:la|una|ninguna|esa) (?:mesa|reserva|habitacion)|no (?:quiero|queremos) reservar|olvid\\w+|(?:mirare|buscare|miro|busco|miramos|buscamos|buscaremos|miraremos) (?:en )?(?:otro|otra) (?:sitio|lado|hotel|parte|restaurante)|(?:look|try|go|look for|find) (?:somewhere|someplace) else|no importa|ya no quier\\w+|ya no hace falta|never ?mind"
              + "|(?:dont|do not) want (?:the|a|any) (?:table|booking|room) (?:any ?more|now)|forget (?:it|about)|leave it(?! (?:at|for|as|on|like)\\b))\\b");

  private static final FilteredPattern NOTHING =
      FilteredPattern.compile("\\b(?:antes (?:de|que) nada|de nada|nada mas|mas nada)\\b");

  /** {@code can I add someone later?}: that is for another time, and no other hour is meant. */
  private static final FilteredPattern PUTS_OFF =
      FilteredPattern.compile(
          "\\b(?:add|adding|change|changing|cancel\\w*|confirm\\w*|tell you|let you know|decide|call|ring|text|avis\\w+|cambi\\w+|anad\\w+|anul\\w+|dig\\w+|dir\\w+|llam\\w+|sum\\w+|decid\\w+)\\b[^.;]{0,25}\\b(?:later|afterwards|mas tarde|mas adelante|luego|despues)\\b");

  private Dropping() {}

  static boolean putsOff(String text) {
    return PUTS_OFF.matcher(Tokens.plain(text)).find();
  }

  private static final FilteredPattern ANOTHER_TIME =
      FilteredPattern.compile(
          "\\b(?:(?:lo|la) (?:dejamos|dejo|dejaremos) para otr[oa] (?:dia|vez|ocasion|momento)|otra vez sera|ya (?:iremos|ire) otro dia|leave it for another (?:time|day)|another time then|maybe another (?:time|day))\\b");

  /** {@code lo dejamos para otro día}: nothing is wanted now. */
  static boolean forAnotherTime(String text) {
    return ANOTHER_TIME.matcher(Tokens.plain(text)).find();
  }

  static boolean clear(String text) {
    return CLEAR.matcher(Tokens.plain(text)).find();
  }

  /** {@code de nada}, {@code antes que nada}: of these nothing is dropped. */
  static boolean nothing(String text) {
    return NOTHING.matcher(Tokens.plain(text)).find();
  }
}
