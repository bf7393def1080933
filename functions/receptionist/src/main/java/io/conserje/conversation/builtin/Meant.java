package io.conserje.conversation.builtin;

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
    return words.is(hit.to(), "no") && words.opens(hit.to() + 1) && !words.opens(hit.to());
  }

  /** {@code el tren sale a las cinco}: an hour of something else, where another hour is named. */
  private static boolean ofAnother(Words words, Hit<?> hit) {
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

  private static boolean insteadOf(Words words, int i) {
    return words.is(i, "vez", "lugar") && words.is(i - 1, "en") && words.is(i + 1, "de")
        || words.is(i, "instead") && words.is(i + 1, "of")
        || words.is(i, "rather") && words.is(i + 1, "than");
  }

  private static boolean corrected(Words words, Hit<?> before, Hit<?> after) {
    for (int i = before.to(); i < after.from(); i++) {
      if (CORRECTIONS.contains(words.plain(i)) && !insteadOf(words, i)) {
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
