package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** A guest who wants nothing any more says so even with a day or a number in the same breath. */
final class Dropping {

  private static final Pattern CLEAR =
      Pattern.compile(
          "\\b(?:dej[ae]l[oa](?! (?:a|en|para|como|con|el|la)\\b)|lo dejamos(?! (?:a|en|como|para (?!otr[oa]\\b)))|lo dejo|olvid\\w+|no importa|ya no quier\\w+|ya no hace falta|never ?mind"
              + "|forget (?:it|about)|leave it(?! (?:at|for|as|on|like)\\b))\\b");

  private Dropping() {}

  static boolean clear(String text) {
    return CLEAR.matcher(Tokens.plain(text)).find();
  }
}
