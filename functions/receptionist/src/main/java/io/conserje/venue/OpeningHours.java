package io.conserje.venue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When the house takes bookings, as data. All questions are asked in the venue's own time. */
public record OpeningHours(List<Service> services) {

  private static final Duration STEP = Duration.ofMinutes(15);

  public OpeningHours {
    services = List.copyOf(services);
  }

  /** The service a wish falls into; a time after midnight may belong to the day before. */
  public Optional<Service> serviceAt(LocalDateTime wish) {
    return servicesOf(wish.toLocalDate()).stream()
        .filter(s -> within(s, wish.toLocalDate(), wish))
        .findFirst()
        .or(() ->
            servicesOf(wish.toLocalDate().minusDays(1)).stream()
                .filter(s -> within(s, wish.toLocalDate().minusDays(1), wish))
                .findFirst());
  }

  public List<Service> servicesOf(LocalDate day) {
    return services.stream()
        .filter(s -> s.day() == day.getDayOfWeek())
        .sorted(Comparator.comparing(Service::firstBooking))
        .toList();
  }

  public boolean closedOn(LocalDate day) {
    return servicesOf(day).isEmpty();
  }

  /**
   * Every quarter of an hour that can be booked on a day, in order. A local time that a change to
   * summer time skips is left out; one that occurs twice is offered once, the first time.
   */
  public List<ZonedDateTime> slots(LocalDate day, ZoneId zone) {
    List<ZonedDateTime> slots = new ArrayList<>();
    for (Service service : servicesOf(day)) {
      LocalDateTime last = last(service, day);
      for (LocalDateTime at = day.atTime(service.firstBooking());
          !at.isAfter(last);
          at = at.plus(STEP)) {
        if (!zone.getRules().getValidOffsets(at).isEmpty()) {
          slots.add(at.atZone(zone));
        }
      }
    }
    return slots;
  }

  private static boolean within(Service service, LocalDate day, LocalDateTime wish) {
    return !wish.isBefore(day.atTime(service.firstBooking())) && !wish.isAfter(last(service, day));
  }

  private static LocalDateTime last(Service service, LocalDate day) {
    return (service.endsAfterMidnight() ? day.plusDays(1) : day).atTime(service.lastBooking());
  }
}
