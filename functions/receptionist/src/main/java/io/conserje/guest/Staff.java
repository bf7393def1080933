package io.conserje.guest;

import java.time.Instant;

/** Who of the house does something, and when. */
public record Staff(String who, Instant at) {

  private static final int LONGEST = 100;

  /** Whether the log could say who it was. */
  boolean isNamed() {
    return Text.isLine(who, LONGEST);
  }
}
