package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;
import io.conserje.venue.house.ImportHouse;
import io.conserje.venue.house.Imported.Refused;
import io.conserje.venue.house.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A house whose file is handed in again and again. */
abstract class FilesOfCasa {

  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  static final VenueId CASA = new VenueId("casa");

  final Database database = Database.with(1);
  final PostgresHouseFiles houses = new PostgresHouseFiles(database.sql, database.json);
  final ImportHouse importHouse = new ImportHouse(houses, () -> NOW);
  final PostgresVenues venues = new PostgresVenues(database.venueRows, database.json);

  @AfterEach
  void close() {
    database.close();
  }

  List<Problem> refused(Map<String, Object> document) {
    return ((Refused) importHouse.put(document)).problems();
  }

  static Map<String, Object> casa(String whatsapp, String... tables) {
    Map<String, Object> house = new HashMap<>();
    house.put("venue", "casa");
    house.put("name", "Casa");
    house.put("kind", "restaurant");
    house.put("time_zone", "Europe/Madrid");
    house.put("language", "es");
    house.put("phone", "+34600000999");
    house.put("address", "Plaza 1");
    house.put("channels", Map.of("whatsapp", List.of(whatsapp)));
    house.put(
        "hours",
        Map.of(
            "services", List.of(Map.of("service", "dinner", "first", "20:00", "last", "23:00"))));
    house.put("zones", List.of(Map.of("name", "inside")));
    house.put(
        "tables",
        Stream.of(tables).map(t -> Map.of("name", t, "zone", "inside", "seats", 4)).toList());
    house.put("rules", Map.of("largest_party", 4));
    return house;
  }

  long count(String from) {
    return database.count(from);
  }
}
