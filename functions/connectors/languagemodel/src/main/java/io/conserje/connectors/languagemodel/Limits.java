package io.conserje.connectors.languagemodel;

import io.conserje.conversation.Patience;
import java.time.Duration;
import java.time.Instant;

/** How long one request may still take, by the machine's own stopwatch. */
final class Limits {

  private final long begun = System.nanoTime();
  private final long whole;
  private final long first;

  Limits(Patience patience, Instant now) {
    this.whole = patience.left(now).toNanos();
    this.first = Math.min(whole, patience.firstWords().toNanos());
  }

  long leftForWhole() {
    return begun + whole - System.nanoTime();
  }

  long leftForFirst() {
    return begun + first - System.nanoTime();
  }

  boolean allows(Duration wait) {
    return leftForWhole() > wait.toNanos();
  }
}
