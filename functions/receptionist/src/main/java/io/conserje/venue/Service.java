package io.conserje.venue;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Lunch or dinner on one day. A {@code lastBooking} earlier than {@code firstBooking} lies after
 * midnight and still belongs to this day.
 *
 * @param name {@code lunch}, {@code dinner} …
 * @param closes when the last guest leaves, may lie after midnight; {@code lastBooking} where it is
 *     not said
 */
public record Service(
    DayOfWeek day, String name, LocalTime firstBooking, LocalTime lastBooking, LocalTime closes) {

  public Service(DayOfWeek day, String name, LocalTime firstBooking, LocalTime lastBooking) {
    this(day, name, firstBooking, lastBooking, lastBooking);
  }

  public boolean endsAfterMidnight() {
    return lastBooking.isBefore(firstBooking);
  }
}
