package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.venue.OpeningHours;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class TimeWishTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);
  private final OpeningHours late = Houses.lateHouse().hours();
  private final OpeningHours usual = Houses.restaurantHours();

  @Test
  void nineIsInTheEveningWhereDinnerIsServed() {
    assertEquals(at("2026-11-27T21:00"), TimeWish.of(9, 0).on(FRIDAY, null, usual));
  }

  @Test
  void twoIsInTheAfternoonWhereLunchIsServed() {
    assertEquals(at("2026-11-27T14:00"), TimeWish.of(2, 0).on(FRIDAY, null, usual));
  }

  @Test
  void nineOnADayWithoutDinnerIsStillMeantForTheEvening() {
    assertEquals(at("2026-11-29T21:00"), TimeWish.of(9, 0).on(SUNDAY, null, usual));
  }

  @Test
  void halfPastMidnightOnFridayLiesOnSaturday() {
    assertEquals(at("2026-11-28T00:30"), TimeWish.of(0, 30).on(FRIDAY, null, late));
  }

  @Test
  void halfPastTwelveAtNightLiesAfterMidnight() {
    TimeWish wish = TimeWish.of(12, 30).in(PartOfDay.DINNER);
    assertEquals(at("2026-11-28T00:30"), wish.on(FRIDAY, null, late));
  }

  @Test
  void oneOclockAtAHouseOpenUntilHalfPastOneIsAtNight() {
    assertEquals(at("2026-11-28T01:00"), TimeWish.of(1, 0).on(FRIDAY, null, late));
  }

  /** Else it were that day's first minute, which is over. */
  @Test
  void midnightWhereNobodyIsSeatedSoLateLiesAfterTheEvening() {
    TimeWish midnight = TimeWish.of(12, 0).in(PartOfDay.DINNER);
    assertEquals(at("2026-11-27T23:59"), midnight.seatedOn(FRIDAY, null, usual));
    assertEquals(at("2026-11-27T23:59"), TimeWish.of(0, 30).seatedOn(FRIDAY, null, usual));
    assertEquals(at("2026-11-28T00:30"), TimeWish.of(0, 30).seatedOn(FRIDAY, null, late));
  }

  @Test
  void aTimeSurvivesBeingWrittenDown() {
    TimeWish vague = TimeWish.of(9, 30);
    TimeWish exact = TimeWish.of(21, 30);
    assertEquals(vague, TimeWish.read(vague.written()));
    assertEquals(exact, TimeWish.read(exact.written()));
  }

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }
}
