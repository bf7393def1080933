package io.conserje.venue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** When the house takes bookings, as data. All questions are asked in the venue's own time. */
public record OpeningHours(
    List<ServiceRule> rules,
    List<SittingRule> sittings,
    List<ClosingDay> closingDays,
    Holidays holidays,
    List<DayException> exceptions) {

  public static final OpeningHours NONE =
      new OpeningHours(List.of(), List.of(), List.of(), Holidays.NONE, List.of());

  public OpeningHours {
    rules = List.copyOf(rules);
    sittings = List.copyOf(sittings);
    closingDays = List.copyOf(closingDays);
    exceptions = List.copyOf(exceptions);
  }

  /** Every week the same. */
  public static OpeningHours weekly(List<Service> services) {
    return new OpeningHours(
        services.stream().map(OpeningHours::always).toList(),
        List.of(),
        List.of(),
        Holidays.NONE,
        List.of());
  }

  private static ServiceRule always(Service s) {
    return new ServiceRule(
        s.name(), Days.every(s.day()), s.firstBooking(), s.lastBooking(), s.closes());
  }

  /** An ordinary week: what is served when there is no holiday and no exception. */
  public List<Service> services() {
    return Arrays.stream(DayOfWeek.values()).flatMap(day -> ordinary(day).stream()).toList();
  }

  private List<Service> ordinary(DayOfWeek day) {
    if (closingDays.stream().anyMatch(closing -> closing.day() == day)) {
      return List.of();
    }
    Map<String, ServiceRule> byName = new LinkedHashMap<>();
    for (ServiceRule rule : rules) {
      Days.When when = rule.days().when();
      if (rule.days().weekdays().contains(day)
          && (when == Days.When.ALWAYS || when == Days.When.ORDINARY)) {
        byName.put(rule.service(), rule);
      }
    }
    return inOrder(byName, day);
  }

  /** What is served on a day, by time. */
  public List<Service> servicesOf(LocalDate day) {
    Map<String, ServiceRule> byName = new LinkedHashMap<>();
    if (closingDays.stream().noneMatch(closing -> closing.closes(day, holidays))) {
      rules.stream()
          .filter(rule -> rule.days().include(day, holidays))
          .forEach(rule -> byName.put(rule.service(), rule));
    }
    exceptions.stream().filter(e -> e.on(day)).forEach(e -> apply(e, byName));
    return inOrder(byName, day.getDayOfWeek());
  }

  private static void apply(DayException exception, Map<String, ServiceRule> byName) {
    byName.keySet().removeIf(exception::about);
    exception.open().forEach(rule -> byName.put(rule.service(), rule));
  }

  private static List<Service> inOrder(Map<String, ServiceRule> byName, DayOfWeek day) {
    return byName.values().stream()
        .map(r -> new Service(day, r.service(), r.firstBooking(), r.lastBooking(), r.closes()))
        .sorted(Comparator.comparing(Service::firstBooking))
        .toList();
  }

  /** The sittings of a day, by time; a service without any of its own is one sitting. */
  public List<Sitting> sittingsOf(LocalDate day) {
    return servicesOf(day).stream().flatMap(s -> sittings(s, day).stream()).toList();
  }

  /** What of its sittings lies within the service: outside it nobody is let in. */
  private List<Sitting> sittings(Service service, LocalDate day) {
    List<Sitting> within =
        sittingRule(service.name(), day).map(SittingRule::sittings).orElse(List.of()).stream()
            .map(times -> sitting(service, day, times))
            .filter(sitting -> !sitting.first().isAfter(sitting.last()))
            .toList();
    if (within.isEmpty()) {
      return List.of(
          new Sitting(
              service.name(),
              day,
              1,
              1,
              begin(service, day),
              last(service, day),
              null,
              closes(service, day)));
    }
    return IntStream.range(0, within.size())
        .mapToObj(i -> within.get(i).numbered(i + 1, within.size()))
        .toList();
  }

  /**
   * Of several rules for a service on one day the last counts. What an exception opens has only the
   * sittings that the exception gives it.
   */
  public Optional<SittingRule> sittingRule(String service, LocalDate day) {
    return exceptions.stream()
        .filter(exception -> exception.on(day) && exception.opens(service))
        .reduce((_, later) -> later)
        .map(DayException::sittings)
        .orElse(sittings)
        .stream()
        .filter(rule -> rule.service().equals(service))
        .filter(rule -> rule.days().include(day, holidays))
        .reduce((_, later) -> later);
  }

  private static Sitting sitting(Service service, LocalDate day, SittingRule.Times times) {
    LocalDateTime begin = begin(service, day);
    LocalDateTime end = last(service, day);
    LocalDateTime next = after(begin, times.first());
    LocalDateTime first = next.isAfter(end) ? day.atTime(times.first()) : next;
    LocalDateTime last = after(first, times.last());
    return new Sitting(
        service.name(),
        day,
        1,
        1,
        first.isBefore(begin) ? begin : first,
        last.isAfter(end) ? end : last,
        times.until() == null ? null : after(last, times.until()),
        closes(service, day));
  }

  /** The next time it is {@code clock}, from {@code moment} on: after midnight is tomorrow. */
  private static LocalDateTime after(LocalDateTime moment, LocalTime clock) {
    LocalDateTime at = moment.toLocalDate().atTime(clock);
    return at.isBefore(moment) ? at.plusDays(1) : at;
  }

  /** The sitting a guest falls into; a time after midnight may belong to the day before. */
  public Optional<Sitting> sittingAt(LocalDateTime arrival) {
    LocalDate day = arrival.toLocalDate();
    return sittingsOf(day).stream()
        .filter(s -> s.takes(arrival))
        .findFirst()
        .or(() -> sittingsOf(day.minusDays(1)).stream().filter(s -> s.takes(arrival)).findFirst());
  }

  /** The service a wish falls into; a time after midnight may belong to the day before. */
  public Optional<Service> serviceAt(LocalDateTime wish) {
    LocalDate day = wish.toLocalDate();
    return servicesOf(day).stream()
        .filter(s -> within(s, day, wish))
        .findFirst()
        .or(() ->
            servicesOf(day.minusDays(1)).stream()
                .filter(s -> within(s, day.minusDays(1), wish))
                .findFirst());
  }

  public boolean closedOn(LocalDate day) {
    return servicesOf(day).isEmpty();
  }

  /** A time at which a guest may arrive, and the sitting they then fall into. */
  public record Arrival(ZonedDateTime at, Sitting sitting) {}

  /**
   * Every quarter of an hour a guest may arrive at in the sittings of a day, in order. Where two
   * sittings meet, the time is there once, with the one {@link #sittingAt} names.
   */
  public List<Arrival> arrivals(LocalDate day, ZoneId zone) {
    List<Sitting> today = sittingsOf(day);
    boolean pastMidnight = today.stream().anyMatch(s -> s.last().toLocalDate().isAfter(day));
    List<Sitting> tomorrow = pastMidnight ? sittingsOf(day.plusDays(1)) : List.of();
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < today.size(); i++) {
      List<Sitting> earlier = today.subList(0, i);
      for (ZonedDateTime slot : today.get(i).slots(zone)) {
        LocalDateTime at = slot.toLocalDateTime();
        boolean others = at.toLocalDate().isAfter(day) && takes(tomorrow, at);
        if (!others && !takes(earlier, at)) {
          arrivals.add(new Arrival(slot, today.get(i)));
        }
      }
    }
    return arrivals;
  }

  private static boolean takes(List<Sitting> sittings, LocalDateTime arrival) {
    return sittings.stream().anyMatch(sitting -> sitting.takes(arrival));
  }

  /** Every quarter of an hour a guest may arrive on a day, in order. */
  public List<ZonedDateTime> slots(LocalDate day, ZoneId zone) {
    return arrivals(day, zone).stream().map(Arrival::at).toList();
  }

  private static boolean within(Service service, LocalDate day, LocalDateTime wish) {
    return !wish.isBefore(begin(service, day)) && !wish.isAfter(last(service, day));
  }

  private static LocalDateTime begin(Service service, LocalDate day) {
    return day.atTime(service.firstBooking());
  }

  private static LocalDateTime last(Service service, LocalDate day) {
    return (service.endsAfterMidnight() ? day.plusDays(1) : day).atTime(service.lastBooking());
  }

  /** Null where it is not said: then it is no later than the last arrival. */
  private static LocalDateTime closes(Service service, LocalDate day) {
    LocalDateTime closes = after(begin(service, day), service.closes());
    return closes.isAfter(last(service, day)) ? closes : null;
  }
}
