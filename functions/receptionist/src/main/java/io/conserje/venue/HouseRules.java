package io.conserje.venue;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the house decides about bookings.
 *
 * @param largestParty bigger parties go to a person
 * @param stayByParty how long a party keeps its table: the first entry whose key is not smaller
 *     than the party counts
 * @param notice the shortest time between booking and sitting down
 * @param horizon how far ahead the book is open
 */
public record HouseRules(
    int largestParty, SortedMap<Integer, Duration> stayByParty, Duration notice, Duration horizon) {

  public HouseRules {
    stayByParty = new TreeMap<>(stayByParty);
    if (stayByParty.isEmpty()) {
      throw new IllegalArgumentException("a house needs at least one stay length");
    }
  }

  public Duration stayOf(int party) {
    SortedMap<Integer, Duration> longEnough = stayByParty.tailMap(party);
    return stayByParty.get(longEnough.isEmpty() ? stayByParty.lastKey() : longEnough.firstKey());
  }
}
