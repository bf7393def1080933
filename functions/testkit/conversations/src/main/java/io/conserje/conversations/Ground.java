package io.conserje.conversations;

import io.conserje.connectors.housefile.HouseText;
import io.conserje.connectors.postgres.PostgresHouseFiles;
import io.conserje.connectors.postgres.PostgresNotices;
import io.conserje.connectors.postgres.PostgresPersonRequests;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.postgres.PostgresSettings;
import io.conserje.connectors.postgres.PostgresStays;
import io.conserje.connectors.postgres.PostgresTableBook;
import io.conserje.connectors.postgres.PostgresVenues;
import io.conserje.connectors.postgres.PostgresWaitlist;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.VenueRows;
import io.conserje.stay.StayBook;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.SharedPostgres;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import io.conserje.venue.house.ImportHouse;
import io.conserje.venue.house.Imported;
import io.conserje.waitlist.FrontDesk;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The database with both houses in it, and the player's own way to their books. */
final class Ground implements AutoCloseable {

  static final List<String> HOUSES = List.of("restaurante", "hotel");

  private final EmbeddedPostgresServer server = SharedPostgres.server();
  private final String database = SharedPostgres.migrated();
  private final PostgresPool pool;
  private final ApplicationContext context;
  private final Venues venues;
  private final List<String> emptied;
  private final Map<String, Map<String, Object>> documents = new HashMap<>();
  final Sql sql;
  final io.conserje.connectors.postgres.Json json;
  final FrontDesk desk;
  final StayBook stays;

  Ground(InstantSource clock) {
    PostgresSettings settings =
        new PostgresSettings(
            server.url(database), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.PASSWORD);
    pool = new PostgresPool(() -> settings, 2);
    context =
        ApplicationContext.builder()
            .classLoader(new WithoutFunctions())
            .properties(PostgresPool.PROPERTIES)
            .build();
    context.registerSingleton(DataSource.class, pool.dataSource(), Qualifiers.byName("default"));
    context.start();
    sql = sql(context);
    json = new io.conserje.connectors.postgres.Json(context.getBean(ObjectMapper.class));
    ImportHouse houses = new ImportHouse(new PostgresHouseFiles(sql, json), clock);
    HOUSES.forEach(house -> importHouse(house, houses));
    emptied = emptyTables();
    venues = new PostgresVenues(context.getBean(VenueRows.class), json);
    desk =
        FrontDesk.of(
            new PostgresTableBook(sql, new SecureRandom()),
            new PostgresWaitlist(sql),
            new PostgresNotices(sql),
            new PostgresPersonRequests(sql),
            venues);
    stays = new PostgresStays(sql, json, new SecureRandom());
  }

  @SuppressWarnings("unchecked")
  private static Sql sql(ApplicationContext context) {
    return new Sql(context.getBean(Argument.of(TransactionOperations.class, Connection.class)));
  }

  private void importHouse(String house, ImportHouse houses) {
    Map<String, Object> document = file(house);
    documents.put(house, document);
    if (houses.put(document) instanceof Imported.Refused refused) {
      throw new IllegalStateException(house + ": " + refused);
    }
  }

  private static Map<String, Object> file(String house) {
    try (InputStream in = Ground.class.getResourceAsStream("/houses/" + house + ".yaml")) {
      return HouseText.read(in.readAllBytes()).document();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What nothing stands in once the houses are there: what guests and staff fill. */
  private List<String> emptyTables() {
    return strings(
            "SELECT quote_ident(tablename) AS text FROM pg_tables WHERE schemaname = 'public'"
                + " AND tablename <> 'flyway_schema_history' ORDER BY tablename")
        .stream()
        .filter(table -> strings("SELECT 'x' AS text FROM " + table + " LIMIT 1").isEmpty())
        .toList();
  }

  /**
   * As it was when the houses had just been handed in. For a few rows in many tables a DELETE takes
   * a fortieth of a TRUNCATE; as a replica it asks no foreign key in which order.
   */
  void clear() {
    sql.everywhere(() ->
        sql.update(
            "SET LOCAL session_replication_role = replica; DELETE FROM "
                + String.join("; DELETE FROM ", emptied)));
  }

  List<String> strings(String query, Object... arguments) {
    return sql.everywhere(() -> sql.list(query, row -> row.text("text"), arguments));
  }

  Venue venue(String house) {
    return venues.byId(new VenueId(house)).orElseThrow();
  }

  /** The house's file. */
  Map<String, Object> document(String house) {
    return documents.get(house);
  }

  int port() {
    return server.port();
  }

  String database() {
    return database;
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}
