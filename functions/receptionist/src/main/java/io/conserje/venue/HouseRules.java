package io.conserje.venue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the house decides about bookings.
 *
 * @param largestParty bigger parties go to a person
 * @param stays how long a party keeps its table: the first that is large enough counts
 * @param buffer between two parties at one table
 * @param notice the shortest time between booking and sitting down
 * @param horizon how far ahead the book is open
 * @param coversPerQuarter how many may arrive in one quarter of an hour; 0 for no limit
 * @param highChairs how many the house has
 * @param reseat whether parties that have not confirmed may be moved to another table
 * @param largeTablesUntil this long before a service a small party may take a large table
 * @param dishes what needs notice
 * @param policy what happens to a booking in time
 */
public record HouseRules(
    int largestParty,
    List<StayLength> stays,
    Duration buffer,
    Duration notice,
    Duration horizon,
    int coversPerQuarter,
    int highChairs,
    boolean reseat,
    Duration largeTablesUntil,
    List<NoticeDish> dishes,
    BookingPolicy policy) {

  public HouseRules {
    stays = stays.stream().sorted(Comparator.comparing(StayLength::upTo)).toList();
    dishes = List.copyOf(dishes);
    if (stays.isEmpty()) {
      throw new IllegalArgumentException("a house needs at least one stay length");
    }
  }

  /** The usual rules of a house that has said only this much. */
  public static HouseRules of(int largestParty, Duration stay, Duration notice, Duration horizon) {
    return new HouseRules(
        largestParty,
        List.of(new StayLength(largestParty, stay, Map.of())),
        Duration.ZERO,
        notice,
        horizon,
        0,
        0,
        true,
        Duration.ZERO,
        List.of(),
        BookingPolicy.USUAL);
  }

  public Duration stayOf(int party, String service) {
    return stays.stream()
        .filter(stay -> stay.upTo() >= party)
        .findFirst()
        .orElseGet(stays::getLast)
        .at(service);
  }
}
