package io.conserje.conversation.builtin;

/** Numbers that nothing says what they count. */
final class BareNumbers {

  private BareNumbers() {}

  /** {@code no sé si 5 o 6}: the second; null if there is none. */
  static Hit<Integer> at(Words words, int i, Tongue tongue) {
    Hit<Integer> number = Numbers.at(words, i, tongue);
    boolean or = number != null && words.is(number.to(), "o", "u", "or");
    Hit<Integer> other = or ? Numbers.at(words, number.to() + 1, tongue) : null;
    return other == null || other.value() < number.value()
        ? number
        : new Hit<>(number.from(), other.to(), other.value());
  }

  /** {@code dos coches}. */
  static boolean countThings(Words words, Hit<Integer> number) {
    int next = number.to();
    boolean noun =
        !words.opens(next)
            && !words.used(next)
            && words.plain(next).length() > 3
            && words.plain(next).endsWith("s")
            && words.plain(next).chars().allMatch(Character::isLetter);
    return noun && number.value() > 1;
  }
}
