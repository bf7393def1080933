package io.conserje.conversation.builtin;

import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Neighbouring weekdays that have the same hours. */
record ServiceHours(List<DayOfWeek> days, List<Service> services) {

  static List<ServiceHours> of(OpeningHours hours) {
    List<ServiceHours> groups = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Service> services = hours.services().stream().filter(s -> s.day() == day).toList();
      if (!groups.isEmpty() && same(groups.getLast().services, services)) {
        groups.getLast().days.add(day);
      } else {
        groups.add(new ServiceHours(new ArrayList<>(List.of(day)), services));
      }
    }
    return groups;
  }

  private static boolean same(List<Service> one, List<Service> other) {
    return times(one).equals(times(other));
  }

  private static List<String> times(List<Service> services) {
    return services.stream().map(s -> s.firstBooking() + "-" + s.lastBooking()).sorted().toList();
  }
}
