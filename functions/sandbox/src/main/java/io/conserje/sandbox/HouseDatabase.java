package io.conserje.sandbox;

import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's own look into the database: addresses, emptying, and whether work is left. */
final class HouseDatabase implements Venues {

  static final String NAME = "conserje";
  static final String USER = "conserje";
  static final String PASSWORD = "conserje";

  private static final List<String> NONE = List.of("0");
  private static final String OPEN_WORK =
      """
      SELECT (SELECT count(*) FROM messages m JOIN conversations c ON c.id = m.conversation
          WHERE m.state IN ('waiting', 'in_turn') AND c.owner = 'assistant')
           + (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending'))
      """;

  private final EmbeddedPostgresServer server;

  private HouseDatabase(EmbeddedPostgresServer server) {
    this.server = server;
  }

  /**
   * The functions work as a role that owns its database and may make roles, and is no more than
   * that, as in production.
   */
  static HouseDatabase create(EmbeddedPostgresServer server) {
    server.create(NAME);
    HouseDatabase database = new HouseDatabase(server);
    database.execute("CREATE ROLE " + USER + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
    database.execute("ALTER DATABASE " + NAME + " OWNER TO " + USER);
    database.execute("ALTER SCHEMA public OWNER TO " + USER);
    return database;
  }

  /** Every table but Flyway's own. */
  void empty() {
    execute("TRUNCATE " + String.join(", ", tables()) + " RESTART IDENTITY CASCADE");
  }

  /** Whether nothing waits to be answered by us, or sent; what waits for a person may take long. */
  boolean isQuiet() {
    return strings(OPEN_WORK).equals(NONE);
  }

  boolean everyTurnIsClosed() {
    return strings("SELECT count(*) FROM turns WHERE closed_at IS NULL").equals(NONE);
  }

  @Override
  public List<String> ids() {
    return strings("SELECT id FROM venues ORDER BY id");
  }

  @Override
  public void address(String channel, String address, String venue) {
    String sql =
        """
        INSERT INTO channel_addresses (channel, address, venue) VALUES (?, ?, ?)
        ON CONFLICT (channel, address) DO UPDATE SET venue = EXCLUDED.venue
        """;
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, channel);
      statement.setString(2, address);
      statement.setString(3, venue);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private List<String> tables() {
    return strings(
        "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
            + " AND tablename <> 'flyway_schema_history'");
  }

  /** The first column of each row. */
  List<String> strings(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    return server.connect(NAME);
  }
}
