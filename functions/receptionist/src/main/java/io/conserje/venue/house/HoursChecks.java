package io.conserje.venue.house;

import io.conserje.venue.ClosingDay;
import io.conserje.venue.DayException;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import io.conserje.venue.ServiceRule;
import io.conserje.venue.SittingRule;
import io.conserje.venue.SittingRule.Times;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the hours of a house fit together. */
final class HoursChecks {

  private static final int LONGEST_SERVICE = 18 * 60;
  private static final int SHORTEST_STAY = 15;
  private static final int DAY = 24 * 60;
  private static final int DAYS_TRIED = 3 * 366;

  private final OpeningHours hours;
  private final List<Problem> problems;

  HoursChecks(OpeningHours hours, List<Problem> problems) {
    this.hours = hours;
    this.problems = problems;
  }

  void run(LocalDate today) {
    for (int i = 0; i < hours.rules().size(); i++) {
      service(hours.rules().get(i), "/hours/services/" + i);
    }
    for (int i = 0; i < hours.sittings().size(); i++) {
      SittingRule rule = hours.sittings().get(i);
      known(rule.service(), "/hours/sittings/" + i);
      sittings(rule, "/hours/sittings/" + i + "/sittings");
    }
    for (int i = 0; i < hours.closingDays().size(); i++) {
      closing(hours.closingDays().get(i), "/hours/closed/" + i);
    }
    for (int i = 0; i < hours.exceptions().size(); i++) {
      exception(hours.exceptions().get(i), "/hours/exceptions/" + i);
    }
    if (problems.isEmpty()) {
      sittingsWithinTheirServices(today);
    }
  }

  private void wrong(String path, String reason) {
    problems.add(new Problem(path, reason));
  }

  private Set<String> services() {
    return Stream.concat(
            hours.rules().stream(), hours.exceptions().stream().flatMap(e -> e.open().stream()))
        .map(ServiceRule::service)
        .collect(Collectors.toSet());
  }

  private void known(String service, String path) {
    if (!services().contains(service)) {
      wrong(path + "/service", "is not among the services of this file");
    }
  }

  private void service(ServiceRule rule, String path) {
    int last = minutes(rule.firstBooking(), rule.lastBooking());
    int closes = minutes(rule.firstBooking(), rule.closes());
    if (last > LONGEST_SERVICE) {
      wrong(path + "/last", "has to be at or after first, " + rule.firstBooking());
    } else if (closes != last && (closes < last + SHORTEST_STAY || closes > LONGEST_SERVICE)) {
      wrong(path + "/closes", "has to be 15m after last at least, " + rule.lastBooking());
    }
  }

  private void sittings(SittingRule rule, String path) {
    LocalTime begin = rule.sittings().getFirst().first();
    int free = 0;
    for (int i = 0; i < rule.sittings().size(); i++) {
      free = sitting(rule.sittings().get(i), begin, free, path + "/" + i);
    }
  }

  /** When the next sitting may begin, in minutes after {@code begin}. */
  private int sitting(Times times, LocalTime begin, int free, String path) {
    int first = minutes(begin, times.first());
    int last = first + minutes(times.first(), times.last());
    int until = times.until() == null ? last : last + minutes(times.last(), times.until());
    if (first < free) {
      wrong(path + "/first", "has to be after the sitting before it");
    }
    if (last > LONGEST_SERVICE) {
      wrong(path + "/last", "has to be at or after first, " + times.first());
    } else if (until > LONGEST_SERVICE || (times.until() != null && until == last)) {
      wrong(path + "/until", "has to be after last, " + times.last());
    }
    return until;
  }

  private void closing(ClosingDay closing, String path) {
    if (closing.instead() == closing.day()) {
      wrong(path + "/instead", "has to be another day");
    } else if (closing.instead() != null && !closing.opensOnHolidays()) {
      wrong(path + "/instead", "counts only together with opens_on_holidays: true");
    }
  }

  private void exception(DayException exception, String path) {
    for (int i = 0; i < exception.open().size(); i++) {
      ServiceRule open = exception.open().get(i);
      service(open, path + "/open/" + i);
      if (!exception.about(open.service())) {
        wrong(path + "/open/" + i + "/service", "has to be " + exception.service() + " here");
      }
      sittings(exception, open, path + "/open/" + i + "/sittings");
    }
    if (!exception.service().isEmpty() && exception.open().isEmpty()) {
      known(exception.service(), path);
    }
  }

  private void sittings(DayException exception, ServiceRule open, String path) {
    exception.sittings().stream()
        .filter(rule -> rule.service().equals(open.service()))
        .forEach(rule -> {
          int before = problems.size();
          sittings(rule, path);
          if (problems.size() == before && !within(rule, open.firstBooking(), open.lastBooking())) {
            wrong(path, "have to lie from first to last");
          }
        });
  }

  /** Tried out day by day: holidays, eves and moved closing days make it hard to see otherwise. */
  private void sittingsWithinTheirServices(LocalDate today) {
    OpeningHours usual =
        new OpeningHours(
            hours.rules(), hours.sittings(), hours.closingDays(), hours.holidays(), List.of());
    Set<SittingRule> told = new HashSet<>();
    today
        .datesUntil(today.plusDays(DAYS_TRIED))
        .forEach(day ->
            usual
                .servicesOf(day)
                .forEach(service ->
                    usual
                        .sittingRule(service.name(), day)
                        .filter(rule ->
                            !within(rule, service.firstBooking(), service.lastBooking())
                                && told.add(rule))
                        .ifPresent(rule -> outside(rule, service, day))));
  }

  private static boolean within(SittingRule rule, LocalTime begin, LocalTime end) {
    return rule.sittings().stream()
        .allMatch(times ->
            minutes(begin, times.first()) + minutes(times.first(), times.last())
                <= minutes(begin, end));
  }

  private void outside(SittingRule rule, Service service, LocalDate day) {
    wrong(
        "/hours/sittings/" + hours.sittings().indexOf(rule),
        "lies outside of "
            + service.name()
            + " on "
            + day
            + ", when it is booked from "
            + service.firstBooking()
            + " to "
            + service.lastBooking());
  }

  /** From one time of day to the next time it is the other. */
  private static int minutes(LocalTime from, LocalTime to) {
    return Math.floorMod((to.toSecondOfDay() - from.toSecondOfDay()) / 60, DAY);
  }
}
