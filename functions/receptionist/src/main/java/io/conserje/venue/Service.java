package io.conserje.venue;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Lunch or dinner on one weekday. A {@code lastBooking} earlier than {@code firstBooking} lies
 * after midnight and still belongs to this weekday.
 *
 * @param name {@code lunch} or {@code dinner}
 */
public record Service(DayOfWeek day, String name, LocalTime firstBooking, LocalTime lastBooking) {

  public boolean endsAfterMidnight() {
    return lastBooking.isBefore(firstBooking);
  }
}
