package io.conserje.conversation.builtin;

import io.conserje.venue.DiningRoom;
import io.conserje.venue.HouseRules;
import io.conserje.venue.Lodging;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.RoomType;
import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Zone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The houses and the clock of these tests. */
final class Houses {

  static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  /** A Friday. */
  static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 20, 12, 0, 0, 0, MADRID);

  private Houses() {}

  /** Lunch Tuesday to Sunday, dinner Thursday to Saturday. */
  static Venue restaurant() {
    return venue(restaurantHours());
  }

  /** Three types of rooms, no restaurant. */
  static Venue hotel() {
    Lodging none = Lodging.NONE;
    List<RoomType> types =
        List.of(
            room("individual", "single", 1), room("doble", "double", 2), room("suite", "suite", 3));
    Lodging lodging =
        new Lodging(
            none.currency(),
            none.checkIn(),
            none.checkOut(),
            none.tax(),
            types,
            none.seasons(),
            none.closedToArrival(),
            none.rules(),
            none.terms());
    return venue(OpeningHours.weekly(List.of()), lodging);
  }

  private static RoomType room(String name, String english, int adults) {
    return new RoomType(
        name,
        Map.of("es", List.of(name), "en", List.of(english)),
        List.of(name + "-1", name + "-2"),
        2,
        adults,
        1,
        1,
        adults + 1,
        adults);
  }

  static OpeningHours restaurantHours() {
    List<Service> services = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day != DayOfWeek.MONDAY) {
        services.add(service(day, "lunch", "13:00", "15:30"));
      }
    }
    for (DayOfWeek day : List.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)) {
      services.add(service(day, "dinner", "20:00", "23:00"));
    }
    return OpeningHours.weekly(services);
  }

  /** Dinner only, every day until an hour and a half past midnight. */
  static Venue lateHouse() {
    List<Service> services = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      services.add(service(day, "dinner", "21:00", "01:30"));
    }
    return venue(OpeningHours.weekly(services));
  }

  private static Service service(DayOfWeek day, String name, String first, String last) {
    return new Service(day, name, LocalTime.parse(first), LocalTime.parse(last));
  }

  private static Venue venue(OpeningHours hours) {
    return venue(hours, Lodging.NONE);
  }

  private static Venue venue(OpeningHours hours, Lodging lodging) {
    HouseRules rules =
        HouseRules.of(10, Duration.ofHours(2), Duration.ofMinutes(30), Duration.ofDays(60));
    return new Venue(
        new VenueId("restaurante"),
        "Casa Prueba",
        "restaurant",
        MADRID,
        Locale.of("es"),
        "+34600000900",
        "Calle Mayor 1, Madrid",
        hours,
        rules,
        new DiningRoom(
            List.of(new Zone("inside", false), new Zone("terrace", true)), List.of(), List.of()),
        lodging);
  }
}
