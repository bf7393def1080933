package io.conserje.voice.vapi;

import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.testkit.embedded.SharedPostgres;
import io.conserje.voice.VoiceStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A house with two tables, whose receptionist listens over HTTP where a custom model of VAPI is
 * asked.
 */
final class HouseOverHttp implements AutoCloseable {

  static final String KEY = "test-llm-key-not-real";
  static final Map<String, String> AUTHORIZED = Map.of("Authorization", "Bearer " + KEY);
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final String database = SharedPostgres.migrated();
  private final EmbeddedRedisServer redis = EmbeddedRedisServer.start();
  final Map<String, String> environment =
      new ConcurrentHashMap<>(
          Map.ofEntries(
              Map.entry(Variable.AWS_REGION, "eu-west-1"),
              Map.entry(Variable.POSTGRES_SERVER, "127.0.0.1"),
              Map.entry(Variable.POSTGRES_PORT, String.valueOf(SharedPostgres.server().port())),
              Map.entry(Variable.POSTGRES_DB, database),
              Map.entry(Variable.POSTGRES_USER, EmbeddedPostgresServer.USER),
              Map.entry(Variable.POSTGRES_PASSWORD, EmbeddedPostgresServer.PASSWORD),
              Map.entry(Variable.REDIS_URL, redis.url()),
              Map.entry(Variable.TWILIO_ACCOUNT_SID, "AC00000000000000000000000000000001"),
              Map.entry(Variable.TWILIO_AUTH_TOKEN, "test-twilio-auth-token-not-real"),
              Map.entry(Variable.SESSION_SECRET_KEY, "test-session-key-not-real"),
              Map.entry(Variable.VAPI_LLM_KEY, "old-key, " + KEY),
              Map.entry(Variable.PUBLIC_VOICE_URL, "https://voice.example.com")));
  private final VoiceStream voice;

  HouseOverHttp() {
    execute(
        """
        INSERT INTO venues (id, house) VALUES ('casa', '{"venue": "casa", "name": "Casa", "kind": "restaurant",
          "time_zone": "Europe/Madrid", "language": "es", "phone": "+34600000999", "address": "Plaza 1",
          "hours": {"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]},
          "zones": [{"name": "inside"}], "rules": {"stays": [{"up_to": 12, "usual": "120m"}]},
          "tables": [{"name": "T1", "zone": "inside", "seats": 4}, {"name": "T2", "zone": "inside", "seats": 4}]}');
        INSERT INTO dining_tables (venue, name) VALUES ('casa', 'T1'), ('casa', 'T2');
        INSERT INTO channel_addresses VALUES ('voice', '+34600000900', 'casa')
        """);
    voice = new VoiceStream(environment, () -> NOW, "127.0.0.1", 0);
  }

  String url() {
    return "http://127.0.0.1:" + voice.port() + "/vapi";
  }

  @Override
  public void close() {
    voice.close();
    redis.close();
  }

  HttpResponse<String> post(String body, Map<String, String> headers) {
    try {
      return HTTP.send(request(body, headers), HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest request(String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + "/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request.build();
  }

  String one(String sql) {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
