package io.conserje.reservation;

import io.conserje.venue.DiningTable;
import java.util.Comparator;
import java.util.List;

/** What is free, from one look at the book. */
record FreeTables(List<DiningTable> tables, List<TableClaim> claims) {

  /** Tables for this wish, the one that wastes the fewest seats first. */
  List<DiningTable> forWish(Wish wish) {
    return tables.stream()
        .filter(t -> t.seats() >= wish.partySize())
        .filter(t -> wish.zone().isEmpty() || t.zone().equals(wish.zone()))
        .filter(t -> free(t, wish.period()))
        .sorted(Comparator.comparingInt(DiningTable::seats).thenComparing(DiningTable::name))
        .toList();
  }

  boolean anySeats(int partySize) {
    return tables.stream().anyMatch(t -> t.seats() >= partySize);
  }

  private boolean free(DiningTable table, Period period) {
    return claims.stream()
        .filter(c -> c.table().equals(table.name()))
        .noneMatch(c -> c.period().overlaps(period));
  }
}
