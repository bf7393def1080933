package io.conserje.outbound;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another try: doubling from two seconds to one minute, with jitter, so
 * that many do not come back at once.
 *
 * @param tries how often a message is tried in all
 */
public record BackOff(int tries, RandomGenerator random) {

  private static final long FIRST_SECONDS = 2;
  private static final long LONGEST_SECONDS = 60;

  /** Up to a second. */
  Duration jitter() {
    return Duration.ofMillis(random.nextLong(1000));
  }

  public Duration after(int attempt, Duration askedToWait) {
    long seconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS << Math.min(attempt - 1, 10));
    Duration own = Duration.ofMillis(seconds * 1000 + random.nextLong(seconds * 250 + 1));
    return askedToWait != null && askedToWait.compareTo(own) > 0 ? askedToWait : own;
  }
}
