package io.conserje.conversations.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts in euros as a text states them, in cents. */
final class Money {

  private static final String AMOUNT = "(\\d{1,3}(?:[.,]\\d{3})+|\\d+)(?:[.,](\\d{1,2}))?(?!\\d)";
  private static final Pattern BEFORE =
      Pattern.compile("(?<![\\d.,])" + AMOUNT + "\\s?(?:€|euros?\\b|eur\\b)");
  private static final Pattern AFTER = Pattern.compile("(?:€|\\beur)\\s?" + AMOUNT);

  private Money() {}

  /** By the words that said it. */
  static Map<String, Long> in(String plain) {
    Map<String, Long> found = new LinkedHashMap<>();
    for (Pattern pattern : new Pattern[] {BEFORE, AFTER}) {
      Matcher matcher = pattern.matcher(plain);
      while (matcher.find()) {
        found.put(matcher.group(), cents(matcher.group(1), matcher.group(2)));
      }
    }
    return found;
  }

  private static long cents(String whole, String fraction) {
    long euros = Long.parseLong(whole.replaceAll("[.,]", ""));
    String cents = fraction == null ? "00" : fraction.length() == 1 ? fraction + "0" : fraction;
    return euros * 100 + Long.parseLong(cents);
  }
}
