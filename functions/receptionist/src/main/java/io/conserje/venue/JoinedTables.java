package io.conserje.venue;

import java.util.List;

/** Tables that may be pushed together for one party, and how many then sit at them. */
public record JoinedTables(List<String> tables, int seats, int fewest) {

  public JoinedTables {
    tables = List.copyOf(tables);
  }
}
