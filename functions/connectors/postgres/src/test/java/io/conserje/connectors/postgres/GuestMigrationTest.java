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

  /** Of one guest staff were told by number, of one by name; one has been erased since. */
  @Test
  void whatStaffHadBeenToldIsKnownAsTheGuestsAndGoneWhereTheGuestIs() throws SQLException {
    String database = SharedPostgres.bare();
    migrate(database, "23");
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO venues (id, house) VALUES ('casa', '{}');
          INSERT INTO conversations (id, venue, channel, house_address, guest_address, language, started_at, last_at)
          SELECT ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'casa', 'whatsapp', '+34600000900', address,
            'es', '2026-11-20', '2026-11-20'
          FROM (VALUES (1, '+34600000101'), (2, '+34600000102'), (3, 'erased:00000000-0000-0000-0000-000000000003'),
            (9, '+34600000950')) AS c (n, address);
          INSERT INTO person_requests (id, venue, reason, guest_name, guest_phone, notes, conversation, asked_at,
            told_at)
          SELECT ('00000000-0000-0000-0000-0000000000a' || n)::uuid, 'casa', 'wish', name, phone, '',
            ('00000000-0000-0000-0000-00000000000' || n)::uuid, '2026-11-20T11:00:00Z', told
          FROM (VALUES (1, 'Ana', '+34600000101', NULL), (2, 'Luz', '', NULL),
            (3, '', '', '2026-11-20T11:30:00Z'::timestamptz)) AS r (n, name, phone, told);
          INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address, body, state, due_at,
            written_at, changed_at, about)
          SELECT ('00000000-0000-0000-0000-0000000000f' || n)::uuid, 'casa', talk::uuid, 'notice', 'whatsapp',
            '+34600000900', address, body, 'sent', at, at, at, about::jsonb
          FROM (VALUES
            (1, '00000000-0000-0000-0000-000000000009', '+34600000950', 'Ana (+34600000101) es suya.', '{}',
              '2026-11-20T11:05:00Z'::timestamptz),
            (2, '00000000-0000-0000-0000-000000000009', '+34600000950', 'Luz espera.', '{"occasion": "staff"}',
              '2026-11-20T11:05:00Z'),
            (3, '00000000-0000-0000-0000-000000000009', '+34600000950', 'Eva espera.', '{"occasion": "staff"}',
              '2026-11-20T11:30:00Z'),
            (4, '00000000-0000-0000-0000-000000000001', '+34600000101', 'Confirme, Ana (+34600000101)', '{}',
              '2026-11-20T11:05:00Z')) AS o (n, talk, address, body, about, at);
          INSERT INTO messages (conversation, venue, sender, body, at, state, outbox)
          SELECT conversation, venue, 'assistant', body, written_at, 'done', id FROM outbox;
          """);
      migrate(database, "latest");

      try (ResultSet row =
          statement.executeQuery(
              "SELECT string_agg(right(o.id::text, 2) || right(o.request::text, 2) || ':' || o.body"
                  + " || ':' || m.body, ',' ORDER BY o.id) AS all FROM outbox o"
                  + " JOIN messages m ON m.outbox = o.id WHERE o.request IS NOT NULL")) {
        assertTrue(row.next());
        assertEquals(
            "f1a1:Ana (+34600000101) es suya.:Ana (+34600000101) es suya.,"
                + "f2a2:Luz espera.:Luz espera.,f3a3::",
            row.getString("all"));
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
