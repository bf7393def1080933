package io.conserje.testkit.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.flywaydb.core.Flyway;

/**
 * The one server that the tests of a JVM share, gone with it, with a database for each of them.
 * Only the first is migrated; the next are copies of it, or given back by another test and emptied,
 * in a fraction of the time. A test that needs a server to go down, or roles that are not there
 * yet, starts an {@link EmbeddedPostgresServer} of its own.
 */
public final class SharedPostgres {

  private static final EmbeddedPostgresServer SERVER = EmbeddedPostgresServer.start(false);
  private static final Queue<String> GIVEN_BACK = new ArrayDeque<>();

  private static String template;
  private static int number;

  private SharedPostgres() {}

  public static EmbeddedPostgresServer server() {
    return SERVER;
  }

  /** The name of a database without a table. */
  public static synchronized String bare() {
    String database = next();
    SERVER.create(database);
    return database;
  }

  /** The name of a database that has gone through all migrations, without a row. */
  public static synchronized String migrated() {
    if (template == null) {
      String database = bare();
      migrate(SERVER, database);
      template = database;
    }
    String used = GIVEN_BACK.poll();
    if (used != null) {
      empty(used);
      return used;
    }
    String database = next();
    SERVER.copy(template, database);
    return database;
  }

  /**
   * Takes back a database that was {@link #migrated}, for the next test. Not one whose tables or
   * migrations were changed.
   */
  public static synchronized void giveBack(String database) {
    GIVEN_BACK.add(database);
  }

  /** Takes a database through all migrations on the class path. */
  public static void migrate(EmbeddedPostgresServer server, String database) {
    Flyway.configure()
        .dataSource(
            server.url(database), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.PASSWORD)
        .load()
        .migrate();
  }

  /** Whoever is still connected is sent away: it might hold a row. */
  private static void empty(String database) {
    try (Connection connection = SERVER.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      List<String> filled = filled(statement);
      if (!filled.isEmpty()) {
        statement.execute("TRUNCATE " + String.join(", ", filled) + " RESTART IDENTITY CASCADE");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + database + " was not emptied.", e);
    }
  }

  private static List<String> filled(Statement statement) throws SQLException {
    List<String> filled = new ArrayList<>();
    for (String table :
        strings(
            statement,
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
                + " AND tablename <> 'flyway_schema_history'")) {
      if (!strings(statement, "SELECT '' FROM " + table + " LIMIT 1").isEmpty()) {
        filled.add(table);
      }
    }
    return filled;
  }

  private static List<String> strings(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }

  private static String next() {
    return "test" + number++;
  }
}
