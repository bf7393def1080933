package io.conserje.venue.house;

import io.conserje.venue.DiningRoom;
import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseWords;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.Zone;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads where the house seats its guests. */
final class RoomReader {

  private static final int LARGEST_TABLE = 60;
  private static final int LARGEST_JOIN = 200;

  private RoomReader() {}

  static DiningRoom read(Field house) {
    List<Zone> zones = house.at("zones").items().stream().map(RoomReader::zone).toList();
    Set<String> zoneNames = zones.stream().map(Zone::name).collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    List<DiningTable> tables =
        house.at("tables").items().stream().map(t -> table(t, zoneNames, names)).toList();
    List<JoinedTables> joins = house.at("joins").items().stream().map(j -> join(j, names)).toList();
    return new DiningRoom(zones, tables, joins);
  }

  private static Zone zone(Field zone) {
    zone.only("name", "pets");
    return new Zone(zone.at("name").text(), zone.at("pets").yes(false));
  }

  private static DiningTable table(Field table, Set<String> zones, Set<String> names) {
    table.only("name", "zone", "seats", "extended", "fewest", "priority", "wheelchair", "tell");
    String name = table.at("name").text();
    if (!names.add(name)) {
      table.at("name").wrong("is the name of another table too");
    }
    String zone = table.at("zone").text();
    if (!zones.contains(zone)) {
      table.at("zone").wrong("is not among the zones of this file");
    }
    int seats = table.at("seats").number(1, LARGEST_TABLE);
    int extended = table.at("extended").number(1, LARGEST_TABLE, seats);
    if (extended < seats) {
      table.at("extended").wrong("has to be at least its seats, " + seats);
    }
    return new DiningTable(
        name,
        zone,
        seats,
        extended,
        table.at("fewest").number(1, extended, 1),
        table.at("priority").number(0, 100, 0),
        table.at("wheelchair").yes(true),
        words(table.at("tell")));
  }

  /** A text, or one for each language. */
  private static HouseWords words(Field words) {
    if (!words.isMap()) {
      return HouseWords.of(words.text(""));
    }
    Map<String, String> read = new LinkedHashMap<>();
    words.only("es", "en").entries().forEach(w -> read.put(w.key(), w.text()));
    return new HouseWords(read);
  }

  private static JoinedTables join(Field join, Set<String> tables) {
    join.only("tables", "seats", "fewest");
    List<String> joined = join.at("tables").texts();
    if (joined.size() < 2 || new HashSet<>(joined).size() < joined.size()) {
      join.at("tables").wrong("has to name two different tables or more");
    }
    if (!tables.containsAll(joined)) {
      join.at("tables").wrong("has to name tables of this file");
    }
    int seats = join.at("seats").number(2, LARGEST_JOIN);
    return new JoinedTables(joined, seats, join.at("fewest").number(1, seats, 1));
  }
}
