package io.conserje.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WritingHoursTest {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @Test
  void aMomentWithinIsItselfAndOneOutsideIsWhenTheyNextBegin() {
    assertEquals("2026-11-20T09:00:00Z", next("09:00", "23:00", "2026-11-20T09:00:00Z"));
    assertEquals("2026-11-21T08:00:00Z", next("09:00", "23:00", "2026-11-20T22:00:00Z"));
    assertEquals("2026-11-21T08:00:00Z", next("09:00", "23:00", "2026-11-21T07:59:59Z"));
  }

  @Test
  void theyMayGoPastMidnight() {
    assertEquals("2026-11-20T23:30:00Z", next("12:00", "01:00", "2026-11-20T23:30:00Z"));
    assertEquals("2026-11-21T11:00:00Z", next("12:00", "01:00", "2026-11-21T00:00:00Z"));
  }

  @Test
  void theSameTimeTwiceIsAnyHour() {
    assertEquals("2026-11-21T03:00:00Z", next("09:00", "09:00", "2026-11-21T03:00:00Z"));
  }

  private static String next(String from, String until, String moment) {
    WritingHours hours = new WritingHours(LocalTime.parse(from), LocalTime.parse(until));
    return hours.next(Instant.parse(moment), MADRID).toString();
  }
}
