package io.conserje.testkit.bench;

import java.util.Arrays;
import java.util.Collection;

/** How long each of many things took, in nanoseconds. */
public final class Timings {

  private long[] nanos = new long[1024];
  private int count;

  public void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = took;
  }

  public int count() {
    return count;
  }

  public static Timings of(Collection<Timings> all) {
    Timings together = new Timings();
    for (Timings each : all) {
      for (int i = 0; i < each.count; i++) {
        together.add(each.nanos[i]);
      }
    }
    return together;
  }

  /** In milliseconds; 0 when there are none. */
  public double percentile(double part) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(part * count) - 1;
    return sorted[Math.clamp(index, 0, count - 1)] / 1e6;
  }
}
