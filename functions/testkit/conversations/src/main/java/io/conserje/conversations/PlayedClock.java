package io.conserje.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The house's clock of a scenario: set at its beginning, moved on by what happens. */
final class PlayedClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-20T11:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant instant) {
    now = instant;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
