package io.conserje.conversation.builtin;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Numbers up to 999, in digits or in words. */
final class Numbers {

  private static final Map<String, Integer> WORDS = new HashMap<>();
  private static final Set<String> ARTICLES = Set.of("un", "una", "uno", "one");

  static {
    count(0, "cero uno dos tres cuatro cinco seis siete ocho nueve diez");
    count(11, "once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte");
    count(21, "veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete");
    count(28, "veintiocho veintinueve treinta");
    count(0, "zero one two three four five six seven eight nine ten eleven twelve thirteen");
    count(14, "fourteen fifteen sixteen seventeen eighteen nineteen twenty");
    WORDS.putAll(Map.of("un", 1, "una", 1, "veintiun", 21, "veintiuna", 21));
    WORDS.putAll(Map.of("cuarenta", 40, "cincuenta", 50, "thirty", 30, "forty", 40, "fifty", 50));
    WORDS.putAll(Map.of("sesenta", 60, "setenta", 70, "ochenta", 80, "noventa", 90));
    WORDS.putAll(Map.of("sixty", 60, "seventy", 70, "eighty", 80, "ninety", 90));
  }

  private Numbers() {}

  private static void count(int from, String words) {
    int number = from;
    for (String word : words.split(" ")) {
      WORDS.put(word, number++);
    }
  }

  static Set<String> words() {
    return WORDS.keySet();
  }

  /** The number that begins at a word, or null. */
  static Hit<Integer> at(Words words, int i, Tongue tongue) {
    if (i < 0 || i >= words.size() || words.used(i) || weighs(words, i)) {
      return null;
    }
    Integer first = one(words.plain(i), tongue);
    if (first == null) {
      return null;
    }
    boolean tens = first >= 20 && first % 10 == 0 && !digits(words.plain(i));
    if (tens) {
      int next = words.is(i + 1, "y") ? i + 2 : i + 1;
      Integer unit =
          words.opens(i + 1) || digits(words.plain(next)) ? null : one(words.plain(next), tongue);
      if (unit != null && unit >= 1 && unit <= 9 && (next == i + 2 || tongue == Tongue.ENGLISH)) {
        return new Hit<>(i, next + 1, first + unit);
      }
    }
    return new Hit<>(i, i + 1, first);
  }

  /** {@code un perro de 8 kilos}, {@code la A-12}: counts nobody. */
  private static boolean weighs(Words words, int i) {
    boolean named =
        i > 0 && words.gap(i - 1).equals("-") && words.plain(i - 1).matches("[a-z]{1,2}");
    return named || words.is(i + 1, "kilos", "kilo", "kg", "kgs", "euros", "euro", "pounds");
  }

  /** Whether it may be a mere article. */
  static boolean article(String plain) {
    return ARTICLES.contains(plain);
  }

  static boolean digits(String plain) {
    return !plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Integer one(String plain, Tongue tongue) {
    if (digits(plain)) {
      return plain.length() <= 3 ? Integer.valueOf(plain) : null;
    }
    boolean foreign =
        plain.equals("once") && tongue == Tongue.ENGLISH
            || plain.equals("ten") && tongue == Tongue.SPANISH;
    return foreign ? null : WORDS.get(plain);
  }
}
