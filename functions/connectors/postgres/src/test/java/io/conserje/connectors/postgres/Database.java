package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.RowReader;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.SharedPostgres;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A migrated database of its own, with one restaurant of {@code tables} tables for four in it. */
final class Database implements AutoCloseable {

  static final VenueId HOUSE = new VenueId("house");

  private final String name;
  private final PostgresPool pool;
  private final ApplicationContext context;
  final TransactionOperations<Connection> transactions;
  final Sql sql;
  final VenueRows venueRows;
  final Json json;
  final KeyedDigest digests = new KeyedDigest(() -> "test-session-key-not-real");

  static Database with(int tables) {
    return with(tables, 16);
  }

  static Database with(int tables, int connections) {
    return new Database(tables, connections, SharedPostgres.migrated());
  }

  /** One whose tables are walked through only where no index leads to what is asked for. */
  static Database byIndex(int tables) {
    String name = SharedPostgres.migrated();
    TableScans.avoid(name);
    return new Database(tables, 16, name);
  }

  private Database(int tables, int connections, String name) {
    this.name = name;
    PostgresSettings settings =
        new PostgresSettings(
            SharedPostgres.server().url(name),
            EmbeddedPostgresServer.USER,
            EmbeddedPostgresServer.PASSWORD);
    pool = new PostgresPool(() -> settings, connections);
    context = ApplicationContext.builder().properties(PostgresPool.PROPERTIES).build();
    context.registerSingleton(DataSource.class, pool.dataSource(), Qualifiers.byName("default"));
    context.start();
    transactions = context.getBean(Argument.of(TransactionOperations.class, Connection.class));
    sql = new Sql(transactions);
    venueRows = context.getBean(VenueRows.class);
    json = new Json(context.getBean(ObjectMapper.class));
    seed(tables);
  }

  private void seed(int tables) {
    List<Map<String, Object>> all =
        IntStream.rangeClosed(1, tables)
            .<Map<String, Object>>mapToObj(
                t -> Map.of("name", "T" + t, "zone", "inside", "seats", 4))
            .toList();
    house(
        Map.of(
            "hours",
            Map.of(
                "services",
                List.of(Map.of("service", "dinner", "first", "20:00", "last", "23:00"))),
            "zones",
            List.of(Map.of("name", "inside")),
            "tables",
            all,
            "rules",
            Map.of("stays", List.of(Map.of("up_to", 12, "usual", "120m")))));
    update("INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000900', 'house')");
  }

  /** Writes the house with these parts of its document. */
  private void house(Map<String, Object> parts) {
    Map<String, Object> house = new HashMap<>(parts);
    house.putAll(
        Map.of(
            "venue", "house",
            "name", "Casa",
            "kind", "restaurant",
            "time_zone", "Europe/Madrid",
            "language", "es",
            "phone", "+34600000999",
            "address", "Plaza 1"));
    String document = json.write(house);
    update("INSERT INTO venues (id, house) VALUES ('house', ?::jsonb)", document);
    update(
        """
        INSERT INTO dining_tables (venue, name)
        SELECT 'house', t ->> 'name' FROM jsonb_array_elements(?::jsonb -> 'tables') AS t
        """,
        document);
  }

  Venue house() {
    return house(HOUSE);
  }

  Venue house(VenueId id) {
    return new PostgresVenues(venueRows, json).byId(id).orElseThrow();
  }

  /** A second house, the like of the first; returns it. */
  VenueId secondHouse() {
    update(
        """
        INSERT INTO venues (id, house)
        SELECT 'other', house || '{"venue": "other", "name": "Otra"}' FROM venues WHERE id = 'house'
        """);
    update("INSERT INTO dining_tables (venue, name) SELECT 'other', name FROM dining_tables");
    update("INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000910', 'other')");
    return new VenueId("other");
  }

  /** Looked at and changed across houses, as no part of the program would. */
  int update(String statement, Object... arguments) {
    return sql.everywhere(() -> sql.update(statement, arguments));
  }

  <T> List<T> list(String query, RowReader<T> reader, Object... arguments) {
    return sql.everywhere(() -> sql.list(query, reader, arguments));
  }

  <T> Optional<T> one(String query, RowReader<T> reader, Object... arguments) {
    return sql.everywhere(() -> sql.one(query, reader, arguments));
  }

  /** Closes it, and tells the tables somebody walked through. */
  List<String> closedAfterScansOf(String... tables) {
    context.close();
    pool.close();
    List<String> walked = TableScans.of(name, tables);
    SharedPostgres.giveBack(name);
    return walked;
  }

  long count(String table) {
    return one("SELECT count(*) AS n FROM " + table, row -> row.big("n")).orElseThrow();
  }

  @Override
  public void close() {
    context.close();
    pool.close();
    SharedPostgres.giveBack(name);
  }
}
