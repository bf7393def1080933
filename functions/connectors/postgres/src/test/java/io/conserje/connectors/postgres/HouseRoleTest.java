package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The role is made by the migration, on a server where it is not there yet. */
class HouseRoleTest {

  private static final int DATABASES = 6;

  private static EmbeddedPostgresServer server;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(false);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** As in production, where the login owns its database, may make roles, and is no superuser. */
  @Test
  void databasesOfOneServerAreMigratedAtOnceByALoginThatMayMakeRoles() throws Exception {
    run("postgres", "CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owner'");
    List<String> databases = IntStream.range(0, DATABASES).mapToObj(i -> "d" + i).toList();
    for (String database : databases) {
      server.create(database);
      run("postgres", "ALTER DATABASE " + database + " OWNER TO owner");
      run(database, "ALTER SCHEMA public OWNER TO owner");
    }

    migrateAtOnce(databases);

    for (String database : databases) {
      assertEquals(0, venuesSeenAs(database, "conserje_house"));
      assertEquals(1, venuesSeenAs(database, "none"));
    }
  }

  private static void migrateAtOnce(List<String> databases) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(DATABASES)) {
      List<Future<?>> all = new ArrayList<>();
      for (String database : databases) {
        all.add(
            threads.submit(() ->
                Flyway.configure()
                    .dataSource(server.url(database), "owner", "owner")
                    .load()
                    .migrate()));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    for (String database : databases) {
      run(database, "INSERT INTO venues (id, house) VALUES ('house', '{}')");
    }
  }

  private static int venuesSeenAs(String database, String role) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.url(database), "owner", "owner");
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE " + role);
      try (ResultSet count = statement.executeQuery("SELECT count(*) FROM venues")) {
        count.next();
        return count.getInt(1);
      }
    }
  }

  private static void run(String database, String statement) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statements = connection.createStatement()) {
      statements.execute(statement);
    }
  }
}
