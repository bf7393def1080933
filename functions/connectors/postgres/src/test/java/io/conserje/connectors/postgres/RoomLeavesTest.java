package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.guest.Guest;
import io.conserje.stay.BookStay;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayGuest;
import io.conserje.stay.StayWish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.house.Imported.Kept;
import io.conserje.venue.house.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A room that a new file of the house no longer has. */
class RoomLeavesTest extends FilesOfCasa {

  @Test
  void aRoomInWhichSomebodyWillSleepCannotLeave() {
    assertEquals(new Kept(CASA, true, true), importHouse.put(hotel("101", "102")));
    stay("KMX472", "102", "2026-11-21T14:00:00Z", "2026-11-23T11:00:00Z");
    stay("ABX123", "101", "2026-11-18T14:00:00Z", "2026-11-20T11:00:00Z");

    assertEquals(
        List.of(
            new Problem(
                "/hotel/types",
                "no longer have 102, which is booked: KMX472 on 2026-11-21; move these first, or"
                    + " keep it")),
        refused(hotel("101")));
    assertEquals(new Kept(CASA, false, true), importHouse.put(hotel("102")));
  }

  @Test
  void whoReadTheHouseBeforeARoomLeftSleepsInAnother() {
    importHouse.put(hotel("101", "102"));
    Venue before = venues.byId(CASA).orElseThrow();
    importHouse.put(hotel("102"));

    assertEquals("102", sleep(before, "a").map(stay -> stay.claim().room()).orElseThrow());
    assertEquals(Optional.empty(), sleep(before, "b"));
    assertThrows(
        Sql.DatabaseFailure.class, () -> database.update("UPDATE room_claims SET room = '101'"));
    importHouse.put(hotel("101", "102"));
    assertEquals(
        "101",
        sleep(venues.byId(CASA).orElseThrow(), "c").map(stay -> stay.claim().room()).orElseThrow());
  }

  private Optional<Stay> sleep(Venue house, String key) {
    StayWish wish =
        new StayWish(
            house,
            LocalDate.parse("2026-12-01"),
            LocalDate.parse("2026-12-02"),
            "",
            new io.conserje.stay.Party(2, 0, 0),
            NOW);
    StayGuest who = new StayGuest(new Guest("Ana", "+34600000555"), "", Channel.STAFF, null);
    StayBook book = new PostgresStays(database.sql, database.json, new Random(1));
    return new BookStay(book).book(wish, who, key) instanceof StayAnswer.Done done
        ? Optional.of(done.stay())
        : Optional.empty();
  }

  private static Map<String, Object> hotel(String... rooms) {
    Map<String, Object> house = casa("+34600000901");
    house.remove("rules");
    house.put(
        "hotel",
        Map.of(
            "currency",
            "EUR",
            "check_in",
            "15:00",
            "check_out",
            "12:00",
            "types",
            List.of(Map.of("name", "doble", "rooms", List.of(rooms), "adults", 2)),
            "seasons",
            List.of(
                Map.of("name", "todo", "rates", List.of(Map.of("type", "doble", "night", 9000))))));
    return house;
  }

  private void stay(String reference, String room, String from, String to) {
    database.sql.at(
        CASA,
        () ->
            database.sql.update(
                """
                WITH guest AS (
                  INSERT INTO guests (id, venue, name) VALUES (gen_random_uuid(), 'casa', 'Lucía') RETURNING id),
                stay AS (
                  INSERT INTO stays (id, venue, reference, status, arrival, departure, room_type, adults, children, cots,
                    total, currency, quote, guest, guest_name, guest_phone, notes, channel, made_at)
                  SELECT gen_random_uuid(), 'casa', ?, 'confirmed', ?::timestamptz::date, ?::timestamptz::date, 'doble',
                    2, 0, 0, 9000, 'EUR', '{}', id, 'Lucía', '', '', 'whatsapp', ?::timestamptz FROM guest RETURNING id)
                INSERT INTO room_claims (stay, venue, room, period, room_type, from_night, to_night, movable)
                SELECT id, 'casa', ?, tstzrange(?::timestamptz, ?::timestamptz), 'doble',
                  ?::timestamptz::date, ?::timestamptz::date, true FROM stay
                """,
                reference,
                from,
                to,
                from,
                room,
                from,
                to,
                from,
                to));
  }
}
