package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.testkit.embedded.EmbeddedPostgresServer;
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
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(false).create("old")) {
      migrate(server, "1");
      try (Connection connection = server.connect("old");
          Statement statement = connection.createStatement()) {
        statement.execute(
            """
            INSERT INTO venues VALUES
              ('casa', 'Casa', 'restaurant', 'Europe/Madrid', 'es', '+34600000999', 'Plaza 1', 8, 45, 60);
            INSERT INTO guests VALUES
              ('00000000-0000-0000-0000-000000000001', 'casa', '600 000 101', 'Lucía'),
              ('00000000-0000-0000-0000-000000000002', 'casa', 'none:1', 'Ana');
            """);
        migrate(server, "latest");

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
  }

  private static void migrate(EmbeddedPostgresServer server, String target) {
    Flyway.configure()
        .dataSource(server.url("old"), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.PASSWORD)
        .target(target)
        .load()
        .migrate();
  }
}
