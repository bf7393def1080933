package io.conserje.connectors.postgres;

import io.conserje.reservation.Block;
import io.conserje.reservation.Period;
import io.conserje.venue.VenueId;
import java.util.List;
import java.util.UUID;

/** Tables that are out of use for a while. */
final class TableBlocks {

  private final Sql sql;

  TableBlocks(Sql sql) {
    this.sql = sql;
  }

  List<Block> during(VenueId venue, Period stretch) {
    return sql.list(
        """
        SELECT block, table_name, begins, ends, why
        FROM table_claims c WHERE venue = ? AND block IS NOT NULL AND begins < ? AND ends > ?
          AND NOT EXISTS (
            SELECT FROM dining_tables d WHERE d.venue = c.venue AND d.name = c.table_name AND d.gone)
        ORDER BY begins, table_name
        """,
        row ->
            new Block(
                row.id("block"),
                row.text("table_name"),
                new Period(row.instant("begins"), row.instant("ends")),
                row.text("why")),
        venue.value(),
        stretch.to(),
        stretch.from());
  }

  int add(VenueId venue, Block block) {
    return sql.update(
        """
        INSERT INTO table_claims (venue, table_name, period, block, why)
        VALUES (?, ?, tstzrange(?, ?), ?, ?)
        """,
        venue.value(),
        block.table(),
        block.period().from(),
        block.period().to(),
        block.id(),
        block.why());
  }

  boolean remove(VenueId venue, UUID block) {
    return sql.update(
            "DELETE FROM table_claims WHERE venue = ? AND block = ?", venue.value(), block)
        == 1;
  }
}
