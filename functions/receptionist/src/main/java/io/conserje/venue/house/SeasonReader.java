package io.conserje.venue.house;

import io.conserje.venue.ClosedToArrival;
import io.conserje.venue.Lodging;
import io.conserje.venue.Rate;
import io.conserje.venue.Season;
import io.conserje.venue.YearStretch;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what nights cost, and on which days nobody arrives. */
final class SeasonReader {

  private static final int DEAREST = 100_000_000;

  private final Set<String> types;

  /**
   * @param types the names of all types of the file
   */
  SeasonReader(Set<String> types) {
    this.types = types;
  }

  Season season(Field season) {
    season.only("name", "dates", "nights", "rates");
    Set<String> priced = new HashSet<>();
    Field nights = season.at("nights");
    return new Season(
        season.at("name").text(),
        season.at("dates").items().stream().map(SeasonReader::stretch).toList(),
        nights.present() ? LodgingReader.nights(nights, Lodging.NONE.rules().nights()) : null,
        season.at("rates").items().stream().map(r -> rate(r, priced)).toList());
  }

  private Rate rate(Field rate, Set<String> priced) {
    rate.only("type", "night", "weekdays", "extra_adult", "child", "cot");
    String type = type(rate.at("type"));
    if (!priced.add(type)) {
      rate.at("type").wrong("has a price in this season already");
    }
    return new Rate(
        type,
        rate.at("night").number(0, DEAREST),
        weekdays(rate.at("weekdays")),
        rate.at("extra_adult").number(0, DEAREST, 0),
        rate.at("child").number(0, DEAREST, 0),
        rate.at("cot").number(0, DEAREST, 0));
  }

  private String type(Field field) {
    String type = field.text();
    if (!types.contains(type)) {
      field.wrong("is not among the types of this file");
    }
    return type;
  }

  private static Map<DayOfWeek, Long> weekdays(Field weekdays) {
    Map<DayOfWeek, Long> prices = new EnumMap<>(DayOfWeek.class);
    for (Field price : weekdays.entries()) {
      try {
        DayOfWeek day = DayOfWeek.valueOf(price.key().toUpperCase(Locale.ROOT));
        prices.put(day, (long) price.number(0, DEAREST));
      } catch (IllegalArgumentException e) {
        price.wrong("is no weekday");
      }
    }
    return prices;
  }

  ClosedToArrival closed(Field closed) {
    closed.only("days", "dates", "types");
    Set<DayOfWeek> days = new TreeSet<>();
    closed.at("days").items().forEach(d -> days.add(d.choice(DayOfWeek.class, DayOfWeek.MONDAY)));
    return new ClosedToArrival(
        days.isEmpty() ? Set.of(DayOfWeek.values()) : days,
        closed.at("dates").items().stream().map(SeasonReader::stretch).toList(),
        closed.at("types").items().stream().map(this::type).toList());
  }

  /** {@code "12-22"} to {@code "01-06"} every year, or whole dates for once. */
  private static YearStretch stretch(Field stretch) {
    stretch.only("from", "to");
    boolean everyYear = stretch.at("from").text("").length() <= "12-22".length();
    return everyYear
        ? new YearStretch.EveryYear(day(stretch.at("from")), day(stretch.at("to")))
        : once(stretch);
  }

  private static YearStretch once(Field stretch) {
    LocalDate from = stretch.at("from").date();
    LocalDate to = stretch.at("to").date();
    if (to.isBefore(from)) {
      stretch.at("to").wrong("has to be on or after from");
    }
    return new YearStretch.Once(from, to);
  }

  private static MonthDay day(Field day) {
    return day.as(
        d -> MonthDay.parse("--" + d), MonthDay.of(1, 1), "month and day as \"12-25\", in quotes");
  }
}
