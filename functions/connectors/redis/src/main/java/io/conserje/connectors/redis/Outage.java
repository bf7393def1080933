package io.conserje.connectors.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * While Redis is away it is asked only every few seconds, so that its time-outs are not paid for
 * every message. Measured in the machine's own time: the time a guest's message came says nothing
 * about an outage.
 */
final class Outage {

  static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private final AtomicLong askAgainAt;
  private final AtomicLong nextLineAt;

  Outage(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.askAgainAt = new AtomicLong(nanoTime.getAsLong());
    this.nextLineAt = new AtomicLong(nanoTime.getAsLong());
  }

  boolean over() {
    return nanoTime.getAsLong() - askAgainAt.get() >= 0;
  }

  /**
   * @return whether a line in the log is due
   */
  boolean begin() {
    long now = nanoTime.getAsLong();
    askAgainAt.set(now + PAUSE.toNanos());
    long line = nextLineAt.get();
    return now - line >= 0 && nextLineAt.compareAndSet(line, now + BETWEEN_LINES.toNanos());
  }
}
