package io.conserje.venue;

import java.time.LocalTime;

/**
 * When and how often a house calls guests of its own accord.
 *
 * @param from and {@code until}: of the day, in the house's own time; the end is not within
 * @param mostToOneGuest within a day
 * @param mostADay to all guests together
 */
public record CallsOut(LocalTime from, LocalTime until, int mostToOneGuest, int mostADay) {

  public static final CallsOut USUAL =
      new CallsOut(LocalTime.of(10, 0), LocalTime.of(21, 0), 3, 100);
}
