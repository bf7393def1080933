package io.conserje.venue;

import java.time.DayOfWeek;
import java.util.Map;

/**
 * What a night in a type costs in a season, in minor units.
 *
 * @param night the usual price
 * @param weekdays nights that begin on one of these cost this instead
 * @param extraAdult for each adult more than the type's price is for
 */
public record Rate(
    String type, long night, Map<DayOfWeek, Long> weekdays, long extraAdult, long child, long cot) {

  public Rate {
    weekdays = Map.copyOf(weekdays);
  }

  public long on(DayOfWeek day) {
    return weekdays.getOrDefault(day, night);
  }
}
