package io.conserje.reservation;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open stretch of time: the guest who leaves at nine does not meet the one who comes at
 * nine.
 */
public record Period(Instant from, Instant to) {

  public Period {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a period needs to end after it begins");
    }
  }

  public static Period of(Instant from, Duration length) {
    return new Period(from, from.plus(length));
  }

  public boolean overlaps(Period other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
