package io.conserje.knowledge.tools;

import io.conserje.stay.StayWordings;
import io.conserje.venue.Lodging;
import io.conserje.venue.LodgingTerms;
import io.conserje.venue.Rate;
import io.conserje.venue.RoomType;
import io.conserje.venue.Season;
import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;

/** What a house is run by, as a model is told it. */
final class HouseFacts {

  private final Venue venue;
  private final Locale language;

  HouseFacts(Venue venue, Locale language) {
    this.venue = venue;
    this.language = language;
  }

  /**
   * @param date whose hours are asked for; null for those of the week
   */
  Object of(Subject subject, LocalDate date) {
    return switch (subject) {
      case HOURS -> date == null ? week() : day(date);
      case ADDRESS -> venue.address();
      case PHONE -> venue.phone();
      case POLICIES -> policies();
      case ROOMS -> rooms();
    };
  }

  private Map<String, Object> day(LocalDate date) {
    List<Service> services = venue.hours().servicesOf(date);
    Map<String, Object> day = new LinkedHashMap<>();
    day.put("date", date.toString());
    day.put("closed", services.isEmpty());
    day.put("services", services.stream().map(HouseFacts::service).toList());
    return day;
  }

  /** An ordinary one; a day that is named may be a holiday. */
  private Map<String, Object> week() {
    List<Service> services = venue.hours().services();
    List<Map<String, Object>> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Map<String, Object>> served =
          services.stream().filter(s -> s.day() == day).map(HouseFacts::service).toList();
      days.add(Map.of("day", code(day), "closed", served.isEmpty(), "services", served));
    }
    return Map.of("week", services.isEmpty() ? List.of() : days);
  }

  private static Map<String, Object> service(Service service) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("service", service.name());
    told.put("first_booking", service.firstBooking().toString());
    told.put("last_booking", service.lastBooking().toString());
    told.put("closes", service.closes().toString());
    return told;
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> policies() {
    Map<String, Object> told = new LinkedHashMap<>();
    if (!venue.room().tables().isEmpty()) {
      told.put("largest_party", venue.rules().largestParty());
      told.put("free_cancellation_hours", hours(venue.rules().policy().freeCancellation()));
      told.put("late_after_minutes", venue.rules().policy().noShowGrace().toMinutes());
    }
    if (hasRooms()) {
      LodgingTerms terms = venue.lodging().terms();
      told.put("check_in_from", venue.lodging().checkIn().toString());
      told.put("check_out_until", venue.lodging().checkOut().toString());
      told.put("free_cancellation_hours", hours(terms.cancellation().freeUntil()));
      told.put("late_cancellation_per_cent_of_first_night", terms.cancellation().perCent());
      told.put("no_show_per_cent_of_first_night", terms.cancellation().noShowPerCent());
      told.put("deposit_per_cent", terms.deposit().perCent());
      told.put("deposit_first_night", terms.deposit().firstNight());
      told.put("late_check_out_until", terms.lateCheckOut().limit().toString());
      told.put("early_check_in_from", terms.earlyCheckIn().limit().toString());
    }
    return told;
  }

  private static long hours(Duration length) {
    return length.toHours();
  }

  private boolean hasRooms() {
    return !venue.lodging().types().isEmpty();
  }

  /** Empty in a house without. */
  private List<Map<String, Object>> rooms() {
    Lodging lodging = venue.lodging();
    return lodging.types().stream().map(this::room).toList();
  }

  private Map<String, Object> room(RoomType type) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("room_type", type.name());
    told.put("called", type.called(language.getLanguage()));
    told.put("adults", type.adults());
    told.put("children", type.children());
    told.put("people", type.occupants());
    lowest(type, HouseFacts::nights).ifPresent(amount -> told.put("from", money(amount)));
    if (type.children() > 0) {
      lowest(type, rate -> LongStream.of(rate.child()))
          .ifPresent(amount -> told.put("child_from", money(amount)));
    }
    return told;
  }

  private static LongStream nights(Rate rate) {
    return LongStream.concat(
        LongStream.of(rate.night()), rate.weekdays().values().stream().mapToLong(Long::longValue));
  }

  /** The least of it in the year. */
  private OptionalLong lowest(RoomType type, Function<Rate, LongStream> priced) {
    return venue.lodging().seasons().stream()
        .map(Season::rates)
        .flatMap(List::stream)
        .filter(rate -> rate.type().equals(type.name()))
        .flatMapToLong(priced)
        .min();
  }

  private Map<String, Object> money(long amount) {
    String currency = venue.lodging().currency();
    return Map.of(
        "amount",
        amount,
        "currency",
        currency,
        "text",
        StayWordings.in(language).money(amount, currency));
  }
}
