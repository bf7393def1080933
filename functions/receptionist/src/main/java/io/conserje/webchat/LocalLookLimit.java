package io.conserje.webchat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The limit counted in this process alone, by the minutes of the clock: for one machine, and for
 * when the shared count cannot be reached.
 */
public final class LocalLookLimit implements LookLimit {

  private static final int MINUTE_SECONDS = 60;

  private final Supplier<Integer> perMinute;
  private final Map<String, Integer> looks = new HashMap<>();
  private long minute;

  /**
   * @param perMinute 0 or less for no limit
   */
  public LocalLookLimit(Supplier<Integer> perMinute) {
    this.perMinute = perMinute;
  }

  @Override
  public synchronized boolean allows(String who, Instant now) {
    int limit = perMinute.get();
    if (minute(now) != minute) {
      minute = minute(now);
      looks.clear();
    }
    return limit <= 0 || looks.merge(who, 1, Integer::sum) <= limit;
  }

  public static long minute(Instant now) {
    return now.getEpochSecond() / MINUTE_SECONDS;
  }
}
