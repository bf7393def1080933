package io.conserje.venue;

import java.util.List;
import java.util.Optional;

/** Where the house seats its guests. */
public record DiningRoom(List<Zone> zones, List<DiningTable> tables, List<JoinedTables> joins) {

  public static final DiningRoom NONE = new DiningRoom(List.of(), List.of(), List.of());

  public DiningRoom {
    zones = List.copyOf(zones);
    tables = List.copyOf(tables);
    joins = List.copyOf(joins);
  }

  /** Tables in zones nobody described, none of which can be joined. */
  public static DiningRoom of(List<DiningTable> tables) {
    return new DiningRoom(List.of(), tables, List.of());
  }

  public Optional<DiningTable> table(String name) {
    return tables.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /** A zone nobody described takes no pets. */
  public boolean pets(String zone) {
    return zones.stream().anyMatch(z -> z.name().equals(zone) && z.pets());
  }
}
