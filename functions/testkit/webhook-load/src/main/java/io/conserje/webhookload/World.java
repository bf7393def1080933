package io.conserje.webhookload;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.testkit.coldstart.Packaging;
import io.conserje.testkit.coldstart.SqsClient;
import io.conserje.testkit.coldstart.Surroundings;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.testkit.lambda.DeploymentPackage;
import io.conserje.testkit.lambda.FunctionProcess;
import io.conserje.testkit.lambda.FunctionStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the functions talk to: a Postgres that flushes, Redis, and the queues, each by itself. */
final class World implements AutoCloseable {

  private static final String DATABASE = "conserje";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String HOUSE =
      """
      INSERT INTO venues (id, house)
      SELECT 'restaurante', jsonb_build_object(
        'venue', 'restaurante', 'name', 'Casa Banco', 'kind', 'restaurant',
        'time_zone', 'Europe/Madrid', 'language', 'es', 'phone', '+34600000900',
        'address', 'Calle Mayor 1',
        'hours', '{"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]}'::jsonb,
        'zones', '[{"name": "inside"}]'::jsonb,
        'tables', jsonb_agg(jsonb_build_object('name', 'T' || n, 'zone', 'inside', 'seats', 4)),
        'rules', '{"largest_party": 8, "notice": "60m", "horizon": "365d"}'::jsonb)
      FROM generate_series(1, 40) AS n;
      INSERT INTO dining_tables SELECT 'restaurante', 'T' || n FROM generate_series(1, 40) AS n;
      INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000900', 'restaurante'),
        ('voice', '+34600000900', 'restaurante');
      ANALYZE;
      """;

  private final Path functions;
  private final EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(true);
  private final EmbeddedRedisServer redis = EmbeddedRedisServer.start();
  private final QueueServer sqs = QueueServer.start();
  private final SqsClient queues = new SqsClient(sqs.endpoint());

  /**
   * @param functions the folder that holds {@code <module>/target/<module>.zip}
   */
  World(Path functions) {
    this.functions = functions;
    Queue.all().forEach(queues::create);
    postgres.create(DATABASE);
    migrate();
    settle();
  }

  private void migrate() {
    LambdaFunction function = LambdaFunction.MIGRATE;
    try (DeploymentPackage unpacked = unpacked(function);
        FunctionProcess process =
            FunctionProcess.start(start(function, FunctionStart.ON_DEMAND), unpacked)) {
      process.invoke("{}".getBytes(StandardCharsets.UTF_8), PATIENCE);
    }
  }

  private void settle() {
    try (Connection connection = postgres.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(HOUSE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  SqsClient queues() {
    return queues;
  }

  DeploymentPackage unpacked(LambdaFunction function) {
    String module = function.module();
    return DeploymentPackage.unpack(functions.resolve(module + "/target/" + module + ".zip"));
  }

  /** With both compilers and its rehearsal, as a function with a snapshot has them. */
  FunctionStart start(LambdaFunction function) {
    return start(function, FunctionStart.SNAP_START).snapStart();
  }

  private FunctionStart start(LambdaFunction function, java.util.List<String> flags) {
    Surroundings plain = Surroundings.plain(sqs.endpoint(), postgres.port(), redis.url());
    Map<String, String> environment = new HashMap<>(plain.environment(function, DATABASE));
    environment.putAll(plain.credentials(Packaging.ZIP));
    return FunctionStart.onDemand(
            function.name(), function.handler(), function.memoryMb(), environment)
        .with(flags);
  }

  @Override
  public void close() {
    queues.close();
    sqs.close();
    redis.close();
    postgres.close();
  }
}
