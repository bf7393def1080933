package io.conserje.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Staffing.Shift;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffingTest {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Days EVERY_DAY = new Days(EnumSet.allOf(DayOfWeek.class), Days.When.ALWAYS);

  @Test
  void aShiftThatEndsAtMidnightEndsWithItsDay() {
    Staffing staff = of(new Shift(EVERY_DAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT));

    assertFalse(there(staff, "2026-11-20T08:59"));
    assertTrue(there(staff, "2026-11-20T09:00"));
    assertTrue(there(staff, "2026-11-20T23:59"));
    assertFalse(there(staff, "2026-11-21T00:00"));
    assertEquals(Optional.of(at("2026-11-21T09:00")), next(staff, "2026-11-21T00:00"));
    assertEquals(Optional.of(at("2026-11-20T12:00")), next(staff, "2026-11-20T12:00"));
  }

  @Test
  void aShiftOverMidnightBelongsToTheDayItBeganOn() {
    Days friday = new Days(EnumSet.of(DayOfWeek.FRIDAY), Days.When.ALWAYS);
    Staffing staff = of(new Shift(friday, LocalTime.of(20, 0), LocalTime.of(2, 0)));

    assertTrue(there(staff, "2026-11-21T01:59"));
    assertFalse(there(staff, "2026-11-21T02:00"));
    assertFalse(there(staff, "2026-11-20T01:00"));
    assertEquals(Optional.of(at("2026-11-27T20:00")), next(staff, "2026-11-21T02:00"));
  }

  @Test
  void dayAndNightIsAlways() {
    Staffing staff = of(new Shift(EVERY_DAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

    assertTrue(there(staff, "2026-11-20T00:00"));
    assertTrue(there(staff, "2026-11-20T23:59"));
  }

  @Test
  void aHouseThatSaysNothingOfItsPeopleHasNobodyThere() {
    assertFalse(there(Staffing.NONE, "2026-11-20T12:00"));
    assertEquals(Optional.empty(), next(Staffing.NONE, "2026-11-20T12:00"));
  }

  private static Staffing of(Shift shift) {
    Staffing none = Staffing.NONE;
    return new Staffing(
        List.of(shift), List.of(), List.of(), none.list(), none.again(), none.silence());
  }

  private static boolean there(Staffing staff, String local) {
    return staff.onDuty(at(local), Holidays.NONE);
  }

  private static Optional<ZonedDateTime> next(Staffing staff, String local) {
    return staff.next(at(local), Holidays.NONE);
  }

  private static ZonedDateTime at(String local) {
    return LocalDateTime.parse(local).atZone(MADRID);
  }
}
