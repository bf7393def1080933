package io.conserje.bookload;

import io.conserje.connectors.postgres.Sql;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** After the evening: what stands in the rows, beside what the clients were told. */
final class Audit {

  private final Sql sql;

  Audit(Sql sql) {
    this.sql = sql;
  }

  /** Pairs of claims on one table that overlap, and counts above their limit. */
  long doubleBookings() {
    return number(
            """
            SELECT count(*) AS n FROM (
              SELECT begins < max(ends) OVER (PARTITION BY venue, table_name ORDER BY begins, ends
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS doubled
              FROM table_claims) AS claims
            WHERE doubled
            """)
        + number("SELECT count(*) AS n FROM house_counts WHERE used > most");
  }

  private long number(String query) {
    return sql.everywhere(() -> sql.one(query, row -> row.big("n")).orElseThrow());
  }

  /** Answers that are not in the book: a move without its row, a booking other than was said. */
  long lost(List<Client> clients) {
    Set<String> keys = new HashSet<>();
    sql.everywhere(() ->
        sql.list(
            "SELECT substring(key FROM 'load-.*') AS key FROM reservation_moves WHERE key LIKE '%load-%'",
            row -> keys.add(row.text("key"))));
    Map<String, String> rows = new HashMap<>();
    sql.everywhere(() ->
        sql.list(
            """
            SELECT r.venue, r.reference, r.status, r.starts_at, r.party_size,
              (SELECT count(*) FROM table_claims c WHERE c.reservation = r.id) > 0 AS kept
            FROM reservations r WHERE r.starts_at::date = date '2026-11-21'
            """,
            row ->
                rows.put(
                    row.text("venue") + row.text("reference"),
                    row.text("status")
                        + row.instant("starts_at")
                        + row.number("party_size")
                        + row.result().getBoolean("kept"))));
    long lost =
        clients.stream().flatMap(c -> c.keys.stream()).filter(k -> !keys.contains(k)).count();
    return lost
        + clients.stream()
            .flatMap(c -> c.told.stream())
            .map(t -> t.reservation)
            .filter(r -> !said(r).equals(rows.get(r.venue().value() + r.reference())))
            .count();
  }

  private static String said(Reservation r) {
    return r.standing().code()
        + r.period().from()
        + r.party().size()
        + (r.standing() instanceof Standing.KeepsTable);
  }
}
