package io.conserje.reservation;

import io.conserje.reservation.Count.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A stretch of the book as it was read: when each table is kept, and what has been counted.
 *
 * @param kept by table
 * @param counted by kind and the quarter's first second
 * @param movable the parties that may be given another table
 */
public record Page(
    Map<String, Kept> kept, Map<Kind, Map<Long, Integer>> counted, List<Movable> movable) {

  /**
   * When one table is kept: pairs of epoch seconds, each from before the next.
   *
   * @param from when a stretch begins, ascending
   * @param to when it ends, of the same length
   */
  public record Kept(long[] from, long[] to) {

    private static final Kept NEVER = new Kept(new long[0], new long[0]);

    /** Puts stretches in order as they come; those that come in order cost nothing. */
    public static final class Builder {
      private long[] from = new long[4];
      private long[] to = new long[4];
      private int count;

      public void add(long begins, long ends) {
        if (count == from.length) {
          from = Arrays.copyOf(from, 2 * count);
          to = Arrays.copyOf(to, 2 * count);
        }
        int at = count++;
        for (; at > 0 && from[at - 1] > begins; at--) {
          from[at] = from[at - 1];
          to[at] = to[at - 1];
        }
        from[at] = begins;
        to[at] = ends;
      }

      public Kept build() {
        return new Kept(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
      }
    }

    boolean during(Period period) {
      return first(period.from().getEpochSecond(), period.to().getEpochSecond()) < from.length;
    }

    /** The index of the first stretch that overlaps; their number for none. */
    int first(long begins, long ends) {
      int found = firstEndingAfter(begins);
      return begins(found, ends) ? found : from.length;
    }

    /** Whether there is a stretch of this index and it begins before {@code ends}. */
    boolean begins(int index, long ends) {
      return index < from.length && from[index] < ends;
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
