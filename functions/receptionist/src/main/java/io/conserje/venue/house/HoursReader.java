package io.conserje.venue.house;

import io.conserje.venue.ClosingDay;
import io.conserje.venue.DayException;
import io.conserje.venue.Days;
import io.conserje.venue.Days.When;
import io.conserje.venue.Holiday;
import io.conserje.venue.Holidays;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.ServiceRule;
import io.conserje.venue.SittingRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads when the house takes bookings. */
final class HoursReader {

  private static final int FARTHEST_FROM_EASTER = 100;
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final Days ALWAYS = new Days(EVERY_DAY, When.ALWAYS);

  private HoursReader() {}

  static OpeningHours read(Field hours) {
    hours.only("services", "sittings", "closed", "holidays", "exceptions");
    return new OpeningHours(
        hours.at("services").items().stream().map(HoursReader::service).toList(),
        hours.at("sittings").items().stream().map(HoursReader::sitting).toList(),
        hours.at("closed").items().stream().map(HoursReader::closing).toList(),
        new Holidays(hours.at("holidays").items().stream().map(HoursReader::holiday).toList()),
        hours.at("exceptions").items().stream().map(HoursReader::exception).toList());
  }

  private static ServiceRule service(Field service) {
    service.only("service", "days", "when", "first", "last", "closes");
    return service(service, days(service));
  }

  private static ServiceRule service(Field service, Days days) {
    LocalTime last = service.at("last").time();
    return new ServiceRule(
        service.at("service").text(),
        days,
        service.at("first").time(),
        last,
        service.at("closes").present() ? service.at("closes").time() : last);
  }

  static Days days(Field rule) {
    return new Days(weekdays(rule.at("days")), rule.at("when").choice(When.class, When.ALWAYS));
  }

  private static Set<DayOfWeek> weekdays(Field days) {
    if (!days.present()) {
      return EVERY_DAY;
    }
    Set<DayOfWeek> weekdays = new TreeSet<>();
    days.items().forEach(day -> weekdays.add(weekday(day)));
    if (weekdays.isEmpty()) {
      days.wrong("has to name a weekday");
    }
    return weekdays;
  }

  private static DayOfWeek weekday(Field day) {
    day.text();
    return day.choice(DayOfWeek.class, DayOfWeek.MONDAY);
  }

  private static SittingRule sitting(Field rule) {
    rule.only("service", "days", "when", "sittings");
    return sitting(rule, days(rule));
  }

  private static SittingRule sitting(Field rule, Days days) {
    List<SittingRule.Times> times =
        rule.at("sittings").items().stream().map(HoursReader::times).toList();
    if (times.isEmpty()) {
      rule.at("sittings").wrong("has to have one sitting at least");
    }
    return new SittingRule(rule.at("service").text(), days, times);
  }

  private static SittingRule.Times times(Field sitting) {
    sitting.only("first", "last", "until");
    return new SittingRule.Times(
        sitting.at("first").time(),
        sitting.at("last").time(),
        sitting.at("until").present() ? sitting.at("until").time() : null);
  }

  private static ClosingDay closing(Field closing) {
    closing.only("day", "opens_on_holidays", "instead");
    Field instead = closing.at("instead");
    return new ClosingDay(
        weekday(closing.at("day")),
        closing.at("opens_on_holidays").yes(false),
        instead.present() ? weekday(instead) : null);
  }

  private static Holiday holiday(Field holiday) {
    holiday.only("name", "day", "easter", "date");
    String name = holiday.at("name").text();
    if (Stream.of("day", "easter", "date").filter(key -> holiday.at(key).present()).count() > 1) {
      holiday.wrong("has to have one of day, easter and date");
    }
    if (holiday.at("easter").present()) {
      int days = holiday.at("easter").number(-FARTHEST_FROM_EASTER, FARTHEST_FROM_EASTER);
      return new Holiday.AroundEaster(name, days);
    }
    if (holiday.at("date").present()) {
      return new Holiday.Once(name, holiday.at("date").date());
    }
    return new Holiday.Fixed(
        name,
        holiday
            .at("day")
            .as(d -> MonthDay.parse("--" + d), MonthDay.of(1, 1), "month and day as \"12-25\""));
  }

  private static DayException exception(Field exception) {
    exception.only("date", "from", "to", "service", "open", "why");
    boolean oneDay = exception.at("date").present();
    if (oneDay && (exception.at("from").present() || exception.at("to").present())) {
      exception.wrong("has to have either date or from and to");
    }
    LocalDate from = exception.at(oneDay ? "date" : "from").date();
    LocalDate to = exception.at(oneDay ? "date" : "to").date();
    if (to.isBefore(from)) {
      exception.at("to").wrong("has to be on or after from");
    }
    List<Field> open =
        exception.at("open").items().stream()
            .map(service -> service.only("service", "first", "last", "closes", "sittings"))
            .toList();
    return new DayException(
        from,
        to,
        exception.at("service").text(""),
        open.stream().map(service -> service(service, ALWAYS)).toList(),
        open.stream()
            .filter(service -> service.at("sittings").present())
            .map(service -> sitting(service, ALWAYS))
            .toList(),
        exception.at("why").text(""));
  }
}
