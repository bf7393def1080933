package io.conserje.venue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Lodging;
import io.conserje.venue.NightsAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class LodgingReaderTest {

  private static final Path FIXTURE = Path.of("../sandbox/src/main/resources/houses/hotel.yaml");

  private static final String SMALL =
      """
      currency: EUR
      check_in: "15:00"
      check_out: "12:00"
      types:
        - {name: doble, rooms: ["1", "2"], adults: 2}
      seasons:
        - {name: siempre, rates: [{type: doble, night: 9500}]}
      """;

  @Test
  void theFixtureHasFiftyRoomsInFiveTypes() throws IOException {
    Lodging hotel = fixture();

    assertEquals(
        List.of("individual", "doble", "doble superior", "familiar", "suite"),
        hotel.types().stream().map(t -> t.name()).toList());
    assertEquals(50, hotel.types().stream().mapToInt(t -> t.rooms().size()).sum());
    assertEquals("doble", hotel.type("Matrimonio").orElseThrow().name());
    assertEquals("familiar", hotel.type("PARA NINOS").orElseThrow().name());
    assertEquals("doble superior", hotel.type("superior double").orElseThrow().name());
    assertTrue(hotel.type("choza").isEmpty());
  }

  @Test
  void theFirstSeasonThatHasANightDecides() throws IOException {
    Lodging hotel = fixture();

    assertEquals("Navidad", season(hotel, "2026-12-31"));
    assertEquals("Navidad", season(hotel, "2027-01-06"));
    assertEquals("baja", season(hotel, "2027-01-07"));
    assertEquals("alta", season(hotel, "2027-09-17"));
    assertEquals("San Mateo", season(hotel, "2027-09-18"));
    assertEquals(new NightsAllowed(3, 9), hotel.nights(LocalDate.parse("2027-09-20")));
    assertEquals(new NightsAllowed(1, 30), hotel.nights(LocalDate.parse("2027-02-01")));
    assertEquals(
        9_500,
        hotel.rate("doble", LocalDate.parse("2027-02-01")).orElseThrow().on(DayOfWeek.MONDAY));
    assertEquals(
        11_000,
        hotel.rate("doble", LocalDate.parse("2027-02-01")).orElseThrow().on(DayOfWeek.FRIDAY));
  }

  @Test
  void someDaysAreClosedToArrival() throws IOException {
    Lodging hotel = fixture();

    assertTrue(hotel.closedToArrival(LocalDate.parse("2026-12-25"), "doble"));
    assertFalse(hotel.closedToArrival(LocalDate.parse("2026-12-26"), "doble"));
    assertTrue(hotel.closedToArrival(LocalDate.parse("2027-08-01"), "suite"));
    assertFalse(hotel.closedToArrival(LocalDate.parse("2027-08-01"), "doble"));
    assertFalse(hotel.closedToArrival(LocalDate.parse("2027-08-02"), "suite"));
  }

  @Test
  void whatAHouseLeavesOutIsUsual() {
    Lodging hotel = read(SMALL);

    assertEquals(Duration.ofHours(2), hotel.rules().notice());
    assertEquals(Duration.ofDays(365), hotel.rules().horizon());
    assertEquals(Duration.ofHours(3), hotel.rules().cleaning());
    assertEquals(Duration.ofMinutes(20), hotel.rules().hold());
    assertEquals(Duration.ofMinutes(10), hotel.rules().extension());
    assertEquals(2, hotel.rules().extensions());
    assertEquals(Duration.ofHours(24), hotel.terms().cancellation().freeUntil());
    assertEquals(50, hotel.terms().cancellation().perCent());
    assertEquals(2, hotel.types().getFirst().allotment());
    assertEquals(LocalTime.NOON, hotel.terms().lateCheckOut().limit(), "it offers none");
  }

  @Test
  void whatCannotBeObeyedIsToldWithItsPlace() {
    assertEquals(
        List.of(
            "/hotel/tarifas is not known here; known are",
            "/hotel/check_out has to be before check_in",
            "/hotel/types/0/rooms/1 is the number of another room too",
            "/hotel/types/0/adults has to be a whole number from 1 to 20",
            "/hotel/types/0/allotment has to be a whole number from 0 to 2",
            "/hotel/seasons/0/dates/0/to has to be month and day",
            "/hotel/seasons/0/rates/0/type is not among the types",
            "/hotel/seasons/0/rates/0/night has to be a whole number from 0 to 100000000",
            "/hotel/seasons/0/rates/0/weekdays/lunes is no weekday",
            "/hotel/seasons has no price for the type doble",
            "/hotel/currency has to be a currency such as EUR",
            "/hotel/tax/vat has to be a whole number from 0 to 100",
            "/hotel/nights/most has to be at least 5",
            "/hotel/deposit has to be per_cent or first_night, not both"),
        problems(
            """
            currency: EURO
            tarifas: 1
            check_in: "12:00"
            check_out: "12:00"
            tax: {vat: -1}
            types:
              - {name: doble, rooms: ["1", "1"], adults: 0, allotment: 3}
            seasons:
              - name: x
                dates: [{from: "01-01", to: "02-31"}]
                rates: [{type: dobles, night: 95.5, weekdays: {lunes: 1}}]
            nights: {least: 5, most: 2}
            deposit: {per_cent: 10, first_night: true}
            """));
  }

  @Test
  void otherHoursHaveToBeOutsideTheUsualOnes() {
    assertEquals(
        List.of(
            "/hotel/cleaning has to end by check_in",
            "/hotel/late_check_out/until has to be after check_out",
            "/hotel/early_check_in/from has to be before check_in"),
        problems(
            SMALL
                + """
                cleaning: 4h
                late_check_out: {until: "11:00"}
                early_check_in: {from: "16:00"}
                """));
  }

  private static List<String> problems(String hotel) {
    InvalidHouse invalid = assertThrows(InvalidHouse.class, () -> read(hotel));
    return invalid.problems().stream().map(p -> p.path() + " " + shortened(p.reason())).toList();
  }

  private static String shortened(String reason) {
    return reason.replaceAll(
        "(known are|before check_in|by check_in|after check_out|whole number|month and day|among the types)(?! from).*",
        "$1");
  }

  private static String season(Lodging hotel, String night) {
    return hotel.season(LocalDate.parse(night)).orElseThrow().name();
  }

  private static Lodging fixture() throws IOException {
    return HouseReader.read(new Yaml().<Map<String, Object>>load(Files.readString(FIXTURE)))
        .venue()
        .lodging();
  }

  private static Lodging read(String hotel) {
    return HouseReader.read(
            Map.of(
                "venue", "hotel",
                "name", "Hotel",
                "kind", "hotel",
                "time_zone", "Europe/Madrid",
                "language", "es",
                "phone", "+34600000998",
                "address", "Plaza 2",
                "hotel", new Yaml().<Object>load(hotel)))
        .venue()
        .lodging();
  }
}
