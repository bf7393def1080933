package io.conserje.connectors.postgres;

import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A migrated database of its own, with one restaurant of {@code tables} tables for four in it. */
final class Database implements AutoCloseable {

  static final VenueId HOUSE = new VenueId("house");

  private static final EmbeddedPostgresServer SERVER = EmbeddedPostgresServer.start(false);
  private static int number;

  private final PostgresPool pool;
  private final ApplicationContext context;
  final Sql sql;
  final VenueRows venueRows;
  final Json json;

  static synchronized Database with(int tables) {
    return new Database("book" + number++, tables);
  }

  private Database(String name, int tables) {
    SERVER.create(name);
    pool =
        new PostgresPool(
            () ->
                new PostgresSettings(
                    SERVER.url(name), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.PASSWORD),
            16);
    Flyway.configure().dataSource(pool.dataSource()).load().migrate();
    context = ApplicationContext.builder().properties(PostgresPool.PROPERTIES).build();
    context.registerSingleton(DataSource.class, pool.dataSource(), Qualifiers.byName("default"));
    context.start();
    sql = new Sql(context.getBean(Argument.of(TransactionOperations.class, Connection.class)));
    venueRows = context.getBean(VenueRows.class);
    json = new Json(context.getBean(ObjectMapper.class));
    seed(tables);
  }

  private void seed(int tables) {
    sql.update(
        """
        INSERT INTO venues VALUES ('house', 'Casa', 'restaurant', 'Europe/Madrid', 'es', '+34600000999',
          'Plaza 1', 10, 30, 365)
        """);
    sql.update("INSERT INTO stay_lengths VALUES ('house', 12, 120)");
    sql.update("INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000900', 'house')");
    for (int day = 1; day <= 7; day++) {
      sql.update("INSERT INTO services VALUES ('house', ?, 'dinner', '20:00', '23:00')", day);
    }
    for (int table = 1; table <= tables; table++) {
      sql.update("INSERT INTO dining_tables VALUES ('house', ?, 'inside', 4)", "T" + table);
    }
  }

  Venue house() {
    return new PostgresVenues(venueRows).byId(HOUSE).orElseThrow();
  }

  long count(String table) {
    return sql.one("SELECT count(*) AS n FROM " + table, row -> row.big("n")).orElseThrow();
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}
