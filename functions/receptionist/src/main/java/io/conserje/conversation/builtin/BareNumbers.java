package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.List;

/** Numbers that nothing says what they count. */
final class BareNumbers {

  /** A day, an hour, how many come. */
  private static final int MOST_OF_A_WISH = 5;

  private BareNumbers() {}

  /** {@code half one if two isn't possible, or one}: beside an hour, another that could be. */
  static boolean ofAnotherHour(Words words, Hit<Integer> number, TimeWish time) {
    return number != null
        && time != null
        && (Meant.ruledOut(words, number.to()) || words.is(number.from() - 1, "or", "o", "u"));
  }

  /** {@code entonces cinco a las tres}: people, before the hour that is told. */
  static boolean beforeHour(Words words, Hit<Integer> number) {
    boolean begins =
        words.opens(number.from())
            || words.is(
                number.from() - 1,
                "entonces",
                "pues",
                "venga",
                "vale",
                "bueno",
                "mejor",
                "so",
                "then",
                "ok",
                "and",
                "y");
    boolean hour =
        words.is(number.to(), "a", "at", "sobre", "tipo", "hacia", "around", "about")
            && words.used(number.to() + 1);
    return begins && hour && number.value() > 1;
  }

  /** {@code el 31 de noviembre}: a day, although there is none. */
  static boolean ofMonth(Words words, Hit<Integer> number) {
    return words.is(number.to(), "de", "of")
        && Calendar.month(words.plain(number.to() + 1)) != null
        && !words.opens(number.to());
  }

  /** {@code no sé si 5 o 6}: the second; null if there is none. */
  static Hit<Integer> at(Words words, int i, Tongue tongue) {
    Hit<Integer> number = Numbers.at(words, i, tongue);
    if (number != null && ofMonth(words, number)) {
      return null;
    }
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

  /** {@code seis o siete} are seven; {@code seis, no, siete} too. */
  static Hit<Integer> party(Words words, Tongue tongue) {
    List<Hit<Integer>> numbers = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<Integer> number = Numbers.at(words, i, tongue);
      boolean article = Numbers.article(words.plain(i)) && words.size() > 2;
      if (number != null && !article) {
        boolean or = !numbers.isEmpty() && words.is(i - 1, "o", "u", "or");
        if (or && numbers.getLast().to() == i - 1) {
          Hit<Integer> before = numbers.removeLast();
          number = before.value() > number.value() ? before : number;
        }
        numbers.add(number);
        i = number.to() - 1;
      }
    }
    return Meant.of(words, numbers);
  }

  /** {@code el seis uno, seis, noventa, cero cero}: the figures of a telephone number. */
  static boolean areFigures(Words words, Tongue tongue) {
    int figures = 0;
    for (int i = 0; i < words.size(); i++) {
      figures += Numbers.at(words, i, tongue) == null ? 0 : 1;
    }
    return figures >= MOST_OF_A_WISH && 2 * figures > words.size();
  }

  /** The first of a message, or null. */
  static Hit<Integer> first(Words words, Tongue tongue) {
    for (int i = 0; i < words.size(); i++) {
      Hit<Integer> number = Numbers.at(words, i, tongue);
      if (number != null) {
        return number;
      }
    }
    return null;
  }

  /** The one that is meant, of several: {@code tres o cuatro… pon cuatro}; or null. */
  static Hit<Integer> last(Words words, Tongue tongue) {
    List<Hit<Integer>> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<Integer> number = words.used(i) ? null : Numbers.at(words, i, tongue);
      if (number != null) {
        all.add(number);
        i = number.to() - 1;
      }
    }
    return Meant.of(words, all);
  }
}
