package io.conserje.connectors.postgres;

import io.conserje.venue.ClosingDay;
import io.conserje.venue.DayException;
import io.conserje.venue.Days;
import io.conserje.venue.Holiday;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.ServiceRule;
import io.conserje.venue.SittingRule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hours of a house as somebody reads them off the page, minute by minute. */
final class NaiveHours {

  private static final LocalDate EASTER_2026 = LocalDate.parse("2026-04-05");

  private final OpeningHours hours;
  private final ZoneId zone;
  private final Map<LocalDate, List<Window>> known = new HashMap<>();

  NaiveHours(OpeningHours hours, ZoneId zone) {
    this.hours = hours;
    this.zone = zone;
  }

  /** When guests may arrive for one sitting, both ends included. */
  record Window(
      String service,
      LocalDateTime first,
      LocalDateTime last,
      LocalDateTime until,
      LocalDateTime closes) {

    boolean takes(LocalDateTime arrival) {
      return !arrival.isBefore(first) && !arrival.isAfter(last);
    }
  }

  /** The sitting of that moment: one of its own day before one of the night before. */
  Window at(LocalDateTime arrival) {
    for (int before = 0; before <= 1; before++) {
      for (Window window : windows(arrival.toLocalDate().minusDays(before))) {
        if (window.takes(arrival)) {
          return window;
        }
      }
    }
    return null;
  }

  boolean exists(LocalDateTime local) {
    return local.atZone(zone).toLocalDateTime().equals(local);
  }

  boolean onTheQuarter(LocalDateTime at) {
    LocalDate day = at.toLocalDate();
    return slots(day).contains(at) || slots(day.minusDays(1)).contains(at);
  }

  /** Every quarter of an hour of a day's sittings. */
  List<LocalDateTime> slots(LocalDate day) {
    List<LocalDateTime> slots = new ArrayList<>();
    for (Window window : windows(day)) {
      for (LocalDateTime t = window.first; !t.isAfter(window.last); t = t.plusMinutes(15)) {
        if (exists(t) && window.equals(at(t))) {
          slots.add(t);
        }
      }
    }
    return slots.stream().distinct().toList();
  }

  private List<Window> windows(LocalDate day) {
    return known.computeIfAbsent(day, this::read);
  }

  private List<Window> read(LocalDate day) {
    List<Window> windows = new ArrayList<>();
    for (ServiceRule service : services(day)) {
      LocalDateTime first = day.atTime(service.firstBooking());
      LocalDateTime last = next(first, service.lastBooking());
      SittingRule rule = null;
      for (SittingRule r : sittings(service, day)) {
        rule = r.service().equals(service.service()) && about(r.days(), day) ? r : rule;
      }
      LocalDateTime end = next(first, service.closes());
      Window whole =
          new Window(service.service(), first, last, null, end.isAfter(last) ? end : null);
      List<Window> within = new ArrayList<>();
      if (rule != null) {
        rule.sittings().forEach(times -> sitting(whole, times, within));
      }
      windows.addAll(within.isEmpty() ? List.of(whole) : within);
    }
    return windows;
  }

  /** The minutes of the service that the clock of the sitting shows. */
  private static void sitting(Window whole, SittingRule.Times times, List<Window> windows) {
    LocalDateTime first = null;
    LocalDateTime last = null;
    for (LocalDateTime t = whole.first; !t.isAfter(whole.last); t = t.plusMinutes(1)) {
      if (shows(t.toLocalTime(), times)) {
        first = first == null ? t : first;
        last = t;
      } else if (first != null) {
        break;
      }
    }
    if (first != null) {
      LocalDateTime end = next(first, times.last());
      windows.add(
          new Window(
              whole.service,
              first,
              last,
              times.until() == null ? null : next(end, times.until()),
              whole.closes));
    }
  }

  private static boolean shows(LocalTime clock, SittingRule.Times times) {
    boolean overMidnight = times.last().isBefore(times.first());
    boolean begun = !clock.isBefore(times.first());
    boolean over = clock.isAfter(times.last());
    return overMidnight ? begun || !over : begun && !over;
  }

  private static LocalDateTime next(LocalDateTime from, LocalTime clock) {
    LocalDateTime t = from;
    while (!t.toLocalTime().equals(clock)) {
      t = t.plusMinutes(1);
    }
    return t;
  }

  private List<ServiceRule> services(LocalDate day) {
    List<ServiceRule> served = new ArrayList<>();
    if (hours.closingDays().stream().noneMatch(closing -> closes(closing, day))) {
      hours.rules().stream().filter(r -> about(r.days(), day)).forEach(r -> put(r, served));
    }
    for (DayException exception : hours.exceptions()) {
      if (!day.isBefore(exception.from()) && !day.isAfter(exception.to())) {
        served.removeIf(
            s -> exception.service().isEmpty() || s.service().equals(exception.service()));
        exception.open().forEach(r -> put(r, served));
      }
    }
    served.sort((a, b) -> a.firstBooking().compareTo(b.firstBooking()));
    return served;
  }

  /** A service that an exception has written into the day brings what sittings it has. */
  private List<SittingRule> sittings(ServiceRule service, LocalDate day) {
    List<SittingRule> sittings = hours.sittings();
    for (DayException exception : hours.exceptions()) {
      boolean itsOwn = exception.open().stream().anyMatch(open -> open == service);
      if (itsOwn && !day.isBefore(exception.from()) && !day.isAfter(exception.to())) {
        sittings = exception.sittings();
      }
    }
    return sittings;
  }

  private static void put(ServiceRule rule, List<ServiceRule> served) {
    served.removeIf(s -> s.service().equals(rule.service()));
    served.add(rule);
  }

  private boolean closes(ClosingDay closing, LocalDate day) {
    if (day.getDayOfWeek() == closing.day()) {
      return !closing.opensOnHolidays() || !holiday(day);
    }
    LocalDate rest = day;
    while (rest.getDayOfWeek() != closing.day()) {
      rest = rest.minusDays(1);
    }
    return day.getDayOfWeek() == closing.instead() && closing.opensOnHolidays() && holiday(rest);
  }

  private boolean about(Days days, LocalDate day) {
    boolean eve = holiday(day.plusDays(1));
    return days.weekdays().contains(day.getDayOfWeek())
        && switch (days.when()) {
          case ALWAYS -> true;
          case HOLIDAY -> holiday(day);
          case EVE -> eve;
          case HOLIDAY_OR_EVE -> holiday(day) || eve;
          case ORDINARY -> !holiday(day) && !eve;
        };
  }

  private boolean holiday(LocalDate day) {
    return hours.holidays().all().stream()
        .anyMatch(holiday ->
            switch (holiday) {
              case Holiday.Fixed fixed -> MonthDay.from(day).equals(fixed.date());
              case Holiday.AroundEaster easter -> day.equals(EASTER_2026.plusDays(easter.days()));
              case Holiday.Once once -> day.equals(once.date());
            });
  }
}
