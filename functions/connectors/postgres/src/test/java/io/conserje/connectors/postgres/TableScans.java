package io.conserje.connectors.postgres;

import io.conserje.testkit.embedded.SharedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tables of a database were read from end to end. Small ones always are, index or not; here
 * that is what Postgres does last, so that what is still read so has no index that leads to it.
 */
final class TableScans {

  private TableScans() {}

  /** For all who connect to it from now on; counted from now on. */
  static void avoid(String database) {
    ask(
        database,
        "ALTER DATABASE " + database + " SET enable_seqscan = off; SELECT pg_stat_reset()",
        false);
  }

  /** As it was for the next test; whoever was connected has to be gone: they tell when they go. */
  static List<String> of(String database, String... tables) {
    for (int i = 0; i < 600 && others(database); i++) {
      pause();
    }
    List<String> walked =
        ask(
            database,
            "SELECT relname FROM pg_stat_user_tables WHERE seq_scan > 0 AND relname IN ('"
                + String.join("', '", tables)
                + "') ORDER BY relname",
            true);
    ask(database, "ALTER DATABASE " + database + " RESET enable_seqscan", false);
    return walked;
  }

  private static boolean others(String database) {
    return !ask(
            database,
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
            true)
        .isEmpty();
  }

  private static List<String> ask(String database, String sql, boolean rows) {
    List<String> found = new ArrayList<>();
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      if (rows) {
        ResultSet result = statement.getResultSet();
        while (result.next()) {
          found.add(result.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed.", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
