package io.conserje.reservation;

/**
 * Who comes to the table.
 *
 * @param size people who need a seat
 * @param highChairs the house's own that they need
 * @param pets whether an animal comes along
 * @param wheelchair whether somebody comes in one
 */
public record Party(int size, int highChairs, boolean pets, boolean wheelchair) {

  public static Party of(int size) {
    return new Party(size, 0, false, false);
  }
}
