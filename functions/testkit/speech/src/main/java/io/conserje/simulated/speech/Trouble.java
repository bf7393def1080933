package io.conserje.simulated.speech;

import java.time.Duration;

/**
 * One way a provider misbehaves, once.
 *
 * @param status with {@link Kind#REFUSED}
 * @param after how much sound it takes, or makes, before
 */
public record Trouble(Kind kind, int status, Duration after) {

  /** How. */
  public enum Kind {
    /** Does not open, and says with which status. */
    REFUSED,
    /** Cuts the connection. */
    LOST,
    /** Stands there and says nothing any more. */
    SILENT,
    /** Says that something is wrong, and closes. */
    ERROR,
    /** Everything comes two seconds later. */
    SLOW
  }

  public static Trouble refused(int status) {
    return new Trouble(Kind.REFUSED, status, Duration.ZERO);
  }

  public static Trouble after(Duration sound, Kind kind) {
    return new Trouble(kind, 0, sound);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
