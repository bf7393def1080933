package io.conserje.venue.house;

import io.conserje.venue.DiningRoom;
import io.conserje.venue.DiningTable;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether zones, tables and joins fit together. */
final class RoomChecks {

  private final DiningRoom room;
  private final List<Problem> problems;

  RoomChecks(DiningRoom room, List<Problem> problems) {
    this.room = room;
    this.problems = problems;
  }

  void run() {
    Set<String> zones = new HashSet<>();
    for (Zone zone : room.zones()) {
      if (!zones.add(zone.name())) {
        wrong("/zones/" + room.zones().lastIndexOf(zone) + "/name", "stands here twice");
      }
    }
    Set<Set<String>> joins = new HashSet<>();
    for (int i = 0; i < room.joins().size(); i++) {
      JoinedTables join = room.joins().get(i);
      join(join, "/joins/" + i);
      if (!joins.add(Set.copyOf(join.tables()))) {
        wrong("/joins/" + i + "/tables", "are joined above already");
      }
    }
  }

  private void join(JoinedTables join, String path) {
    List<DiningTable> tables =
        join.tables().stream().flatMap(name -> room.table(name).stream()).toList();
    int most = tables.stream().mapToInt(DiningTable::extended).sum();
    if (join.seats() > most) {
      wrong(path + "/seats", "has to be at most " + most + ", what its tables seat together");
    }
    if (tables.stream().map(DiningTable::zone).distinct().count() > 1) {
      wrong(path + "/tables", "have to stand in one zone");
    }
  }

  private void wrong(String path, String reason) {
    problems.add(new Problem(path, reason));
  }
}
