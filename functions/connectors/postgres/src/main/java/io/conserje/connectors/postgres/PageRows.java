package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.connectors.postgres.Sql.RowReader;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reads a stretch of the book, however long it is, in three queries and one round trip. */
final class PageRows {

  /** No claim of a reservation is longer: 3 hours early, 12 at most, and 12 to lay it again. */
  private static final String LONGEST_CLAIM = "interval '27 hours'";

  private static final String PAGE =
      """
      SELECT array_agg(table_name) AS names, array_agg(date_part('epoch', begins)::bigint) AS firsts,
        array_agg(date_part('epoch', ends)::bigint) AS seconds
      FROM (
        SELECT table_name, begins, ends FROM table_claims
        WHERE venue = ? AND reservation IS DISTINCT FROM ? AND block IS NULL
          AND begins > ? - LONGEST AND begins < ? AND ends > ?
        UNION ALL
        SELECT table_name, begins, ends FROM table_claims
        WHERE venue = ? AND block IS NOT NULL AND begins < ? AND ends > ?) AS kept;
      SELECT what, date_part('epoch', quarter)::bigint AS quarter, used
      FROM house_counts WHERE venue = ? AND quarter >= ? AND quarter < ?;
      SELECT r.id, r.party_size, r.high_chairs, r.pets, r.wheelchair, r.zone,
        c.table_name, c.begins, c.ends
      FROM reservations r JOIN table_claims c ON c.reservation = r.id AND c.venue = r.venue
      WHERE r.venue = ? AND r.expires_at IS NOT NULL AND NOT r.table_told
        AND r.starts_at > ? - LONGEST AND r.starts_at < ?
        AND r.id IS DISTINCT FROM ? AND c.begins < ? AND c.ends > ?
      """
          .replace("LONGEST", LONGEST_CLAIM);

  private final Sql sql;

  PageRows(Sql sql) {
    this.sql = sql;
  }

  Page page(VenueId venue, Period stretch, Reservation except) {
    Reading page = new Reading();
    sql.each(PAGE, page.readers(), arguments(venue, stretch, except).toArray());
    return page.page(except);
  }

  /** Together with another query, which comes first. */
  Page page(VenueId venue, Period stretch, String query, RowReader<?> reader, Object... arguments) {
    Reading page = new Reading();
    List<RowReader<?>> readers = new ArrayList<>();
    readers.add(reader);
    readers.addAll(page.readers());
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(arguments(venue, stretch, null));
    sql.each(query + ";" + PAGE, readers, all.toArray());
    return page.page(null);
  }

  private static List<Object> arguments(VenueId venue, Period stretch, Reservation except) {
    String house = venue.value();
    UUID id = except == null ? null : except.id();
    Instant from = stretch.from();
    Instant to = stretch.to();
    return Arrays.asList(
        house, id, from, to, from, house, to, from, house, from, to, house, from, to, id, to, from);
  }

  /** What has been read of a page. */
  private record Reading(
      Map<String, Kept> kept, Map<Kind, Map<Long, Integer>> counted, Map<UUID, Movable> movable) {

    Reading() {
      this(new HashMap<>(), new EnumMap<>(Kind.class), new LinkedHashMap<>());
    }

    List<RowReader<?>> readers() {
      return List.of(
          row -> PageRows.kept(row, kept),
          row -> PageRows.counted(row, counted),
          row -> movable.merge(row.id("id"), PageRows.movable(row), Reading::together));
    }

    Page page(Reservation except) {
      if (except != null) {
        Count.of(except.party(), except.period()).forEach(count -> readOver(count, counted));
      }
      return new Page(kept, counted, List.copyOf(movable.values()));
    }

    /** A party at more than one table has a row for each. */
    private static Movable together(Movable one, Movable other) {
      List<String> tables = new ArrayList<>(one.tables());
      tables.addAll(other.tables());
      return new Movable(one.reservation(), tables, one.party(), one.zone(), one.claim());
    }
  }

  private static boolean kept(Row row, Map<String, Kept> kept) throws SQLException {
    if (row.result().getArray("names") != null) {
      String[] names = (String[]) row.result().getArray("names").getArray();
      Long[] firsts = (Long[]) row.result().getArray("firsts").getArray();
      Long[] seconds = (Long[]) row.result().getArray("seconds").getArray();
      Map<String, Kept.Builder> tables = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        tables.computeIfAbsent(names[i], _ -> new Kept.Builder()).add(firsts[i], seconds[i]);
      }
      tables.forEach((name, builder) -> kept.put(name, builder.build()));
    }
    return true;
  }

  private static boolean counted(Row row, Map<Kind, Map<Long, Integer>> counted)
      throws SQLException {
    counted
        .computeIfAbsent(
            Kind.valueOf(row.text("what").toUpperCase(Locale.ROOT)), _ -> new HashMap<>())
        .put(row.big("quarter"), row.number("used"));
    return true;
  }

  private static void readOver(Count count, Map<Kind, Map<Long, Integer>> counted) {
    Map<Long, Integer> quarters = counted.get(count.kind());
    if (quarters != null) {
      quarters.computeIfPresent(
          count.quarter().getEpochSecond(), (_, used) -> used - count.number());
    }
  }

  private static Movable movable(Row row) throws SQLException {
    return new Movable(
        row.id("id"),
        List.of(row.text("table_name")),
        new Party(
            row.number("party_size"),
            row.number("high_chairs"),
            row.result().getBoolean("pets"),
            row.result().getBoolean("wheelchair")),
        row.text("zone"),
        new Period(row.instant("begins"), row.instant("ends")));
  }
}
