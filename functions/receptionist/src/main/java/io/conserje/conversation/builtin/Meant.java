package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.List;
import java.util.Set;

/**
 * Which of several days, hours or numbers of one message is meant: the first, unless the guest
 * corrects himself or asks for a change, where the last is what it is changed to.
 */
final class Meant {

  private static final Set<String> CORRECTIONS =
      Set.of(
          "mejor",
          "perdon",
          "perdona",
          "digo",
          "sino",
          "bueno",
          "sorry",
          "mean",
          "actually",
          "rather",
          "instead",
          "no",
          "wait",
          "espera",
          "say",
          "digamos",
          "pongamos",
          "pon",
          "ponme",
          "ponnos",
          "make");
  private static final Set<String> NOT_THIS =
      Set.of("no", "not", "isnt", "arent", "wasnt", "doesnt");

  private static final Set<String> OTHERS_HOURS =
      Set.of(
          "acaba",
          "acaban",
          "acabo",
          "acabamos",
          "termina",
          "terminan",
          "termino",
          "terminamos",
          "sale",
          "salgo",
          "salimos",
          "empieza",
          "aterriza",
          "aterrizamos",
          "ends",
          "finishes",
          "finish",
          "lands",
          "land",
          "starts",
          "departs",
          "over");

  private static final Set<String> LINKS =
      Set.of(
          "a",
          "al",
          "at",
          "de",
          "del",
          "el",
          "en",
          "for",
          "la",
          "las",
          "los",
          "lugar",
          "of",
          "on",
          "para",
          "por",
          "ser",
          "somos",
          "son",
          "es",
          "than",
          "the",
          "vez",
          "instead",
          "rather",
          "este",
          "this",
          "sobre",
          "we",
          "are",
          "is",
          "seremos",
          "vamos",
          "vendremos",
          "iremos",
          "be",
          "seamos");

  /** {@code salgo de trabajar a las ocho}, {@code tenemos teatro a las diez}. */
  private static final FilteredPattern OF_SOMETHING_ELSE =
      FilteredPattern.compile(
          "\\b(?:(?:sal(?:go|e|imos|en)|acab\\w+|termin\\w+) (?:de|del) (?:\\w+ ){1,4}|lleg\\w+ (?:a|al) (?:la |el )?(?:estacion|aeropuerto|terminal|hotel|casa|logrono) "
              + "|(?:leaves?|departs?|gets? (?:in|out|off)|gets? out of \\w+|finish\\w* (?:work|class|school)|get home|kicks? off) (?:from \\w+ )?"
              + "|(?:tren|vuelo|avion|bus|autobus|teatro|concierto|partido|misa|boda|bautizo|comunion|entierro|funcion|obra|pelicula|cine|reunion|congreso|train|flight|plane|theatre|theater|concert|match|gig|wedding|christening|ceremony|meeting|funeral|play) (?:(?!con |para |cenar |comer |dinner |lunch |table |mesa |y |and )\\w+ ){0,5})"
              + "(?:a |at |sobre |el |on |este |this |las |la )*$");

  private static final FilteredPattern OUT =
      FilteredPattern.compile(
          "^(?:is |s |es |me |nos |ya |lo tengo |night |noche )*(?:out|impossible|imposible|complicado|descartado|no good|not good|no (?:puedo|podemos|puede|pueden|me (?:va|viene)|nos (?:va|viene)|va a poder|podria\\w*)|doesnt work|wont work|isnt (?:possible|good)|tampoco)\\b");

  private static final List<String> MOVING =
      List.of(
          "cambi", "pasa", "pasar", "muev", "mover", "modific", "retras", "adelant", "aplaz",
          "chang", "mov", "shift", "push", "switch", "resched", "correg", "mejor");

  private Meant() {}

  /** Null if there are none. */
  static <V> Hit<V> of(Words words, List<Hit<V>> hits) {
    return of(words, hits, false);
  }

  /**
   * @param changing whether something that stands is to become something else
   */
  static <V> Hit<V> of(Words words, List<Hit<V>> hits, boolean changing) {
    Hit<V> meant = null;
    for (Hit<V> hit : hits) {
      boolean takesOver =
          meant == null
              || denied(words, meant)
              || ofAnother(words, meant)
              || corrected(words, meant, hit)
              || moved(words, meant, hit) && (changing || moves(words))
              || movedTo(words, hit.from())
              || changing && !ofBefore(words, hit);
      boolean out = denied(words, hit) || ofAnother(words, hit);
      if (takesOver && !(meant != null && out)) {
        meant = hit;
      }
    }
    return meant;
  }

