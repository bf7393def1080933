package io.conserje.venue;

/**
 * A table of the house.
 *
 * @param seats how many it seats as it stands
 * @param extended how many with an auxiliary table put to it; {@code seats} when none fits
 * @param fewest the smallest party it is given to, so that large tables are there for large parties
 * @param priority among equals the lower one is given first
 * @param wheelchair whether a wheelchair gets to it
 * @param tell what the guest must be told before taking it
 */
public record DiningTable(
    String name,
    String zone,
    int seats,
    int extended,
    int fewest,
    int priority,
    boolean wheelchair,
    HouseWords tell) {

  public DiningTable(
      String name,
      String zone,
      int seats,
      int extended,
      int fewest,
      int priority,
      boolean wheelchair,
      String tell) {
    this(name, zone, seats, extended, fewest, priority, wheelchair, HouseWords.of(tell));
  }

  public static DiningTable of(String name, String zone, int seats) {
    return new DiningTable(name, zone, seats, seats, 1, 0, true, HouseWords.NONE);
  }
}
