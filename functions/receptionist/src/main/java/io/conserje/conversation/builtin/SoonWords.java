package io.conserje.conversation.builtin;

import java.time.LocalDateTime;

/** {@code en una hora}, {@code dentro de media hora}, {@code in 20 minutes}: minutes from now. */
final class SoonWords {

  private SoonWords() {}

  static Hit<Integer> in(Words words, Tongue tongue) {
    for (int i = 0; i < words.size(); i++) {
      if (now(words, i)) {
        Hit<Integer> hit = new Hit<>(i, i + 2, 0);
        words.use(hit);
        return hit;
      }
      int at = words.follows(i, "dentro", "de") ? i + 2 : words.is(i, "en", "in") ? i + 1 : -1;
      Hit<Integer> minutes = at < 0 ? null : minutes(words, at, tongue);
      if (minutes != null) {
        Hit<Integer> hit = new Hit<>(i, minutes.to(), minutes.value());
        words.use(hit);
        return hit;
      }
    }
    return null;
  }

  /** {@code ¿hay mesa ahora mismo para dos?}; not {@code ahora mismo somos seis}. */
  private static boolean now(Words words, int i) {
    boolean now =
        words.follows(i, "ahora", "mismo")
            || words.follows(i, "ya", "mismo")
            || words.follows(i, "right", "now")
            || words.follows(i, "para", "ahora");
    boolean told =
        words.is(i + 2, "somos", "seremos", "no", "we", "i", "estamos", "estoy", "it")
            || words.is(i - 1, "somos", "tenemos", "are", "its", "busy");
    boolean place = false;
    for (int k = 0; k < words.size(); k++) {
      place |=
          words.is(
              k, "mesa", "sitio", "hueco", "lugar", "cabemos", "table", "space", "spot", "seats");
    }
    return now && place && !told;
  }

  private static Hit<Integer> minutes(Words words, int at, Tongue tongue) {
    if (words.follows(at, "media", "hora")) {
      return new Hit<>(at, at + 2, 30);
    }
    if (words.follows(at, "half", "an", "hour")) {
      return new Hit<>(at, at + 3, 30);
    }
    boolean one = words.is(at, "an");
    Hit<Integer> number = one ? new Hit<>(at, at + 1, 1) : Numbers.at(words, at, tongue);
    if (number == null) {
      return null;
    }
    return switch (words.plain(number.to())) {
      case "hora", "horas", "hour", "hours" -> new Hit<>(at, number.to() + 1, number.value() * 60);
      case "minutos", "min", "minutes", "mins" -> new Hit<>(at, number.to() + 1, number.value());
      default -> null;
    };
  }

  /** The quarter of an hour that follows. */
  static LocalDateTime quarterAfter(LocalDateTime now, int minutes) {
    LocalDateTime at = now.plusMinutes(minutes);
    int rounded = (at.getMinute() + 14) / 15 * 15;
    return at.withMinute(0).withSecond(0).withNano(0).plusMinutes(rounded);
  }
}
