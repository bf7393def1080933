package io.conserje.reservation;

import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseWords;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a party could sit: one table, one with an auxiliary put to it, or several pushed together.
 */
public final class Place {

  private static final int WASTED_SEAT = 2;
  private static final int JOINED_TABLE = 4;
  private static final int AUXILIARY = 3;

  private final int[] tables;
  private final int priority;
  private final boolean wheelchair;
  private final List<String> names;
  private final List<HouseWords> tells;
  private final Set<String> zones;
  private final int seats;
  private final int fewest;
  private final boolean extended;

  /**
   * @param room of which the tables are
   * @param seats how many sit there
   * @param fewest the smallest party it is kept for
   */
  Place(List<DiningTable> room, List<DiningTable> tables, int seats, int fewest, boolean extended) {
    this.tables = tables.stream().mapToInt(room::indexOf).toArray();
    this.priority = tables.stream().mapToInt(DiningTable::priority).sum();
    this.wheelchair = tables.stream().allMatch(DiningTable::wheelchair);
    this.names = tables.stream().map(DiningTable::name).toList();
    this.tells = tables.stream().map(DiningTable::tell).filter(tell -> !tell.isEmpty()).toList();
    this.zones = tables.stream().map(DiningTable::zone).collect(Collectors.toSet());
    this.seats = seats;
    this.fewest = fewest;
    this.extended = extended;
  }

  public List<String> names() {
    return names;
  }

  /** What the guest must be told before sitting there. */
  public List<HouseWords> tells() {
    return tells;
  }

  Set<String> zones() {
    return zones;
  }

  int seats() {
    return seats;
  }

  int fewest() {
    return fewest;
  }

  boolean extended() {
    return extended;
  }

  boolean wheelchair() {
    return wheelchair;
  }

  /** Which tables of the room. */
  int[] tables() {
    return tables;
  }

  boolean shares(Place other) {
    for (int mine : tables) {
      for (int theirs : other.tables) {
        if (mine == theirs) {
          return true;
        }
      }
    }
    return false;
  }

  /** How much the house loses by giving this place to so many: the least is given first. */
  private int cost(int size) {
    return WASTED_SEAT * (seats - size)
        + JOINED_TABLE * (tables.length - 1)
        + (extended ? AUXILIARY : 0)
        + priority;
  }

  static Comparator<Place> cheapestFor(int size) {
    return Comparator.<Place>comparingInt(place -> place.cost(size))
        .thenComparing(place -> String.join(" ", place.names));
  }
}
