package io.conserje.reservation;

import java.util.List;
import java.util.UUID;

/**
 * A reservation whose party may be given another table: nobody has confirmed it or been told which.
 *
 * @param claim from arrival on, how long its tables are kept
 */
public record Movable(
    UUID reservation, List<String> tables, Party party, String zone, Period claim) {

  public Movable {
    tables = List.copyOf(tables);
  }
}
