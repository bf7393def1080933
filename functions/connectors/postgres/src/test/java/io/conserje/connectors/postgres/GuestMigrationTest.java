package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.SharedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Who was booked with a number before there were addresses is found by it after the migration. */
class GuestMigrationTest {

  @Test
  void aNumberBecomesAnAddress() throws SQLException {
    String database = SharedPostgres.bare();
    migrate(database, "1");
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO venues VALUES
            ('casa', 'Casa', 'restaurant', 'Europe/Madrid', 'es', '+34600000999', 'Plaza 1', 8, 45, 60);
          INSERT INTO guests VALUES
            ('00000000-0000-0000-0000-000000000001', 'casa', '600 000 101', 'Lucía'),
            ('00000000-0000-0000-0000-000000000002', 'casa', 'none:1', 'Ana');
          """);
      migrate(database, "latest");

      try (ResultSet row =
          statement.executeQuery(
              "SELECT kind, address, name FROM guest_addresses a JOIN guests g ON g.id = a.guest")) {
        assertTrue(row.next());
        assertEquals("phone", row.getString("kind"));
        assertEquals("+34600000101", row.getString("address"));
        assertEquals("Lucía", row.getString("name"));
        assertFalse(row.next());
      }
    }
  }

  private static void migrate(String database, String target) {
    Flyway.configure()
        .dataSource(
            SharedPostgres.server().url(database),
            EmbeddedPostgresServer.USER,
            EmbeddedPostgresServer.PASSWORD)
        .target(target)
        .load()
        .migrate();
  }
}
