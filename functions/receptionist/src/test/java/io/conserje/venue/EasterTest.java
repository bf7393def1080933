package io.conserje.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasterTest {

  /** The last two are as late and as early as it gets. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2038-04-25",
        "2285-03-22"
      })
  void isOnItsKnownSunday(LocalDate easter) {
    assertEquals(easter, Easter.sunday(easter.getYear()));
  }

  @Test
  void isAlwaysASundayOfSpring() {
    for (int year = 1900; year < 2400; year++) {
      LocalDate easter = Easter.sunday(year);
      assertEquals(DayOfWeek.SUNDAY, easter.getDayOfWeek(), easter.toString());
      assertEquals(
          true,
          !easter.isBefore(LocalDate.of(year, Month.MARCH, 22))
              && !easter.isAfter(LocalDate.of(year, Month.APRIL, 25)),
          easter.toString());
    }
  }
}
