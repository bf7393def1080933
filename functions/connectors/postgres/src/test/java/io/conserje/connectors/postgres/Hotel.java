package io.conserje.connectors.postgres;

import io.conserje.guest.Guest;
import io.conserje.stay.By;
import io.conserje.stay.Party;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayGuest;
import io.conserje.stay.StayRequest;
import io.conserje.stay.StayWish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A hotel in a database, and words to talk about it in tests. */
final class Hotel {

  static final String NIGHT = "2026-12-01";

  final Database database;
  final VenueId id;
  final PostgresStays book;
  private final String zone;
  Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private int keys;

  Hotel(Database database, String name, Map<String, Object> rooms) {
    this(database, name, rooms, "Europe/Madrid");
  }

  Hotel(Database database, String name, Map<String, Object> rooms, String zone) {
    this.zone = zone;
    this.database = database;
    this.id = new VenueId(name);
    this.book = new PostgresStays(database.sql, database.json, new Random(name.hashCode()));
    say(rooms);
  }

  /** Writes the house file, or another version of it. */
  void say(Map<String, Object> rooms) {
    Map<String, Object> house = new HashMap<>();
    house.put("venue", id.value());
    house.put("name", "Hotel");
    house.put("kind", "hotel");
    house.put("time_zone", zone);
    house.put("language", "es");
    house.put("phone", "+34600000998");
    house.put("address", "Plaza 2");
    house.put("hotel", rooms);
    database.update(
        """
        INSERT INTO venues (id, house) VALUES (?, ?::jsonb)
        ON CONFLICT (id) DO UPDATE SET house = EXCLUDED.house, version = venues.version + 1
        """,
        id.value(),
        database.json.write(house));
  }

  /** Two doubles and a suite; 100.00 and 250.00 a night. */
  static Map<String, Object> small() {
    return Map.of(
        "currency", "EUR",
        "check_in", "15:00",
        "check_out", "12:00",
        "late_check_out", Map.of("until", "14:00", "per_cent", 50),
        "early_check_in", Map.of("from", "11:00", "per_cent", 50),
        "tax", Map.of("vat", 10, "included", true, "tourist_tax", 110),
        "deposit", Map.of("per_cent", 30),
        "types", List.of(type("doble", 2, "101", "102"), type("suite", 4, "301")),
        "seasons",
            List.of(
                Map.of(
                    "name",
                    "todo el año",
                    "rates",
                    List.of(
                        Map.of("type", "doble", "night", 10_000, "child", 1_500),
                        Map.of("type", "suite", "night", 25_000)))));
  }

  static Map<String, Object> type(String name, int people, String... rooms) {
    return Map.of(
        "name",
        name,
        "rooms",
        List.of(rooms),
        "adults",
        people,
        "children",
        2,
        "cots",
        1,
        "occupants",
        people + 1,
        "words",
        Map.of("en", List.of(name + " room")));
  }

  Venue venue() {
    return new PostgresVenues(database.venueRows, database.json).byId(id).orElseThrow();
  }

  StayWish wish(String arrival, int nights, String type) {
    LocalDate day = LocalDate.parse(arrival);
    return new StayWish(venue(), day, day.plusDays(nights), type, Party.of(2), now);
  }

  String key() {
    return "key-" + keys++;
  }

  static StayGuest guest(String phone) {
    return new StayGuest(new Guest("Lucía", phone), "", Channel.WHATSAPP, null);
  }

  StayRequest desk(Stay stay) {
    return new StayRequest(venue(), stay.reference(), By.STAFF, key(), now);
  }

  static Stay done(StayAnswer answer) {
    if (answer instanceof StayAnswer.Done(Stay stay)) {
      return stay;
    }
    throw new AssertionError("refused: " + answer);
  }

  static StayAnswer.No no(Object answer) {
    if (answer instanceof StayAnswer.No no) {
      return no;
    }
    throw new AssertionError("not refused: " + answer);
  }

  long count(String from) {
    return database.count(from);
  }
}
