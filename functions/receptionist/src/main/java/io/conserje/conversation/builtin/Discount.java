package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** {@code give me 10% off and I'll book}: what is asked of the price beside what is wanted. */
final class Discount {

  private static final FilteredPattern WANTED =
      FilteredPattern.compile(
          "\\b(?:descuent\\w+|rebaj(?:a|as|ita)|discount\\w*|(?:money|percent|euros?|pounds?|something) off|knock (?:something|a bit|\\w+ euros?) off)\\b|% ?(?:off|menos|de dto|dto)\\b");

  private Discount() {}

  static boolean in(String text) {
    return WANTED.matcher(Tokens.plain(text)).find();
  }

  /** What the house is asked for it. */
  static String question(Tongue tongue) {
    return tongue == Tongue.ENGLISH ? "do you give a discount?" : "¿hacen descuento?";
  }
}
