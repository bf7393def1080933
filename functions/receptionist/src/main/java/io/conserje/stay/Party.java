package io.conserje.stay;

/**
 * Who sleeps in a room.
 *
 * @param children who need a bed
 * @param cots babies who need a cot
 */
public record Party(int adults, int children, int cots) {

  public static Party of(int adults) {
    return new Party(adults, 0, 0);
  }
}
