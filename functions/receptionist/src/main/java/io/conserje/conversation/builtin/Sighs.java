package io.conserje.conversation.builtin;

import java.util.Set;

/** Words that are no names, although they stand where a name would. */
final class Sighs {

  private static final Set<String> ALL =
      Set.of(
          "uy",
          "ay",
          "eh",
          "oh",
          "ah",
          "uf",
          "buf",
          "ups",
          "oops",
          "hmm",
          "mmm",
          "perdona",
          "perdon",
          "vaya",
          "jo",
          "espera",
          "wait",
          "ouch",
          "wow",
          "phew",
          "yikes",
          "sheesh",
          "damn",
          "crikey",
          "ostras",
          "jolin",
          "anda",
          "venga",
          "uff",
          "caray",
          "buah",
          "sigamos",
          "seguimos",
          "continuamos",
          "siga",
          "sigue",
          "continue",
          "proceed",
          "adelante",
          "continuemos",
          "email",
          "correo",
          "scratch",
          "ella",
          "ellas",
          "ellos",
          "eso",
          "esa",
          "ese",
          "esta",
          "este",
          "nosotros");

  private Sighs() {}

  static boolean is(String name) {
    return ALL.contains(Tokens.plain(name));
  }
}
