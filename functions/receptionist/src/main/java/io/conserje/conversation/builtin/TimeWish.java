package io.conserje.conversation.builtin;

import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An hour as a guest says it.
 *
 * @param exact false if it may be in the morning or in the evening: {@code a las nueve}
 */
record TimeWish(LocalTime time, boolean exact) {

  /** Stands in the book's day for an hour after it, at which the house seats nobody. */
  static final LocalTime LATE = LocalTime.of(23, 59);

  private static final int SMALL_HOURS = 5;

  static TimeWish of(int hour, int minute) {
    return new TimeWish(LocalTime.of(hour % 24, minute), hour == 0 || hour > 12);
  }

  static TimeWish exactly(LocalTime time) {
    return new TimeWish(time, true);
  }

  /** With a hint that was said in the same breath. */
  TimeWish in(PartOfDay part) {
    if (exact || part == null) {
      return this;
    }
    List<LocalTime> fitting = candidates().filter(t -> part.holds(t.getHour())).toList();
    return fitting.size() == 1 ? exactly(fitting.getFirst()) : this;
  }

  Stream<LocalTime> candidates() {
    if (exact) {
      return Stream.of(time);
    }
    LocalTime other = time.plusHours(12);
    return time.getHour() == 12 ? Stream.of(time, other) : Stream.of(other, time);
  }

  /**
   * The moment meant on a day: within that day's hours if it can be, after midnight if the house is
   * open then.
   */
  LocalDateTime on(LocalDate day, PartOfDay part, OpeningHours hours) {
    return candidates()
        .filter(t -> part == null || part.holds(t.getHour()))
        .map(t -> withinServices(t, day, hours))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> candidates().flatMap(t -> withinServices(t, day, hours).stream()).findFirst())
        .orElseGet(() -> nearestService(hours).map(day::atTime).orElse(day.atTime(time)));
  }

  /**
   * As the book is asked: {@code a las doce de la noche} is after the evening, also of a day on
   * which nobody is seated so late.
   */
  LocalDateTime seatedOn(LocalDate day, PartOfDay part, OpeningHours hours) {
    LocalDateTime at = on(day, part, hours);
    boolean late = exact && at.toLocalDate().equals(day) && at.getHour() < SMALL_HOURS;
    return late && !hours.servicesOf(day).isEmpty() ? day.atTime(LATE) : at;
  }

  private static Optional<LocalDateTime> withinServices(
      LocalTime time, LocalDate day, OpeningHours hours) {
    LocalDateTime after = day.plusDays(1).atTime(time);
    return hours.servicesOf(day).stream()
        .flatMap(s -> Stream.of(day.atTime(time), after).filter(at -> within(s, day, at)))
        .findFirst();
  }

  private static boolean within(Service service, LocalDate day, LocalDateTime at) {
    LocalDateTime last =
        (service.endsAfterMidnight() ? day.plusDays(1) : day).atTime(service.lastBooking());
    return !at.isBefore(day.atTime(service.firstBooking())) && !at.isAfter(last);
  }

  private Optional<LocalTime> nearestService(OpeningHours hours) {
    return candidates().min(Comparator.comparing(t -> distance(t, hours)));
  }

  private static Duration distance(LocalTime time, OpeningHours hours) {
    return hours.services().stream()
        .map(s -> distance(time, s))
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration distance(LocalTime time, Service service) {
    LocalTime first = service.firstBooking();
    LocalTime last = service.endsAfterMidnight() ? LocalTime.MAX : service.lastBooking();
    if (time.isBefore(first)) {
      return Duration.between(time, first);
    }
    return time.isAfter(last) ? Duration.between(last, time) : Duration.ZERO;
  }

  String written() {
    return (exact ? "" : "~") + time;
  }

  static TimeWish read(String written) {
    boolean exact = !written.startsWith("~");
    return new TimeWish(LocalTime.parse(exact ? written : written.substring(1)), exact);
  }
}
