package io.conserje.testkit.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that have broken programs before. */
final class OddValues {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "9223372036854775808",
          "NaN",
          "\0",
          "a\0b",
          "\u0001\u001f\u007f\u0085",
          "\r\n\r\n",
          "\ufeffx",
          "\ufffe\uffff",
          "\u202e\u200b\u2028",
          "😊👩‍👩‍👧‍👦",
          "é\u0301\u0301\u0301",
          "\ud800",
          "\udc00x",
          "'; DROP TABLE venues; --",
          "${jndi:ldap://localhost/a}",
          "%s%n%x",
          "../../etc/passwd",
          "<Response><Hangup/></Response>",
          "{\"a\":1}",
          "[",
          "/",
          ";",
          ":",
          "@",
          "+",
          "whatsapp:",
          "+34",
          "anonymous",
          "9999-99-99T99:99:99Z",
          "-999999999-01-01T00:00:00Z",
          "2026-02-30",
          "=&=",
          ",",
          "\"");

  private static final List<String> JSON =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0.0",
          "1e999",
          "-1E-999",
          "99999999999999999999999999999999",
          "0.1e400",
          "[]",
          "{}",
          "[null]",
          "[[],{}]",
          "[[[[]]]]",
          "{\"\":null}",
          "{\"a\":{\"a\":{\"a\":[1]}}}",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\uFFFE\\uFFFF\"",
          "\"{\\\"a\\\":1}\"",
          "\"[]\"",
          "01",
          "NaN",
          "'a'",
          "undefined",
          "\"\\x\"",
          "\"\\u12\"");

  private static final int SELDOM = 40;
  private static final int[] LENGTHS = {300, 2_000, 20_000, 100_000, 200_000};
  private static final int DEEPEST = 20_000;

  private OddValues() {}

  static String text(Random random) {
    if (random.nextInt(SELDOM) == 0) {
      return one(List.of("a", "ñ", "😊", "\u0001", "\"", "\\", "+", "\ud800", "\uffff"), random)
          .repeat(LENGTHS[random.nextInt(LENGTHS.length)] / 2);
    }
    return one(TEXTS, random);
  }

  /** A value, not always one that JSON knows. */
  static String json(Random random) {
    int choice = random.nextInt(SELDOM);
    if (choice == 0) {
      int depth = 1 + random.nextInt(DEEPEST);
      return random.nextBoolean()
          ? "[".repeat(depth) + "]".repeat(depth)
          : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }
    return choice < SELDOM / 2 ? quoted(text(random)) : one(JSON, random);
  }

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || Character.isSurrogate(c)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return json.append('"').toString();
  }

  static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
