package io.conserje.followups;

import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.conserje.testkit.embedded.SharedPostgres;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A house with one conversation, and the minute in which its jobs are run. */
abstract class FollowedUpHouse {

  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  static final UUID CONVERSATION = UUID.randomUUID();

  final Map<String, String> environment = new HashMap<>();
  Instant now = NOW;
  private final String database = SharedPostgres.migrated();
  private EmbeddedSqs sqs;
  private SqsClient client;
  FollowUps followUps;

  @BeforeEach
  void open() throws Exception {
    sqs = EmbeddedSqs.start();
    client =
        SqsClient.builder()
            .endpointOverride(URI.create(sqs.endpoint()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    environment.putAll(
        Map.of(
            Variable.AWS_REGION,
            "eu-west-1",
            Variable.AWS_ENDPOINT_URL_SQS,
            sqs.endpoint(),
            "AWS_ACCESS_KEY_ID",
            "test",
            "AWS_SECRET_ACCESS_KEY",
            "test",
            Variable.POSTGRES_SERVER,
            "127.0.0.1",
            Variable.POSTGRES_PORT,
            String.valueOf(SharedPostgres.server().port()),
            Variable.POSTGRES_DB,
            database,
            Variable.POSTGRES_USER,
            EmbeddedPostgresServer.USER,
            Variable.POSTGRES_PASSWORD,
            EmbeddedPostgresServer.PASSWORD));
    environment.put(Queue.TURN_DUE.urlVariable(), queue("turn-due"));
    environment.put(Queue.OUTBOX_DUE.urlVariable(), queue("outbox-due"));
    followUps = new FollowUps(environment, () -> now);
    execute(
        """
        INSERT INTO venues (id, house) VALUES ('casa', '{"venue": "casa", "name": "Casa", "kind": "restaurant",
          "time_zone": "Europe/Madrid", "language": "es", "phone": "+34600000999", "address": "Plaza 1"}')
        """);
    execute(
        "INSERT INTO conversations (id, venue, channel, house_address, guest_address, language, started_at,"
            + " last_at) VALUES ('"
            + CONVERSATION
            + "', 'casa', 'whatsapp', '+34600000900',"
            + " '+34600000101', 'es', '"
            + NOW
            + "', '"
            + NOW
            + "')");
  }

  @AfterEach
  void close() {
    client.close();
    sqs.close();
    SharedPostgres.giveBack(database);
  }

  String run() {
    return run("outbox-sweep");
  }

  String run(String job) {
    return runAll().get(job);
  }

  Map<String, String> runAll() {
    return followUps.handleRequest(Events.read("follow-ups/every-minute.json"), null);
  }

  private String queue(String name) {
    return client.createQueue(request -> request.queueName(name)).queueUrl();
  }

  String received(Queue queue) {
    return client
        .receiveMessage(request -> request.queueUrl(environment.get(queue.urlVariable())))
        .messages()
        .getFirst()
        .body();
  }

  List<String> select(String sql) throws Exception {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  void execute(String sql) throws Exception {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
