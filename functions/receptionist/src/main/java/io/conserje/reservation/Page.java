package io.conserje.reservation;

import io.conserje.reservation.Count.Kind;
import java.time.Instant;
import java.util.Map;

/**
 * A stretch of the book as it was read: when each table is kept, and what has been counted.
 *
 * @param kept by table
 * @param counted by kind and the quarter's first second
 */
public record Page(Map<String, Kept> kept, Map<Kind, Map<Long, Integer>> counted) {

  /**
   * When one table is kept: pairs of epoch seconds, each from before the next.
   *
   * @param from when a stretch begins, ascending
   * @param to when it ends, of the same length
   */
  public record Kept(long[] from, long[] to) {

    private static final Kept NEVER = new Kept(new long[0], new long[0]);

    boolean during(Period period) {
      return first(period) >= 0;
    }

    /** The index of the first stretch that overlaps; negative for none. */
    int first(Period period) {
      long begins = period.from().getEpochSecond();
      long ends = period.to().getEpochSecond();
      for (int i = firstEndingAfter(begins); i < from.length; i++) {
        return from[i] < ends ? i : -1;
      }
      return -1;
    }

    private int firstEndingAfter(long moment) {
      int low = 0;
      int high = to.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (to[middle] > moment) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }
  }

  Kept kept(String table) {
    return kept.getOrDefault(table, Kept.NEVER);
  }

  int counted(Kind kind, Instant quarter) {
    return counted.getOrDefault(kind, Map.of()).getOrDefault(quarter.getEpochSecond(), 0);
  }
}
