package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.reservation.Count;
import io.conserje.reservation.Count.Kind;
import io.conserje.reservation.Movable;
import io.conserje.reservation.Page;
import io.conserje.reservation.Page.Kept;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.Reservation;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reads a stretch of the book: one row per table and one per kind of count, however long it is. */
final class PageRows {

  /** No claim of a reservation is longer: 3 hours early, 12 at most, and 12 to lay it again. */
  private static final String LONGEST_CLAIM = "interval '27 hours'";

  private static final String PAGE =
      """
      SELECT 'table' AS what, table_name AS name,
        array_agg(extract(epoch FROM begins)::bigint ORDER BY begins) AS firsts,
        array_agg(extract(epoch FROM ends)::bigint ORDER BY begins) AS seconds
      FROM (
        SELECT table_name, begins, ends FROM table_claims
        WHERE venue = ? AND reservation IS DISTINCT FROM ? AND block IS NULL
          AND begins > ? - LONGEST AND begins < ? AND ends > ?
        UNION ALL
        SELECT table_name, begins, ends FROM table_claims
        WHERE venue = ? AND block IS NOT NULL AND begins < ? AND ends > ?) AS kept
      GROUP BY table_name
      UNION ALL
      SELECT 'count', what, array_agg(extract(epoch FROM quarter)::bigint), array_agg(used::bigint)
      FROM house_counts WHERE venue = ? AND quarter >= ? AND quarter < ? GROUP BY what
      """
          .replace("LONGEST", LONGEST_CLAIM);

  private static final String MOVABLE =
      """
      SELECT r.id, r.party_size, r.high_chairs, r.pets, r.wheelchair, r.zone,
        min(c.begins) AS begins, max(c.ends) AS ends, array_agg(c.table_name) AS tables
      FROM reservations r JOIN table_claims c ON c.reservation = r.id AND c.venue = r.venue
      WHERE r.venue = ? AND r.expires_at IS NOT NULL AND NOT r.table_told
        AND r.id IS DISTINCT FROM ? AND c.begins < ? AND c.ends > ?
      GROUP BY r.id ORDER BY r.id
      """;

  private final Sql sql;

  PageRows(Sql sql) {
    this.sql = sql;
  }

  Page page(VenueId venue, Period stretch, Reservation except) {
    Map<String, Kept> kept = new HashMap<>();
    Map<Kind, Map<Long, Integer>> counted = new EnumMap<>(Kind.class);
    String house = venue.value();
    sql.list(
        PAGE,
        row -> read(row, kept, counted),
        house,
        id(except),
        stretch.from(),
        stretch.to(),
        stretch.from(),
        house,
        stretch.to(),
        stretch.from(),
        house,
        stretch.from(),
        stretch.to());
    if (except != null) {
      Count.of(except.party(), except.period()).forEach(count -> readOver(count, counted));
    }
    return new Page(kept, counted);
  }

  private static boolean read(
      Row row, Map<String, Kept> kept, Map<Kind, Map<Long, Integer>> counted) throws SQLException {
    long[] firsts = longs(row, "firsts");
    long[] seconds = longs(row, "seconds");
    if (row.text("what").equals("table")) {
      kept.put(row.text("name"), new Kept(firsts, seconds));
    } else {
      Map<Long, Integer> quarters = new HashMap<>();
      for (int i = 0; i < firsts.length; i++) {
        quarters.put(firsts[i], (int) seconds[i]);
      }
      counted.put(Kind.valueOf(row.text("name").toUpperCase(Locale.ROOT)), quarters);
    }
    return true;
  }

  private static void readOver(Count count, Map<Kind, Map<Long, Integer>> counted) {
    Map<Long, Integer> quarters = counted.get(count.kind());
    if (quarters != null) {
      quarters.computeIfPresent(
          count.quarter().getEpochSecond(), (_, used) -> used - count.number());
    }
  }

  private static long[] longs(Row row, String column) throws SQLException {
    Long[] boxed = (Long[]) row.result().getArray(column).getArray();
    long[] values = new long[boxed.length];
    for (int i = 0; i < boxed.length; i++) {
      values[i] = boxed[i];
    }
    return values;
  }

  List<Movable> movable(VenueId venue, Period stretch, Reservation except) {
    return sql.list(
        MOVABLE, PageRows::movable, venue.value(), id(except), stretch.to(), stretch.from());
  }

  private static Movable movable(Row row) throws SQLException {
    return new Movable(
        row.id("id"),
        List.of((String[]) row.result().getArray("tables").getArray()),
        new Party(
            row.number("party_size"),
            row.number("high_chairs"),
            row.result().getBoolean("pets"),
            row.result().getBoolean("wheelchair")),
        row.text("zone"),
        new Period(row.instant("begins"), row.instant("ends")));
  }

  private static UUID id(Reservation reservation) {
    return reservation == null ? null : reservation.id();
  }
}
