package io.conserje.venue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Days on which nobody arrives, though guests who are there stay on.
 *
 * @param stretches when; none means always
 * @param types of rooms; none means all
 */
public record ClosedToArrival(
    Set<DayOfWeek> weekdays, List<YearStretch> stretches, List<String> types) {

  public ClosedToArrival {
    weekdays = Set.copyOf(weekdays);
    stretches = List.copyOf(stretches);
    types = List.copyOf(types);
  }

  boolean on(LocalDate day, String type) {
    return weekdays.contains(day.getDayOfWeek())
        && (stretches.isEmpty() || stretches.stream().anyMatch(s -> s.has(day)))
        && (types.isEmpty() || types.contains(type));
  }
}
