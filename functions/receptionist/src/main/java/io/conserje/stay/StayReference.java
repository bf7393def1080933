package io.conserje.stay;

import io.conserje.reservation.Reference;
import java.util.random.RandomGenerator;

/**
 * A stay's reference: letters and digits as a reservation's, in another shape, so that no stay and
 * no reservation of a house are ever called alike.
 */
public final class StayReference {

  private static final int LETTERS = 2;

  private StayReference() {}

  /** Three letters and three digits, for example {@code KMT472}. */
  public static String next(RandomGenerator random) {
    String first = Reference.next(random);
    String second = Reference.next(random);
    return first.substring(0, LETTERS) + second.charAt(0) + first.substring(LETTERS + 1);
  }
}
