package io.conserje.followups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.views.SchemaView;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.SharedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrateTest {

  private static final String DATABASE = SharedPostgres.bare();

  @Test
  void bringsAnEmptyDatabaseUpToDateAndNamesWhatIsMissing() throws Exception {
    Map<String, Object> first = migrate(Map.of(Variable.ADMIN_API_KEY, "key"));
    Map<String, Object> again = migrate(Map.of());

    Map<String, Object> withVapi = migrate(Map.of(Variable.VAPI_API_KEY, "key"));

    assertTrue(withVapi.get("missing").toString().contains("VAPI_SERVER_SECRET"), "VAPI is used");
    assertEquals(String.valueOf(SchemaView.LATEST), first.get("version"));
    assertEquals(first.get("version"), again.get("version"));
    assertEquals(
        List.of(
            Variable.TWILIO_ACCOUNT_SID, Variable.TWILIO_AUTH_TOKEN, Variable.SESSION_SECRET_KEY),
        first.get("missing"));
    try (var connection = SharedPostgres.server().connect(DATABASE);
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM venues")) {
      assertTrue(rows.next());
    }
  }

  @Test
  void digestsOfBeforeThereWasAKeyAreGivenOneAsSoonAsItIsSet() throws SQLException {
    migrate(Map.of());
    try (Connection connection = SharedPostgres.server().connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO venues (id, house) VALUES ('forgetful', '{}');
          INSERT INTO forgotten_addresses VALUES ('forgetful', repeat('0a', 32), '2026-11-20T11:00:00Z')
          """);
      migrate(Map.of());
      assertEquals("0a".repeat(32), digest(statement));

      migrate(Map.of(Variable.SESSION_SECRET_KEY, "key"));
      String sealed = digest(statement);
      migrate(Map.of(Variable.SESSION_SECRET_KEY, "another"));

      assertTrue(sealed.startsWith("k1:"), sealed);
      assertEquals(sealed, digest(statement), "once");
    }
  }

  private static String digest(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT digest FROM forgotten_addresses")) {
      assertTrue(row.next());
      return row.getString(1);
    }
  }

  private static Map<String, Object> migrate(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put(Variable.AWS_REGION, "eu-west-1");
    environment.put(Variable.POSTGRES_SERVER, "127.0.0.1");
    environment.put(Variable.POSTGRES_PORT, String.valueOf(SharedPostgres.server().port()));
    environment.put(Variable.POSTGRES_DB, DATABASE);
    environment.put(Variable.POSTGRES_USER, EmbeddedPostgresServer.USER);
    environment.put(Variable.POSTGRES_PASSWORD, EmbeddedPostgresServer.PASSWORD);
    return new Migrate(environment, InstantSource.system())
        .handleRequest(Events.read("migrate/deploy.json"), null);
  }
}
