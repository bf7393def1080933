package io.conserje.connectors.postgres.views;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Times as the API writes them. */
final class Times {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private Times() {}

  static String clock(LocalTime time) {
    return CLOCK.format(time);
  }

  /** UTC, or null. */
  static String instant(Instant at) {
    return at == null ? null : at.toString();
  }
}
