package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Looks at what a function answered. */
final class Answer {

  private Answer() {}

  static void isOk(byte[] answer) {
    contains(answer, "\"statusCode\":200");
  }

  static void contains(byte[] answer, String part) {
    String text = new String(answer, UTF_8);
    if (!text.replace(" ", "").contains(part)) {
      throw new IllegalStateException("No real answer: " + text);
    }
  }
}
