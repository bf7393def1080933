package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** A guest who wants nothing any more says so even with a day or a number in the same breath. */
final class Dropping {

  private static final Pattern CLEAR =
      Pattern.compile(
          "\\b(?:dej[ae]l[oa](?! (?:a|en|para|como|con|el|la)\\b)|lo dejamos(?! (?:a|en|como|para (?!otr[oa]\\b)))|lo dejo|olvid\\w+|no importa|ya no quier\\w+|ya no hace falta|never ?mind"
              + "|forget (?:it|about)|leave it(?! (?:at|for|as|on|like)\\b))\\b");

  private Dropping() {}

  private static final Pattern ANOTHER_TIME =
      Pattern.compile(
          "\\b(?:(?:lo|la) (?:dejamos|dejo|dejaremos) para otr[oa] (?:dia|vez|ocasion|momento)|otra vez sera|ya (?:iremos|ire) otro dia|leave it for another (?:time|day)|another time then|maybe another (?:time|day))\\b");

  /** {@code lo dejamos para otro día}: nothing is wanted now. */
  static boolean forAnotherTime(String text) {
    return ANOTHER_TIME.matcher(Tokens.plain(text)).find();
  }

  static boolean clear(String text) {
    return CLEAR.matcher(Tokens.plain(text)).find();
  }
}
