package io.conserje.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final LocalDate SATURDAY = LocalDate.parse("2026-11-21");

  private final OpeningHours late =
      OpeningHours.weekly(
          List.of(
              new Service(DayOfWeek.SATURDAY, "lunch", LocalTime.of(13, 0), LocalTime.of(15, 30)),
              new Service(DayOfWeek.SATURDAY, "dinner", LocalTime.of(20, 0), LocalTime.of(0, 30))));

  @Test
  void aTableAfterMidnightBelongsToTheEveningBefore() {
    LocalDateTime afterMidnight = SATURDAY.plusDays(1).atTime(0, 30);

    assertEquals("dinner", late.serviceAt(afterMidnight).orElseThrow().name());
    assertFalse(late.serviceAt(afterMidnight.plusMinutes(1)).isPresent());
    assertFalse(late.serviceAt(SATURDAY.atTime(0, 15)).isPresent());
  }

  @Test
  void betweenLunchAndDinnerNobodyIsSeated() {
    assertTrue(late.serviceAt(SATURDAY.atTime(15, 30)).isPresent());
    assertFalse(late.serviceAt(SATURDAY.atTime(15, 31)).isPresent());
    assertFalse(late.serviceAt(SATURDAY.atTime(19, 59)).isPresent());
  }

  @Test
  void slotsAreQuartersOfAnHourFromTheFirstToTheLastBooking() {
    List<ZonedDateTime> slots = late.slots(SATURDAY, MADRID);

    assertEquals(11 + 19, slots.size());
    assertEquals(SATURDAY.atTime(13, 0), slots.getFirst().toLocalDateTime());
    assertEquals(SATURDAY.plusDays(1).atTime(0, 30), slots.getLast().toLocalDateTime());
  }

  @Test
  void aNightThatLosesAnHourOffersNoTimeThatDoesNotExist() {
    OpeningHours nights =
        OpeningHours.weekly(
            List.of(
                new Service(
                    DayOfWeek.SATURDAY, "dinner", LocalTime.of(23, 0), LocalTime.of(3, 0))));
    LocalDate toSummer = LocalDate.parse("2027-03-27");
    LocalDate toWinter = LocalDate.parse("2026-10-24");

    assertEquals(13, nights.slots(toSummer, MADRID).size());
    assertEquals(17, nights.slots(toWinter, MADRID).size());
    assertEquals(17, nights.slots(toWinter, MADRID).stream().distinct().count());
  }

  @Test
  void anExceptionGoesBeforeEverythingElse() {
    LocalDate closed = LocalDate.parse("2026-12-24");
    OpeningHours hours =
        hours(
            List.of(),
            new DayException(closed, closed.plusDays(1), "", List.of(), List.of(), "holidays"),
            new DayException(
                SATURDAY,
                SATURDAY,
                "lunch",
                List.of(rule("lunch", "14:00", "15:00")),
                List.of(),
                "a wedding"),
            new DayException(
                SATURDAY.plusDays(7),
                SATURDAY.plusDays(7),
                "dinner",
                List.of(),
                List.of(),
                "the cook is away"));

    assertTrue(hours.closedOn(closed));
    assertTrue(hours.closedOn(closed.plusDays(1)));
    assertFalse(hours.closedOn(closed.plusDays(2)));
    assertEquals(
        List.of("lunch 14:00-15:00", "dinner 20:00-23:00"), said(hours.sittingsOf(SATURDAY)));
    assertEquals(List.of("lunch 13:00-15:30"), said(hours.sittingsOf(SATURDAY.plusDays(7))));
  }

  @Test
  void whatOfASittingLiesOutsideAShorterServiceIsCutOff() {
    SittingRule two =
        new SittingRule(
            "dinner",
            ALWAYS,
            List.of(
                new SittingRule.Times(time("20:00"), time("21:00"), time("22:00")),
                new SittingRule.Times(time("22:00"), time("23:00"), null)));

    assertEquals(
        List.of("lunch 13:00-15:30", "dinner 20:30-21:00"),
        said(dinner(two, "20:30", "21:45").sittingsOf(SATURDAY)));
    assertEquals(1, dinner(two, "20:30", "21:45").sittingsOf(SATURDAY).getLast().of());
    assertEquals(
        List.of("lunch 13:00-15:30", "dinner 22:00-22:30"),
        said(dinner(two, "21:30", "22:30").sittingsOf(SATURDAY)));
    assertEquals(
        List.of("lunch 13:00-15:30", "dinner 18:00-19:00"),
        said(dinner(two, "18:00", "19:00").sittingsOf(SATURDAY)));
  }

  @Test
  void whatAnExceptionOpensHasItsOwnSittingsOrNone() {
    SittingRule weekly =
        new SittingRule(
            "dinner",
            ALWAYS,
            List.of(new SittingRule.Times(time("20:00"), time("21:00"), time("22:00"))));
    SittingRule once =
        new SittingRule(
            "dinner",
            ALWAYS,
            List.of(new SittingRule.Times(time("19:00"), time("19:30"), time("21:00"))));
    List<ServiceRule> dinner = List.of(rule("dinner", "19:00", "22:00"));
    LocalDate sunday = SATURDAY.plusDays(1);
    OpeningHours hours =
        hours(
            List.of(weekly),
            new DayException(SATURDAY, SATURDAY, "dinner", dinner, List.of(), "longer"),
            new DayException(SATURDAY, sunday, "lunch", List.of(), List.of(), "no lunch"),
            new DayException(sunday, sunday, "dinner", dinner, List.of(once), "in parts"));

    assertEquals(List.of("dinner 19:00-22:00"), said(hours.sittingsOf(SATURDAY)));
    assertEquals(List.of("dinner 19:00-19:30"), said(hours.sittingsOf(sunday)));
    assertEquals(
        List.of("lunch 13:00-15:30", "dinner 20:00-21:00"),
        said(hours.sittingsOf(SATURDAY.plusDays(7))));
  }

  @Test
  void aSittingAfterMidnightBelongsToTheEvening() {
    SittingRule two =
        new SittingRule(
            "dinner",
            ALWAYS,
            List.of(
                new SittingRule.Times(time("21:00"), time("22:00"), time("23:45")),
                new SittingRule.Times(time("23:45"), time("00:30"), null)));
    OpeningHours hours = dinner(two, "21:00", "00:30");

    Sitting second = hours.sittingAt(SATURDAY.plusDays(1).atTime(0, 15)).orElseThrow();
    assertEquals(2, second.number());
    assertEquals(SATURDAY, second.day());
    assertEquals(SATURDAY.atTime(23, 45), second.first());
    assertFalse(hours.sittingAt(SATURDAY.atTime(22, 15)).isPresent());
  }

  @Test
  void aServiceClosesAfterItsLastArrivalOrDoesNotSayWhen() {
    assertEquals(SATURDAY.atTime(23, 30), closing("20:00", "23:00", "23:30"));
    assertEquals(SATURDAY.plusDays(1).atTime(0, 30), closing("20:00", "23:00", "00:30"));
    assertEquals(SATURDAY.plusDays(1).atTime(1, 30), closing("20:00", "00:30", "01:30"));
    assertEquals(null, closing("20:00", "23:00", "23:00"));
    assertEquals(null, closing("20:00", "23:00", "22:00"));
    assertEquals(null, closing("20:00", "00:30", "00:30"));
  }

  private static LocalDateTime closing(String first, String last, String closes) {
    ServiceRule dinner = new ServiceRule("dinner", ALWAYS, time(first), time(last), time(closes));
    OpeningHours hours =
        new OpeningHours(List.of(dinner), List.of(), List.of(), Holidays.NONE, List.of());
    return hours.sittingsOf(SATURDAY).getFirst().closes();
  }

  private static final Days ALWAYS =
      new Days(java.util.EnumSet.allOf(DayOfWeek.class), Days.When.ALWAYS);

  private static OpeningHours hours(List<SittingRule> sittings, DayException... exceptions) {
    return new OpeningHours(
        List.of(rule("lunch", "13:00", "15:30"), rule("dinner", "20:00", "23:00")),
        sittings,
        List.of(),
        Holidays.NONE,
        List.of(exceptions));
  }

  /** With dinner at other hours on Saturdays. */
  private static OpeningHours dinner(SittingRule sittings, String first, String last) {
    Days saturdays = new Days(java.util.EnumSet.of(DayOfWeek.SATURDAY), Days.When.ALWAYS);
    List<ServiceRule> rules = new java.util.ArrayList<>(hours(List.of()).rules());
    rules.add(new ServiceRule("dinner", saturdays, time(first), time(last), time(last)));
    return new OpeningHours(rules, List.of(sittings), List.of(), Holidays.NONE, List.of());
  }

  private static ServiceRule rule(String service, String first, String last) {
    return new ServiceRule(service, ALWAYS, time(first), time(last), time(last));
  }

  private static LocalTime time(String time) {
    return LocalTime.parse(time);
  }

  private static List<String> said(List<Sitting> sittings) {
    return sittings.stream()
        .map(s -> s.service() + " " + s.first().toLocalTime() + "-" + s.last().toLocalTime())
        .toList();
  }
}
