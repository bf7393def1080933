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

  private final List<DiningTable> tables;
  private final List<String> names;
  private final List<HouseWords> tells;
  private final Set<String> zones;
  private final int seats;
  private final int fewest;
  private final boolean extended;

  /**
   * @param seats how many sit there
   * @param fewest the smallest party it is kept for
   */
  public Place(List<DiningTable> tables, int seats, int fewest, boolean extended) {
    this.tables = List.copyOf(tables);
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
    return tables.stream().allMatch(DiningTable::wheelchair);
  }

  /** How much the house loses by giving this place to so many: the least is given first. */
  private int cost(int size) {
    return WASTED_SEAT * (seats - size)
        + JOINED_TABLE * (tables.size() - 1)
        + (extended ? AUXILIARY : 0)
        + tables.stream().mapToInt(DiningTable::priority).sum();
  }

  static Comparator<Place> cheapestFor(int size) {
    return Comparator.<Place>comparingInt(place -> place.cost(size))
        .thenComparing(place -> String.join(" ", place.names));
  }
}
