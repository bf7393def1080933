package io.conserje.conversations.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they are written or said, in plain text without accents. */
final class Numbers {

  private static final Map<String, Integer> WORDS = new HashMap<>();

  static {
    String[] spanish = {
      "cero",
      "uno",
      "dos",
      "tres",
      "cuatro",
      "cinco",
      "seis",
      "siete",
      "ocho",
      "nueve",
      "diez",
      "once",
      "doce",
      "trece",
      "catorce",
      "quince",
      "dieciseis",
      "diecisiete",
      "dieciocho",
      "diecinueve",
      "veinte",
      "veintiuno",
      "veintidos",
      "veintitres",
      "veinticuatro",
      "veinticinco",
      "veintiseis",
      "veintisiete",
      "veintiocho",
      "veintinueve",
      "treinta"
    };
    String[] english = {
      "zero",
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
      "thirteen",
      "fourteen",
      "fifteen",
      "sixteen",
      "seventeen",
      "eighteen",
      "nineteen",
      "twenty"
    };
    String[] ordinals = {
      "first",
      "second",
      "third",
      "fourth",
      "fifth",
      "sixth",
      "seventh",
      "eighth",
      "ninth",
      "tenth",
      "eleventh",
      "twelfth",
      "thirteenth",
      "fourteenth",
      "fifteenth",
      "sixteenth",
      "seventeenth",
      "eighteenth",
      "nineteenth",
      "twentieth"
    };
    for (int i = 0; i < spanish.length; i++) {
      WORDS.put(spanish[i], i);
    }
    for (int i = 0; i < english.length; i++) {
      WORDS.put(english[i], i);
    }
    for (int i = 0; i < ordinals.length; i++) {
      WORDS.put(ordinals[i], i + 1);
    }
    WORDS.put("una", 1);
    WORDS.put("un", 1);
    WORDS.put("primero", 1);
    WORDS.put("cuarenta", 40);
    WORDS.put("cincuenta", 50);
    WORDS.put("forty", 40);
    WORDS.put("fifty", 50);
    WORDS.put("thirty", 30);
    WORDS.put("mediodia", 12);
    WORDS.put("noon", 12);
    WORDS.put("midday", 12);
    WORDS.put("medianoche", 0);
    WORDS.put("midnight", 0);
    WORDS.put("par", 2);
    WORDS.put("docena", 12);
    WORDS.put("dozen", 12);
  }

  /** What a number can be in an expression: digits or one of the words. */
  static final String ONE = "(\\d{1,2}|" + String.join("|", spelled()) + ")";

  private static final Pattern ANY = Pattern.compile("\\d+|\\p{L}+");

  private Numbers() {}

  private static Set<String> spelled() {
    Set<String> words =
        new TreeSet<>(
            (a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
    words.addAll(WORDS.keySet());
    words.remove("un");
    words.remove("par");
    words.remove("second");
    return words;
  }

  static int of(String text) {
    return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : WORDS.get(text);
  }

  /** Every number below ten thousand in a text, and those two words make together. */
  static Set<Integer> in(String plain) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher words = ANY.matcher(plain);
    int tens = 0;
    while (words.find()) {
      String word = words.group();
      Integer value =
          Character.isDigit(word.charAt(0))
              ? (word.length() <= 4 ? Integer.valueOf(word) : null)
              : WORDS.get(word);
      if (value == null) {
        tens = word.equals("y") ? tens : 0;
        continue;
      }
      numbers.add(value);
      if (tens >= 20 && value < 10) {
        numbers.add(tens + value);
      }
      tens = value % 10 == 0 ? value : 0;
    }
    return numbers;
  }
}
