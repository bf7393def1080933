package io.conserje.connectors.postgres;

import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseFile;
import io.conserje.venue.house.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What bookings hold on to. A table that left the house stays as a row, for its past. */
final class TableRows {

  private static final int MOST_NAMED = 5;

  private final Sql sql;

  TableRows(Sql sql) {
    this.sql = sql;
  }

  private record Held(String table, String booking) {}

  /** Tables that the file leaves out although somebody will sit there. */
  List<Problem> problems(HouseFile file, Instant now) {
    Map<String, List<String>> bookings = new LinkedHashMap<>();
    held(file, now)
        .forEach(held ->
            bookings.merge(held.table, List.of(held.booking), TableRows::both));
    return bookings.entrySet().stream()
        .map(left -> new Problem("/tables", reason(left.getKey(), left.getValue())))
        .toList();
  }

  private List<Held> held(HouseFile file, Instant now) {
    ZoneId zone = file.venue().zone();
    return sql.list(
        """
        SELECT c.table_name, r.reference, lower(c.period) AS from_then
        FROM table_claims c JOIN reservations r ON r.id = c.reservation
        WHERE c.venue = ? AND upper(c.period) > ? AND c.table_name <> ALL (?)
        ORDER BY lower(c.period), r.reference
        """,
        row ->
            new Held(
                row.text("table_name"),
                row.text("reference") + " on " + LocalDate.ofInstant(row.instant("from_then"), zone)),
        file.venue().id().value(),
        now,
        names(file));
  }

  private static String[] names(HouseFile file) {
    return file.venue().room().tables().stream().map(DiningTable::name).toArray(String[]::new);
  }

  private static List<String> both(List<String> some, List<String> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private static String reason(String table, List<String> bookings) {
    int more = bookings.size() - MOST_NAMED;
    return "no longer have "
        + table
        + ", where guests will sit: "
        + String.join(", ", bookings.subList(0, Math.min(MOST_NAMED, bookings.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + "; move these first, or keep the table";
  }

  void add(HouseFile file) {
    sql.update(
        "INSERT INTO dining_tables (venue, name) SELECT ?, unnest(?) ON CONFLICT DO NOTHING",
        file.venue().id().value(),
        names(file));
  }
}
