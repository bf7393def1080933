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
}
