package io.conserje.connectors.postgres;

import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseFile;
import io.conserje.venue.HouseFile.Address;
import io.conserje.venue.VenueId;
import io.conserje.venue.house.HouseFiles;
import io.conserje.venue.house.Imported;
import io.conserje.venue.house.Imported.Kept;
import io.conserje.venue.house.Imported.Refused;
import io.conserje.venue.house.Problem;
import io.micronaut.core.type.Argument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The houses' documents in Postgres, with what bookings and guests hold on to as rows beside. */
public final class PostgresHouseFiles implements HouseFiles {

  private static final String CHANNELS = "channels";

  private final Sql sql;
  private final Json json;
  private final HeldPlaces held;
  private final AddressRows addresses;

  public PostgresHouseFiles(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
    this.held = new HeldPlaces(sql);
    this.addresses = new AddressRows(sql);
  }

  /** Across houses: an address may lead to another one. */
  @Override
  public Imported keep(HouseFile file, Map<String, Object> document, Instant now) {
    return sql.everywhere(() -> {
      oneAtATime();
      List<Problem> taken = addresses.problems(file);
      return alone(file.venue().id(), () -> keep(file, document, taken, now));
    });
  }

  /** While it looks at the bookings nobody books: what it has seen is still so when it writes. */
  private <T> T alone(VenueId venue, Supplier<T> work) {
    return sql.alone(venue, "tables", () -> sql.alone(venue, "stays", work));
  }

  private Imported keep(
      HouseFile file, Map<String, Object> document, List<Problem> taken, Instant now) {
    List<Problem> problems = new ArrayList<>(taken);
    problems.addAll(held.problems(file, now));
    return problems.isEmpty() ? write(file, without(document)) : new Refused(problems);
  }

  @Override
  public <T> T oneAtATime(Supplier<T> work) {
    return sql.everywhere(() -> {
      oneAtATime();
      return work.get();
    });
  }

  /** Houses change rarely, and two may want one address. */
  private void oneAtATime() {
    sql.one("SELECT pg_advisory_xact_lock(hashtext('conserje.houses'))", _ -> true);
  }

  private Imported write(HouseFile file, String house) {
    VenueId venue = file.venue().id();
    Optional<Boolean> same =
        sql.one(
            "SELECT house = ?::jsonb AS same FROM venues WHERE id = ?",
            row -> row.result().getBoolean("same"),
            house,
            venue.value());
    if (same.orElse(false) && addresses.areOf(file)) {
      return new Kept(venue, false, false);
    }
    // The transaction's own number: higher than before, and never used twice
    sql.update(
        """
        INSERT INTO venues (id, house, version) VALUES (?, ?::jsonb, pg_current_xact_id()::text::bigint)
        ON CONFLICT (id) DO UPDATE SET house = EXCLUDED.house, version = EXCLUDED.version
        """,
        venue.value(),
        house);
    tables(file);
    rooms(file);
    addresses.replace(file);
    return new Kept(venue, same.isEmpty(), true);
  }

  /**
   * A table that left the house stays as a row, for its past, but is out of use: also for a booking
   * that began before and still knows it.
   */
  private void tables(HouseFile file) {
    String venue = file.venue().id().value();
    String[] names =
        file.venue().room().tables().stream().map(DiningTable::name).toArray(String[]::new);
    sql.update(
        """
        DELETE FROM table_claims c USING dining_tables d
        WHERE d.venue = ? AND d.name = ANY (?) AND d.gone
          AND c.venue = d.venue AND c.table_name = d.name AND c.block IS NOT NULL
        """,
        venue,
        names);
    sql.update(
        """
        INSERT INTO dining_tables (venue, name) SELECT ?, unnest(?)
        ON CONFLICT (venue, name) DO UPDATE SET gone = false WHERE dining_tables.gone
        """,
        venue,
        names);
    sql.one(
        """
        SELECT tables_have_left(venue, array_agg(name)) FROM dining_tables
        WHERE venue = ? AND name <> ALL (?) AND NOT gone GROUP BY venue
        """,
        _ -> true,
        venue,
        names);
  }

  private void rooms(HouseFile file) {
    String venue = file.venue().id().value();
    String[] names =
        file.venue().lodging().types().stream()
            .flatMap(type -> type.rooms().stream())
            .toArray(String[]::new);
    sql.update(
        """
        INSERT INTO rooms (venue, name) SELECT DISTINCT ?, name FROM unnest(?::text[]) AS name
        ON CONFLICT (venue, name) DO UPDATE SET gone = false WHERE rooms.gone
        """,
        venue,
        names);
    sql.update(
        "UPDATE rooms SET gone = true WHERE venue = ? AND name <> ALL (?) AND NOT gone",
        venue,
        names);
  }

  private String without(Map<String, Object> document) {
    Map<String, Object> house = new LinkedHashMap<>(document);
    house.remove(CHANNELS);
    return json.write(house);
  }

  @Override
  public Optional<Map<String, Object>> document(VenueId venue) {
    return sql.at(
        venue,
        () ->
            sql.one(
                    "SELECT house FROM venues WHERE id = ?",
                    row -> row.text("house"),
                    venue.value())
                .map(house -> with(addresses.of(venue), house)));
  }

  private Map<String, Object> with(List<Address> reached, String house) {
    Map<String, Object> document =
        new LinkedHashMap<>(json.read(house, Argument.mapOf(String.class, Object.class)));
    Map<String, List<String>> channels = new LinkedHashMap<>();
    reached.forEach(
        a -> channels.computeIfAbsent(a.channel().code(), _ -> new ArrayList<>()).add(a.address()));
    if (!channels.isEmpty()) {
      document.put(CHANNELS, channels);
    }
    return document;
  }
}
