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
              obvio|asi esta bien|fenomenal|ideal|buena|esa misma|yes|yeah|yep|aye|yup|yess|sure
              correct|right|thats right|thats correct|sounds good|sounds great|sounds perfect
              perfect|great|fine|thats fine|confirm|confirmed|go ahead|please do|absolutely
              of course|y|book it|looks good|that works|works|works for me|lovely|brilliant|cool
              awesome|excellent|excelente|no problem|why not|definitely|indeed|all good|good
              alright|all right|yes please|super|👍|ya|seguro|correctisimo|esta perfecto|perfecto asi
              thats it|thats me|yes thats me|ese soy yo|esa soy yo|go on|go on then|tal cual|eso mismo|conforme|me parece|me encaja|hecho
              spot on|thatll do|thats the one|lets do it|do it|sure thing|ya esta|barbaro|joya
              chido|va que va|simon|sipi|sep|aja|mhm|uhhuh|k|kk|oki doki|okidoki|si senor
              efectivamente|en efecto|exact|precisely|i do|we do|go for it|esta genial|por mi bien
              me gusta|esa me va bien|asi mismo|ta bien|sii claro|dale si|fino|fetem|happy with that
              yes thats fine|thats grand|grand|thats perfect|suits me|suits us|por supuesto que si
              hagale|hagale pues|jalale|eso seria|cierrala|cierralo|dejala asi|dejalo asi|asi queda|quedamos asi|asi quedamos
              todo en orden|nada que objetar|no veo por que no|i suppose so|i guess so|you got it|youve got it|nailed it
              couldnt be better|bacan|ya po|me cuadra|nos cuadra|todo cuadra|suena bien|me late|nos late|va pues|pues va
              trato hecho|that would be great|that would be lovely|thatd be great|thatd be lovely|ill take it|well take it
              me la quedo|nos la quedamos|me lo quedo|nos lo quedamos|faltaria mas|confirmo que si|no veo inconveniente
              sin inconveniente|yes that works|that does it|all correct|everything is fine|everything is correct|its all good|its fine
              la quiero|lo quiero|me lo apuntas|adelante con eso|that suits|fire away|deal|done
              desde luego que si|ok perfecto|reservamela|apuntala|apuntalo|hecho esta
              esta correcto|todo perfecto|tiene buena pinta|de lujo|claro claro|amen|please
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
              no me parece bien|no quiero|not good|doesnt work|not quite|ninguna de las dos|ninguno de los dos|ninguna de las tres|ninguna de ellas
              none of them|neither of them|i dont think so|dont think so|think not|not yet|todavia no|aun no|de momento no|por ahora no|no me sirve
              no me encaja|que no|que va|ni hablar|negative|nanai|👎|❌|tampoco me va|no esta bien
              no es asi|eso no|asi no|no no|no thats wrong|no me convence|hard pass|id rather not
              te has equivocado|se ha equivocado|os habeis equivocado|te equivocaste|se equivoco|you misheard|you misheard me|you got it wrong
              thats not what i said|thats not it|eso no es lo que|no he dicho eso|yo no dije eso|hay un error|hay un fallo
              no exactamente|not exactly|theres a mistake|thats incorrect
              prefiero que no|mejor que no|nada de eso|no hace falta|not for me|dont|do not
              """);

  /** After these, {@code si} is "if". */
  private static final Set<String> CONDITIONS =
      Set.of(
          "hay", "puede", "pueden", "podeis", "tienen", "teneis", "tienes", "es", "puedo", "fuera",
          "quiere", "quieres", "viene", "vienen", "queda", "quedan", "somos", "no", "se", "hubiera",
          "hace");

  /** {@code no tengo correo} says no to nothing. */
  private static final Set<String> NOT_HAVING =
      Set.of("tengo", "tenemos", "uso", "usamos", "dispongo", "recuerdo");

  /** What a message says; neither if it says both. Its words are taken out. */
  static YesNo in(Words words) {
    YesNo said = NEITHER;
    boolean both = false;
    int end = 0;
    for (Hit<YesNo> hit : TABLE.in(words)) {
      if (inPassing(words, hit)) {
        continue;
      }
      boolean denied = said == NO && !opensBetween(words, end, hit.from());
      both |= said != NEITHER && said != hit.value() && !denied;
      said = denied ? NO : hit.value();
      end = hit.to();
      words.use(hit);
    }
    return both ? NEITHER : said;
  }

  /** {@code ninguna me viene bien} is one answer, {@code no, está bien} is two. */
  private static boolean opensBetween(Words words, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (words.opens(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A single word counts only at the beginning or the end of a part of the sentence: not {@code a
   * ver si va mi hermano}. Some count only as a whole part.
   */
  private static boolean inPassing(Words words, Hit<YesNo> hit) {
    if (hit.to() - hit.from() > 1) {
      return false;
    }
    boolean tag = words.is(hit.from(), "no", "si", "vale", "right", "ok") && hit.from() > 1;
    if (tag && words.asks(hit.from()) && words.opens(hit.to())) {
      return true;
    }
    boolean begins = words.opens(hit.from()) || words.used(hit.from() - 1);
    boolean ends = words.opens(hit.to()) || words.used(hit.to());
    return switch (words.plain(hit.from())) {
      case "no" ->
          words.is(hit.to(), "email", "mail", "correo") && words.opens(hit.to() + 1)
              || !begins && !ends
              || NOT_HAVING.contains(words.plain(hit.to())) && !ends;
      case "si" -> !begins && !ends || !ends && CONDITIONS.contains(words.plain(hit.to()));
      case "y", "s", "va", "ya", "eso", "buena", "not", "super" ->
          !(begins && words.opens(hit.to()));
      case "please" -> !(words.opens(hit.from()) && words.opens(hit.to()));
      case "aja", "k", "simon", "joya", "grand", "hecho", "fino", "dont", "amen" ->
          !(begins && ends);
      case "bien", "bueno", "right", "good" -> !(begins && ends);
      case "ninguna", "ninguno", "none" -> !words.opens(hit.from());
      default -> !begins && !ends;
    };
  }

  static Set<String> words() {
    return TABLE.words();
  }
}
