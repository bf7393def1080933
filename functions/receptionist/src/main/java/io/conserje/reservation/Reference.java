package io.conserje.reservation;

import java.util.random.RandomGenerator;

/** A booking reference a person can say aloud: no letter that looks or sounds like another. */
public final class Reference {

  private static final String LETTERS = "ACEFHJKLMNPRTUXY";
  private static final String DIGITS = "2346789";
  private static final int LENGTH_LETTERS = 2;
  private static final int LENGTH_DIGITS = 4;

  private Reference() {}

  /** Two letters and four digits, for example {@code KM4729}: 600,000 of them per house. */
  public static String next(RandomGenerator random) {
    return pick(LETTERS, LENGTH_LETTERS, random) + pick(DIGITS, LENGTH_DIGITS, random);
  }

  private static String pick(String alphabet, int length, RandomGenerator random) {
    StringBuilder picked = new StringBuilder();
    for (int i = 0; i < length; i++) {
      picked.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return picked.toString();
  }
}
