package io.conserje.voiceload;

import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.coldstart.SqsClient;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.conserje.testkit.embedded.SharedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What the host of calls talks to besides the vendors, and the houses that are called. */
final class World implements AutoCloseable {

  static final String TWILIO_ACCOUNT = "AC00000000000000000000000000000001";
  static final String TWILIO_TOKEN = "bench-twilio-auth-token";
  static final String SESSION_KEY = "bench-session-key";
  static final String VOICE_URL = "wss://voice.example.com";

  private static final String DATABASE = "conserje";
  private static final String VENDOR_KEY = "bench-vendor-key";
  private static final int HOUSES = 8;

  private static final String HOUSE =
      """
      INSERT INTO venues (id, house)
      SELECT '%1$s', jsonb_build_object(
        'venue', '%1$s', 'name', 'Casa Banco', 'kind', 'restaurant',
        'time_zone', 'Europe/Madrid', 'language', 'es', 'phone', '%2$s',
        'address', 'Calle Mayor 1, Logroño',
        'hours', '{"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]}'::jsonb,
        'zones', '[{"name": "inside"}, {"name": "terrace"}]'::jsonb,
        'tables', jsonb_agg(jsonb_build_object('name', 'T' || n, 'zone', 'inside', 'seats', 4)),
        'rules', '{"largest_party": 8, "notice": "60m", "horizon": "365d"}'::jsonb)
      FROM generate_series(1, 40) AS n;
      INSERT INTO dining_tables SELECT '%1$s', 'T' || n FROM generate_series(1, 40) AS n;
      INSERT INTO channel_addresses VALUES ('voice', '%2$s', '%1$s');
      """;

  private final EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(true);
  private final EmbeddedRedisServer redis = EmbeddedRedisServer.start();
  private final EmbeddedSqs sqs = EmbeddedSqs.start();

  World() {
    try (SqsClient queues = new SqsClient(sqs.endpoint())) {
      Queue.all().forEach(queues::create);
    }
    postgres.create(DATABASE);
    SharedPostgres.migrate(postgres, DATABASE);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < HOUSES; i++) {
        statement.execute(HOUSE.formatted(house(i), address(house(i))));
      }
      statement.execute("ANALYZE");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whom the call of this number is for. */
  static String house(int call) {
    return "casa" + call % HOUSES;
  }

  static String address(String house) {
    return "+3460000090" + house.charAt(house.length() - 1);
  }

  Connection connect() throws SQLException {
    return postgres.connect(DATABASE);
  }

  /** What the host of calls finds in its environment. */
  Map<String, String> environment(String vendors) {
    Map<String, String> all = new HashMap<>();
    all.put(Variable.ENVIRONMENT, "bench");
    all.put(Variable.LOG_LEVEL, "INFO");
    all.put(Variable.AWS_REGION, "eu-west-1");
    all.put("AWS_ACCESS_KEY_ID", "bench");
    all.put("AWS_SECRET_ACCESS_KEY", "bench");
    all.put(Variable.AWS_ENDPOINT_URL_SQS, sqs.endpoint());
    Queue.all()
        .forEach(queue -> all.put(queue.urlVariable(), SqsClient.url(sqs.endpoint(), queue)));
    all.put(Variable.POSTGRES_SERVER, "127.0.0.1");
    all.put(Variable.POSTGRES_PORT, Integer.toString(postgres.port()));
    all.put(Variable.POSTGRES_DB, DATABASE);
    all.put(Variable.POSTGRES_USER, EmbeddedPostgresServer.USER);
    all.put(Variable.POSTGRES_PASSWORD, EmbeddedPostgresServer.PASSWORD);
    all.put(Variable.REDIS_URL, redis.url());
    all.put(Variable.TWILIO_ACCOUNT_SID, TWILIO_ACCOUNT);
    all.put(Variable.TWILIO_AUTH_TOKEN, TWILIO_TOKEN);
    all.put(Variable.SESSION_SECRET_KEY, SESSION_KEY);
    all.put(Variable.PUBLIC_VOICE_URL, VOICE_URL);
    all.put(Variable.DEEPGRAM_API_KEY, VENDOR_KEY);
    all.put(Variable.DEEPGRAM_BASE_URL, vendors);
    all.put(Variable.ELEVENLABS_API_KEY, VENDOR_KEY);
    all.put(Variable.ELEVENLABS_BASE_URL, vendors);
    all.put(Variable.ELEVENLABS_VOICE, "bench");
    return all;
  }

  @Override
  public void close() {
    sqs.close();
    redis.close();
    postgres.close();
  }
}
