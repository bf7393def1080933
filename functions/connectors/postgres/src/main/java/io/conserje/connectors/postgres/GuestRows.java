package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Address;
import io.conserje.guest.GuestRecord;
import io.conserje.guest.GuestRecord.Note;
import io.conserje.guest.GuestRecord.OptOut;
import io.conserje.guest.GuestRecord.Preference;
import io.conserje.guest.GuestTiers;
import io.conserje.guest.Tier;
import io.conserje.guest.Visits;
import io.conserje.venue.VenueId;
import io.micronaut.core.type.Argument;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Guests as they are read: the row with all that hangs on it, in one query. */
final class GuestRows {

  private static final Argument<List<Map<String, String>>> ROWS =
      Argument.listOf(Argument.mapOf(String.class, String.class));

  /** What was booked, table or room, and whether the guest came; a stay's days are told in UTC. */
  private static final String BOOKINGS =
      """
      SELECT r.*, r.status = 'no_show' AS missed,
        r.status IN ('seated', 'in_house', 'finished') OR (r.status = 'confirmed' AND r.ends_at <= n.now) AS came,
        r.status = 'in_house' OR (r.status IN ('held', 'pending', 'confirmed', 'seated') AND r.ends_at > n.now) AS ahead
      FROM (
        SELECT venue, guest, reference, status, starts_at, ends_at FROM reservations
        UNION ALL
        SELECT venue, guest, reference, status, (arrival + time '12:00') AT TIME ZONE 'UTC',
          (departure + time '12:00') AT TIME ZONE 'UTC' FROM stays) r
      """;

  private static final String RECORD =
      """
      SELECT g.*, b.*,
        (SELECT coalesce(jsonb_agg(a ORDER BY a.since NULLS FIRST, a.kind, a.address), '[]')
          FROM guest_addresses a WHERE a.venue = g.venue AND a.guest = g.id) AS addresses,
        (SELECT coalesce(jsonb_agg(p ORDER BY p.name), '[]')
          FROM (SELECT DISTINCT ON (name) * FROM guest_preferences p
            WHERE p.venue = g.venue AND p.guest = g.id ORDER BY name, at DESC, number DESC) p
          WHERE p.value <> '') AS preferences,
        (SELECT coalesce(jsonb_agg(o ORDER BY o.at, o.number), '[]')
          FROM guest_notes o WHERE o.venue = g.venue AND o.guest = g.id) AS notes,
        (SELECT coalesce(jsonb_agg(w ORDER BY w.since, w.channel), '[]') FROM opt_outs w
          WHERE w.venue = g.venue AND w.address IN (SELECT a.address FROM guest_addresses a
            WHERE a.venue = g.venue AND a.guest = g.id)) AS opt_outs
      FROM (SELECT ?::timestamptz AS now, ?::timestamptz AS late) n
      CROSS JOIN (%s) g
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE came) AS visits, count(*) FILTER (WHERE missed) AS no_shows,
          count(*) FILTER (WHERE came AND starts_at > n.late) AS late_visits,
          count(*) FILTER (WHERE missed AND starts_at > n.late) AS late_no_shows,
          max(starts_at) FILTER (WHERE came) AS last_visit, count(*) FILTER (WHERE ahead) AS ahead
        FROM (%s) r WHERE r.venue = g.venue AND r.guest = g.id) b
      ORDER BY g.place
      """;

  private final Sql sql;
  private final Json json;
  private final GuestTiers tiers;

  GuestRows(Sql sql, Json json, GuestTiers tiers) {
    this.sql = sql;
    this.json = json;
    this.tiers = tiers;
  }

  Optional<GuestRecord> byId(VenueId venue, UUID guest, Instant now) {
    return read(
            """
            SELECT g.*, 0 AS place FROM guests g WHERE g.venue = ? AND g.erased_at IS NULL
              AND g.id = (SELECT coalesce(f.merged_into, f.id) FROM guests f WHERE f.venue = ? AND f.id = ?)
            """,
            now,
            venue.value(),
            venue.value(),
            guest)
        .stream()
        .findFirst();
  }

  Optional<GuestRecord> byAddress(VenueId venue, Address address, Instant now) {
    return read(
            """
            SELECT g.*, 0 AS place FROM guest_addresses a JOIN guests g ON g.venue = a.venue AND g.id = a.guest
            WHERE a.venue = ? AND a.kind = ? AND a.address = ?
            """,
            now,
            venue.value(),
            address.kind().code(),
            address.value())
        .stream()
        .findFirst();
  }

  /** Trigrams use no index under row-level security; a house's guests are few enough to look at. */
  List<GuestRecord> byName(VenueId venue, String name, int most, Instant now) {
    return read(
        """
        SELECT g.*, row_number() OVER (ORDER BY s.alike DESC, g.name, g.id) AS place
        FROM guests g CROSS JOIN LATERAL (SELECT word_similarity(lower(unaccent(?)),
          lower(unaccent(g.name || ' ' || array_to_string(g.also_known_as, ' ')))) AS alike) s
        WHERE g.venue = ? AND g.erased_at IS NULL AND g.merged_into IS NULL AND s.alike >= 0.3
        ORDER BY place LIMIT ?
        """,
        now,
        name,
        venue.value(),
        most);
  }

  /** References of the bookings that are still to come. */
  List<String> ahead(List<UUID> guests, Instant now) {
    return sql.list(
        """
        SELECT r.reference FROM (SELECT ?::timestamptz AS now) n CROSS JOIN LATERAL (%s) r
        WHERE r.guest = ANY(?::uuid[]) AND r.ahead ORDER BY r.starts_at
        """
            .formatted(BOOKINGS),
        row -> row.text("reference"),
        now,
        guests.toArray(UUID[]::new));
  }

  private List<GuestRecord> read(String guests, Instant now, Object... arguments) {
    Object[] all =
        Stream.concat(Stream.of(now, now.minus(tiers.within())), Stream.of(arguments)).toArray();
    return sql.list(RECORD.formatted(guests, BOOKINGS), this::guest, all);
  }

  private GuestRecord guest(Row row) throws SQLException {
    Visits visits =
        new Visits(
            row.number("visits"),
            row.number("no_shows"),
            row.number("late_visits"),
            row.number("late_no_shows"),
            row.instant("last_visit"),
            row.number("ahead"));
    Optional<Tier> said = Optional.ofNullable(row.text("tier")).flatMap(Tier::of);
    return new GuestRecord(
        row.id("id"),
        new VenueId(row.text("venue")),
        row.text("name"),
        List.of((String[]) row.result().getArray("also_known_as").getArray()),
        row.text("language"),
        each(row, "addresses", a -> new Address(Address.Kind.of(a.get("kind")), a.get("address"))),
        each(
            row,
            "preferences",
            p -> new Preference(p.get("name"), p.get("value"), p.get("who"), at(p))),
        each(row, "notes", n -> new Note(n.get("note"), n.get("who"), at(n))),
        visits,
        said.orElseGet(() -> tiers.of(visits)),
        said.isPresent(),
        each(
            row,
            "opt_outs",
            o ->
                new OptOut(
                    o.get("address"),
                    o.get("channel"),
                    o.get("said_by"),
                    OffsetDateTime.parse(o.get("since")).toInstant())));
  }

  private <T> List<T> each(Row row, String column, Function<Map<String, String>, T> reader)
      throws SQLException {
    List<T> values = new ArrayList<>();
    json.read(row.text(column), ROWS).forEach(each -> values.add(reader.apply(each)));
    return values;
  }

  private static Instant at(Map<String, String> row) {
    return OffsetDateTime.parse(row.get("at")).toInstant();
  }
}