  /** {@code no a las nueve}, {@code en vez de dos}, {@code el viernes no}. */
  private static boolean denied(Words words, Hit<?> hit) {
    for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 3) && !words.opens(i + 1); i--) {
      if (NOT_THIS.contains(words.plain(i)) && !words.opens(i + 1) || insteadOf(words, i)) {
        return true;
      }
      if (!LINKS.contains(words.plain(i))) {
        break;
      }
    }
    return words.is(hit.to(), "no") && words.opens(hit.to() + 1) && !words.opens(hit.to())
        || ruledOut(words, hit.to())
        || comparedWith(words, hit);
  }

  /** {@code Friday's out}, {@code el viernes no podemos}. */
  static boolean ruledOut(Words words, int end) {
    StringBuilder after = new StringBuilder();
    for (int i = end; i < Math.min(words.size(), end + 5) && !words.opens(i); i++) {
      after.append(words.plain(i)).append(' ');
    }
    return OUT.matcher(after.toString()).find();
  }

  /** {@code mejor el viernes que el sábado}. */
  private static boolean comparedWith(Words words, Hit<?> hit) {
    int i = words.is(hit.from() - 1, "el", "a", "las", "al") ? hit.from() - 1 : hit.from();
    i = words.is(i - 1, "a") ? i - 1 : i;
    boolean than = words.is(i - 1, "que", "than") && !words.opens(i - 1);
    for (int k = i - 2; than && k >= Math.max(0, i - 9); k--) {
      if (words.is(k, "mejor", "prefiero", "preferimos", "antes", "rather", "better", "prefer")) {
        return true;
      }
    }
    return false;
  }

  /** {@code el tren sale a las cinco}: an hour of something else, where another hour is named. */
  private static boolean ofAnother(Words words, Hit<?> hit) {
    if (OF_SOMETHING_ELSE.matcher(before(words, hit.from())).find() || busy(words, hit)) {
      return true;
    }
    for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 3) && !words.opens(i + 1); i--) {
      if (OTHERS_HOURS.contains(words.plain(i))) {
        return true;
      }
      if (!LINKS.contains(words.plain(i))) {
        return false;
      }
    }
    return OTHERS_HOURS.contains(words.plain(hit.from())) && hit.to() - hit.from() > 1;
  }

  /** {@code que el viernes hay partido}, {@code because on Friday I work}: why it is not then. */
  private static boolean busy(Words words, Hit<?> hit) {
    int at = hit.from() - 1;
    while (words.is(at, "el", "los", "on", "ese", "a", "las", "la", "at") && !words.opens(at)) {
      at--;
    }
    boolean why = words.is(at, "que", "porque", "pues", "because", "cos", "cause", "since");
    boolean mine =
        words.is(hit.to(), "i", "we", "she", "he", "my", "ive", "weve", "theres", "there");
    return why
        && !words.opens(at + 1)
        && (mine
            || words.is(
                hit.to(),
                "hay",
                "tengo",
                "tenemos",
                "tiene",
                "juega",
                "curro",
                "abro",
                "abrimos",
                "entro",
                "entramos",
                "cierro",
                "cerramos",
                "vuelvo",
                "volvemos",
                "empiezo",
                "empezamos",
                "embarco",
                "embarcamos",
                "trabajo",
                "trabajamos",
                "trabaja",
                "es",
                "estoy",
                "estamos"));
  }

  /** The part of the sentence that ends before a word. */
  private static String before(Words words, int end) {
    int from = end;
    while (from > 0 && end - from < 9 && !words.opens(from)) {
      from--;
    }
    StringBuilder before = new StringBuilder();
    for (int i = from; i < end; i++) {
      before.append(words.plain(i)).append(' ');
    }
    return before.toString();
  }

  private static boolean insteadOf(Words words, int i) {
    return words.is(i, "vez", "lugar") && words.is(i - 1, "en") && words.is(i + 1, "de")
        || words.is(i, "instead") && words.is(i + 1, "of")
        || words.is(i, "rather") && words.is(i + 1, "than");
  }

  static boolean corrected(Words words, Hit<?> before, Hit<?> after) {
    for (int i = before.to(); i < after.from(); i++) {
      if (words.is(i, "entonces") && words.is(i + 1, "el", "la", "las", "a", "para", "los")) {
        return true;
      }
      boolean otherwise = words.is(i, "no") && words.is(i - 1, "si") && !words.opens(i);
      boolean thinksAgain = words.is(i, "sabes", "know") && words.is(i + 1, "que", "what");
      boolean corrects = CORRECTIONS.contains(words.plain(i)) && !insteadOf(words, i);
      if (!otherwise && (corrects || thinksAgain)) {
        return true;
      }
    }
    return false;
  }

  /** {@code de las nueve a las diez}. */
  private static boolean moved(Words words, Hit<?> before, Hit<?> after) {
    return words.is(before.from() - 1, "de", "del", "from")
        && after.from() - before.to() <= 1
        && words.is(after.from() - 1, "a", "al", "to");
  }

  /** {@code can we move it to 3?} */
  static boolean movedTo(Words words, int i) {
    boolean to = words.is(i, "to") && !words.opens(i);
    for (int k = i - 1; to && k >= Math.max(0, i - 5) && !words.opens(k + 1); k--) {
      if (words.is(k, "move", "push", "shift", "bring", "moved", "pushed", "shifted")) {
        return true;
      }
    }
    return false;
  }

  /** Without it, {@code de nueve a once} is a time that lasts. */
  private static boolean moves(Words words) {
    for (int i = 0; i < words.size(); i++) {
      String plain = words.plain(i);
      if (MOVING.stream().anyMatch(plain::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** {@code la reserva del viernes}. */
  private static boolean ofBefore(Words words, Hit<?> hit) {
    return words.is(hit.from() - 1, "de", "del", "from", "of")
        || words.is(hit.from(), "de", "del")
        || words.is(hit.from() - 1, "el") && words.is(hit.from() - 2, "de");
  }
}
