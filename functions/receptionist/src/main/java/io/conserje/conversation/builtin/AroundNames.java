package io.conserje.conversation.builtin;

import java.util.Set;

/** The words that stand around a name and are no part of it. */
final class AroundNames {

  static final Set<String> FILLERS =
      words(
          """
          es para por favor gracias pon pone ponele ponelo anota anote apunta apunte ponga
          ponme ponlo ponla a al de con its it is the under put please thanks si no vale ok
          yes for mejor sorry perdon perdona perdone disculpa disculpe ah ay uy mira porfa porfis plis como
          okay hola sera pues just actually mr mrs ms miss sr
          sra senora senor don dona yo me thank you claro sure seria perfecto to
          """);

  /** Between a name that was said wrongly and the right one. */
  static final String[] CORRECTING =
      ("no perdon perdona digo mejor dicho quiero decir sorry i mean actually espera wait es its rather"
              + " make that pon ponla")
          .split(" ");

  /** Before a number these say whose it is, and are no name. */
  static final Set<String> OF_A_PHONE =
      words(
          """
          contacto celular celu cell movil fijo fono whatsapp wasap guasap wsp tlf tfno tfn tel cel mov tlfno telf num nro
          mob ph llamame llamar llameme contact call text reach ring
          """);

  /** What may stand between "a nombre de" and the name itself. */
  static final Set<String> BEFORE =
      words(
          """
          de is es la el empresa mi sr sra senor senora don dona mr mrs ms miss dr company
          the to a
          """);

  static final String[] THEIRS = {"el", "ella", "ellos", "ellas", "him", "her", "them"};

  private AroundNames() {}

  private static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+"));
  }
}
