package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the tables about one house, as lines that can be compared. */
record BookRows(List<String> reservations, List<Claim> claims, Map<String, Integer> counts) {

  record Claim(String owner, String table, Instant from, Instant to) {}

  static BookRows of(Sql sql, VenueId venue) {
    return sql.at(
        venue,
        () ->
            new BookRows(
                reservations(sql, venue.value()),
                claims(sql, venue.value()),
                counts(sql, venue.value())));
  }

  private static List<String> reservations(Sql sql, String venue) {
    return sql.list(
        "SELECT * FROM reservations WHERE venue = ? ORDER BY id::text",
        row ->
            line(
                row.id("id"),
                row.text("reference"),
                row.text("status"),
                row.instant("expires_at"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                row.number("party_size"),
                row.number("high_chairs"),
                row.result().getBoolean("pets"),
                row.result().getBoolean("wheelchair"),
                row.text("zone"),
                row.text("guest_phone"),
                row.result().getBoolean("table_told")),
        venue);
  }

  static String line(Object... parts) {
    StringBuilder line = new StringBuilder();
    for (Object part : parts) {
      line.append(part).append(' ');
    }
    return line.toString();
  }

  private static List<Claim> claims(Sql sql, String venue) {
    return sql.list(
        """
        SELECT coalesce(reservation, block)::text AS owner, table_name, lower(period) AS begins, upper(period) AS ends
        FROM table_claims WHERE venue = ? ORDER BY 1, 2, 3
        """,
        row ->
            new Claim(
                row.text("owner"),
                row.text("table_name"),
                row.instant("begins"),
                row.instant("ends")),
        venue);
  }

  private static Map<String, Integer> counts(Sql sql, String venue) {
    Map<String, Integer> counts = new TreeMap<>();
    sql.list(
        "SELECT what, quarter, used FROM house_counts WHERE venue = ? AND used <> 0",
        row -> counts.put(row.text("what") + " " + row.instant("quarter"), row.number("used")),
        venue);
    return counts;
  }

  List<String> tablesOf(Object owner) {
    return claims.stream()
        .filter(c -> c.owner().equals(owner.toString()))
        .map(Claim::table)
        .toList();
  }

  /** What should stand there, by the model. */
  static BookRows of(NaiveBook book) {
    Map<String, Integer> counts = new TreeMap<>();
    book.covers(null).forEach((q, n) -> counts.put("covers " + q, n));
    book.highChairs(null).forEach((q, n) -> counts.put("high_chairs " + q, n));
    List<String> lines =
        book.bookings.stream()
            .sorted((a, b) -> a.id.toString().compareTo(b.id.toString()))
            .map(BookRows::line)
            .toList();
    java.util.ArrayList<Claim> claims = new java.util.ArrayList<>();
    for (NaiveBook.Booking b : book.bookings) {
      if (b.has() != null) {
        new TreeSet<>(b.tables)
            .forEach(t -> claims.add(new Claim(b.id.toString(), t, b.since(), b.has())));
      }
    }
    book.blocks.forEach(b -> claims.add(new Claim(b.id().toString(), b.table(), b.from(), b.to())));
    claims.sort(
        java.util.Comparator.comparing(Claim::owner)
            .thenComparing(Claim::table)
            .thenComparing(Claim::from));
    return new BookRows(lines, claims, counts);
  }

  private static String line(NaiveBook.Booking b) {
    return line(
        b.id,
        b.reference,
        b.state,
        b.until,
        b.from,
        b.to,
        b.party.size(),
        b.party.highChairs(),
        b.party.pets(),
        b.party.wheelchair(),
        b.zone,
        b.phone,
        b.told);
  }
}
