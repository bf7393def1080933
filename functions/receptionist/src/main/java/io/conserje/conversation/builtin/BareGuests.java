package io.conserje.conversation.builtin;

import java.util.Set;

/** {@code dos, por favor}: a number by itself, where it was asked how many come. */
final class BareGuests {

  /** What may follow a bare number of guests. */
  private static final Set<String> AFTER_PEOPLE =
      Set.of(
          """
          y and please por gracias thanks en nada solo in con with mayores o or no
          """
              .strip()
              .split("\\s+"));

  private BareGuests() {}

  /** Null if no number is one of guests. */
  static Integer in(Words words, Tongue tongue) {
    for (int i = 0; i < words.size(); i++) {
      Hit<Integer> number = words.used(i) ? null : Numbers.at(words, i, tongue);
      boolean counts =
          number != null
              && number.value() > 0
              && !words.asks(i)
              && !words.is(i - 1, "las", "at", "otra", "another")
              && (words.opens(number.to()) || AFTER_PEOPLE.contains(words.plain(number.to())));
      if (counts) {
        return number.value();
      }
    }
    return null;
  }
}
