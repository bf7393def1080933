package io.conserje.connectors.housefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.venue.DiningRoom;
import io.conserje.venue.DiningTable;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import io.conserje.venue.Sitting;
import io.conserje.venue.Venue;
import io.conserje.venue.house.HouseReader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the restaurant of the sandbox serves on real days. */
class RestauranteHoursTest {

  private static final Venue HOUSE =
      HouseReader.read(Fixtures.read("restaurante").document()).venue();
  private static final OpeningHours HOURS = HOUSE.hours();

  /** A sitting is first-last, and after > when the table is needed again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "closed",
      textBlock =
          """
          2026-11-16 | closed
          2026-11-17 | lunch 13:00-15:30
          2026-11-18 | lunch 13:00-15:30
          2026-11-19 | lunch 13:00-15:30, dinner 20:00-22:30
          2026-11-20 | lunch 13:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2026-11-21 | lunch 13:00-16:00, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2026-11-22 | lunch 13:00-14:00>15:00, lunch 15:00-16:00
          # Assumption, a Saturday
          2026-08-15 | lunch 13:00-14:00>15:00, lunch 15:00-16:00, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          # The national holiday, a Monday: dinner on its eve, and Tuesday closes instead
          2026-10-11 | lunch 13:00-14:00>15:00, lunch 15:00-16:00, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2026-10-12 | lunch 13:00-14:00>15:00, lunch 15:00-16:00
          2026-10-13 | closed
          2026-10-14 | lunch 13:00-15:30
          # Constitution Day on a Sunday, and a Tuesday that is a holiday after a Monday that is none
          2026-12-06 | lunch 13:00-14:00>15:00, lunch 15:00-16:00
          2026-12-07 | closed
          2026-12-08 | lunch 13:00-14:00>15:00, lunch 15:00-15:30
          # Christmas on a Friday
          2026-12-23 | lunch 13:00-15:30
          2026-12-24 | lunch 13:00-14:00>15:00, lunch 15:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2026-12-25 | lunch 13:00-14:00>15:00, lunch 15:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          # Epiphany on a Wednesday: dinner on the Tuesday before, none on the day
          2027-01-05 | lunch 13:00-14:00>15:00, lunch 15:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2027-01-06 | lunch 13:00-14:00>15:00, lunch 15:00-15:30
          # Easter: Thursday and Friday, the Sunday before Easter Monday, that Monday, and the Tuesday after
          2027-03-24 | lunch 13:00-14:00>15:00, lunch 15:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2027-03-25 | lunch 13:00-14:00>15:00, lunch 15:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2027-03-26 | lunch 13:00-14:00>15:00, lunch 15:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2027-03-28 | lunch 13:00-14:00>15:00, lunch 15:00-16:00, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2027-03-29 | lunch 13:00-14:00>15:00, lunch 15:00-16:00
          2027-03-30 | closed
          # Of the region and the town
          2027-06-08 | lunch 13:00-14:00>15:00, lunch 15:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2027-06-09 | lunch 13:00-14:00>15:00, lunch 15:00-15:30
          2027-06-10 | lunch 13:00-14:00>15:00, lunch 15:00-15:30, dinner 20:00-21:00>22:00, dinner 22:00-23:00
          2027-09-20 | closed
          2027-09-21 | lunch 13:00-14:00>15:00, lunch 15:00-15:30
          """)
  void servesOnADay(LocalDate day, String expected) {
    String served =
        HOURS.sittingsOf(day).stream().map(this::said).collect(Collectors.joining(", "));

    assertEquals(expected == null ? "" : expected, served);
  }

  private String said(Sitting sitting) {
    return sitting.service()
        + " "
        + sitting.first().toLocalTime()
        + "-"
        + sitting.last().toLocalTime()
        + (sitting.until() == null ? "" : ">" + sitting.until().toLocalTime());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-18, lunch, 17:00",
    "2026-11-19, dinner, 00:00",
    "2026-11-20, dinner, 00:30",
    "2026-11-21, dinner, 01:00",
    "2026-11-22, lunch, 17:30"
  })
  void closesLate(LocalDate day, String service, LocalTime closes) {
    assertEquals(
        closes,
        HOURS.servicesOf(day).stream()
            .filter(s -> s.name().equals(service))
            .map(Service::closes)
            .findFirst()
            .orElseThrow());
  }

  @Test
  void hasTheRoomOfTheEarlierSystem() {
    DiningRoom room = HOUSE.room();

    assertEquals(55, seats(room, "inside"));
    assertEquals(8, room.tables().stream().filter(t -> t.zone().equals("terrace")).count());
    assertEquals(
        2, room.tables().stream().filter(t -> t.seats() == 6 && t.extended() == 8).count());
    assertEquals(
        3, room.tables().stream().filter(t -> t.seats() == 8 && t.extended() == 10).count());
    assertEquals(
        1,
        room.tables().stream().filter(t -> t.tell().in(Locale.of("es")).contains("aseos")).count());
    assertEquals(10, HOUSE.rules().largestParty());
  }

  private static int seats(DiningRoom room, String zone) {
    return room.tables().stream()
        .filter(table -> table.zone().equals(zone))
        .mapToInt(DiningTable::seats)
        .sum();
  }
}
