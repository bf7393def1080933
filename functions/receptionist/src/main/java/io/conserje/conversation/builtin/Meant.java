package io.conserje.conversation.builtin;

import java.util.List;

/**
 * Which of several days, hours or numbers of one message is meant: the first, unless the guest
 * corrects himself.
 */
final class Meant {

  private Meant() {}

  /** Null if there are none. */
  static <V> Hit<V> of(Words words, List<Hit<V>> hits) {
    Hit<V> meant = null;
    for (Hit<V> hit : hits) {
      boolean takesOver = meant == null || denied(words, meant) || corrected(words, meant, hit);
      if (takesOver && !(meant != null && denied(words, hit))) {
        meant = hit;
      }
    }
    return meant;
  }

  /** {@code no a las nueve}, {@code el viernes no}. */
  private static boolean denied(Words words, Hit<?> hit) {
    for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 3) && !words.opens(i + 1); i--) {
      if (words.is(i, "no", "not") && !words.opens(i + 1)) {
        return true;
      }
    }
    return words.is(hit.to(), "no") && words.opens(hit.to() + 1) && !words.opens(hit.to());
  }

  private static boolean corrected(Words words, Hit<?> before, Hit<?> after) {
    for (int i = before.to(); i < after.from(); i++) {
      if (words.is(
          i,
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
          "espera")) {
        return true;
      }
    }
    return false;
  }
}
