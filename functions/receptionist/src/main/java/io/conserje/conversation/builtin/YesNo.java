package io.conserje.conversation.builtin;

import java.util.Set;

/** Yes, no, or neither. */
enum YesNo {
  YES,
  NO,
  NEITHER;

  private static final PhraseTable<YesNo> TABLE =
      new PhraseTable<YesNo>()
          .add(
              YES,
              """
              si|sip|sii|claro|claro que si|vale|ok|okay|okey|oki|okis|dale|perfecto|perfecta
              correcto|correcta|exacto|exactamente|eso es|asi es|eso|de acuerdo|confirmo
              confirmado|confirma|confirmar|confirmala|confirmalo|confirme|confirmela|adelante
              genial|estupendo|por supuesto|desde luego|listo|bueno|buenisimo|me va bien
              me viene bien|me parece bien|me sirve|nos sirve|nos va bien|esta bien|todo bien|bien
              muy bien|va bien|reservala|reservalo|reservela|hazla|hagala|hazlo|andale|sale
              sale y vale|orale|cierto|afirmativo|s|como no|por que no|no hay problema
              sin problema|ningun problema|todo ok|todo correcto|me vale|nos vale|va|venga|de una
              obvio|asi esta bien|fenomenal|ideal|buena|esa misma|yes|yeah|yep|yup|yess|sure
              correct|right|thats right|thats correct|sounds good|sounds great|sounds perfect
              perfect|great|fine|thats fine|confirm|confirmed|go ahead|please do|absolutely
              of course|y|book it|looks good|that works|works|works for me|lovely|brilliant|cool
              awesome|excellent|excelente|no problem|why not|definitely|indeed|all good|good
              alright|all right|yes please|super|👍|ya|seguro
              """)
          .add(
              NO,
              """
              no|noo|nop|nope|nah|naa|negativo|incorrecto|incorrecta|para nada|no gracias|mejor no
              ya no|tampoco|ninguna|ninguno|ninguna de esas|no me va bien|no me viene bien
              no esta bien asi|no es correcto|not|wrong|incorrect|no thanks|no thank you|neither
              none|none of those|not really|no way|claro que no|thats wrong|thats not right
              not right|not correct|no correct|not sure|no se|no lo se|no estoy seguro
              no estoy segura|no vale|no me sirve|no nos sirve|no puedo|no podemos
              no me parece bien|no quiero|not good|doesnt work|not quite
              """);

  /** After these, {@code si} is "if". */
  private static final Set<String> CONDITIONS =
      Set.of(
          "hay", "puede", "pueden", "podeis", "tienen", "teneis", "tienes", "es", "puedo", "fuera",
          "quiere", "quieres", "viene", "vienen", "queda", "quedan", "somos", "no", "se", "hubiera",
          "hace");

  /** What a message says; neither if it says both. Its words are taken out. */
  static YesNo in(Words words) {
    YesNo said = NEITHER;
    boolean both = false;
    for (Hit<YesNo> hit : TABLE.in(words)) {
      if (inPassing(words, hit)) {
        continue;
      }
      both |= said != NEITHER && said != hit.value();
      said = hit.value();
      words.use(hit);
    }
    return both ? NEITHER : said;
  }

  /**
   * A single word counts only at the beginning or the end of a part of the sentence: not {@code a
   * ver si va mi hermano}. Some count only as a whole part.
   */
  private static boolean inPassing(Words words, Hit<YesNo> hit) {
    if (hit.to() - hit.from() > 1) {
      return false;
    }
    boolean begins = words.opens(hit.from()) || words.used(hit.from() - 1);
    boolean ends = words.opens(hit.to()) || words.used(hit.to());
    return switch (words.plain(hit.from())) {
      case "si" -> !begins && !ends || !ends && CONDITIONS.contains(words.plain(hit.to()));
      case "y", "s", "va", "ya", "eso", "buena", "not", "super" ->
          !(begins && words.opens(hit.to()));
      case "bien", "bueno", "right", "good" -> !(begins && ends);
      case "ninguna", "ninguno", "none" -> !words.opens(hit.from());
      default -> !begins && !ends;
    };
  }

  static Set<String> words() {
    return TABLE.words();
  }
}
