package io.conserje.turns;

import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.conserje.testkit.embedded.SharedPostgres;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Everything {@code turns} reaches, embedded, with one house in the database. Twilio is out of
 * reach.
 */
public final class House implements AutoCloseable {

  private final String database = SharedPostgres.migrated();
  private final EmbeddedRedisServer redis = EmbeddedRedisServer.start();
  private final EmbeddedSqs sqs = EmbeddedSqs.start();
  private final SqsClient client;

  /** The queues that functions of this jar write to. */
  private static final java.util.List<Queue> WRITTEN =
      java.util.List.of(Queue.TURN_DUE, Queue.OUTBOX_DUE, Queue.CALL_EVENTS);

  public final Map<String, String> environment = new HashMap<>();

  public House() {
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
            EmbeddedPostgresServer.PASSWORD,
            Variable.REDIS_URL,
            redis.url()));
    environment.putAll(
        Map.of(
            Variable.TWILIO_ACCOUNT_SID, "AC00000000000000000000000000000001",
            Variable.TWILIO_AUTH_TOKEN, "test-twilio-auth-token-not-real",
            Variable.TWILIO_BASE_URL, "http://127.0.0.1:1",
            Variable.PUBLIC_BASE_URL, "https://api.example.com",
            Variable.SESSION_SECRET_KEY, "test-session-key-not-real",
            Variable.ALLOWED_ORIGINS, "https://example.com, https://www.example.com",
            Variable.VAPI_SERVER_SECRET, "test-vapi-secret"));
    for (Queue queue : WRITTEN) {
      environment.put(
          queue.urlVariable(),
          client
              .createQueue(request -> request.queueName(queue.name()).attributes(attributes(queue)))
              .queueUrl());
    }
    execute(
        """
        INSERT INTO venues (id, house) VALUES ('casa', '{"venue": "casa", "name": "Casa", "kind": "restaurant",
          "time_zone": "Europe/Madrid", "language": "es", "phone": "+34600000999", "address": "Plaza 1"}')
        """);
    execute(
        """
        INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000900', 'casa'),
          ('voice', '+34600000900', 'casa')
        """);
  }

  private static Map<QueueAttributeName, String> attributes(Queue queue) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(queue.visibility().toSeconds()));
    if (queue.fifo()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    return attributes;
  }

  /** The next message of this queue, however long it takes to give it out, and not done yet. */
  public Message await(Queue queue) {
    for (int poll = 0; poll < 15; poll++) {
      java.util.List<Message> received =
          client
              .receiveMessage(request ->
                  request
                      .queueUrl(environment.get(queue.urlVariable()))
                      .waitTimeSeconds(2)
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      if (!received.isEmpty()) {
        return received.getFirst();
      }
    }
    throw new AssertionError("Nothing came from " + queue.name());
  }

  public void put(Queue queue, String body) {
    client.sendMessage(request ->
        request
            .queueUrl(environment.get(queue.urlVariable()))
            .messageBody(body)
            .messageGroupId("g")
            .messageDeduplicationId(java.util.UUID.randomUUID().toString()));
  }

  /** Everything that waits there, which it then does no more. */
  public java.util.List<String> drain(Queue queue) {
    java.util.List<String> all = new java.util.ArrayList<>();
    while (true) {
      var messages =
          client
              .receiveMessage(request ->
                  request.queueUrl(environment.get(queue.urlVariable())).maxNumberOfMessages(10))
              .messages();
      if (messages.isEmpty()) {
        return all;
      }
      for (var message : messages) {
        all.add(message.body());
        client.deleteMessage(request ->
            request
                .queueUrl(environment.get(queue.urlVariable()))
                .receiptHandle(message.receiptHandle()));
      }
    }
  }

  public void execute(String sql) {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public long count(String from) {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row, as text. */
  public String one(String query) {
    return all(query).getFirst();
  }

  /** The first column of each row, as text. */
  public java.util.List<String> all(String query) {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      java.util.List<String> values = new java.util.ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Visible and delayed. */
  public int waiting(Queue queue) {
    return client
        .getQueueAttributes(request ->
            request
                .queueUrl(environment.get(queue.urlVariable()))
                .attributeNames(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  public void empty() {
    execute(
        "TRUNCATE calls, inbound_ledger, messages, outbox, turns, turn_steps, tool_results,"
            + " conversations CASCADE");
    for (Queue queue : WRITTEN) {
      client.purgeQueue(request -> request.queueUrl(environment.get(queue.urlVariable())));
    }
  }

  @Override
  public void close() {
    client.close();
    sqs.close();
    redis.close();
  }
}
