package io.conserje.conversations;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The deployables, each as Lambda would start it, on a real database; queues, carrier and clock are
 * the player's.
 */
final class World implements AutoCloseable {

  static final String SESSION_KEY = "test-session-key-not-real";
  static final String ADMIN_KEY = "test-admin-key";

  private static final String QUEUES = "arn:aws:sqs:eu-west-1:000000000000:";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Their classes are there once for all worlds, as for all instances of a function. */
  private static final Deployable WRITTEN = Deployable.of("turns");

  private static final Deployable MINUTELY = Deployable.of("follow-ups");
  private static final Deployable STAFF = Deployable.of("console");

  final PlayedClock clock = new PlayedClock();
  final Carrier carrier = new Carrier();
  final Mailbox mailbox = new Mailbox(clock);
  final Ground ground;

  private final EmbeddedRedisServer redis = EmbeddedRedisServer.start();
  private final RequestHandler<SQSEvent, SQSBatchResponse> turns;
  private final RequestHandler<Map<String, Object>, Map<String, String>> followUps;
  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webChat;
  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> console;
  private final Context context = new MockLambdaContext();

  World(Map<String, String> model) {
    ground = new Ground(clock);
    Map<String, String> environment = environment();
    environment.putAll(model);
    turns = WRITTEN.handler("io.conserje.turns.Turns", environment, clock);
    webChat = WRITTEN.handler("io.conserje.turns.webchat.WebChatFunction", environment, clock);
    followUps = MINUTELY.handler("io.conserje.followups.FollowUps", environment, clock);
    console = STAFF.handler("io.conserje.console.Console", environment, clock);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put(Variable.AWS_REGION, "eu-west-1");
    environment.put(Variable.AWS_ENDPOINT_URL_SQS, mailbox.endpoint());
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.put(Variable.POSTGRES_SERVER, "127.0.0.1");
    environment.put(Variable.POSTGRES_PORT, String.valueOf(ground.port()));
    environment.put(Variable.POSTGRES_DB, ground.database());
    environment.put(Variable.POSTGRES_USER, EmbeddedPostgresServer.USER);
    environment.put(Variable.POSTGRES_PASSWORD, EmbeddedPostgresServer.PASSWORD);
    environment.put(Variable.REDIS_URL, redis.url());
    environment.put(Variable.TWILIO_ACCOUNT_SID, "AC00000000000000000000000000000001");
    environment.put(Variable.TWILIO_AUTH_TOKEN, "test-twilio-auth-token-not-real");
    environment.put(Variable.TWILIO_BASE_URL, carrier.url());
    environment.put(Variable.PUBLIC_BASE_URL, "https://api.example.com");
    environment.put(Variable.ADMIN_API_KEY, ADMIN_KEY);
    environment.put(Variable.LOG_LEVEL, "ERROR");
    environment.put(Variable.MESSAGES_PER_MINUTE_SENDER, "0");
    environment.put("SESSION_SECRET_KEY", SESSION_KEY);
    environment.put("WEBCHAT_PER_MINUTE_CONVERSATION", "0");
    environment.put("WEBCHAT_PER_MINUTE_ADDRESS", "0");
    environment.put("WEBCHAT_LOOKS_PER_MINUTE_CONVERSATION", "0");
    environment.put("WEBCHAT_LOOKS_PER_MINUTE_ADDRESS", "0");
    for (Queue queue : Queue.all()) {
      environment.put(queue.urlVariable(), mailbox.endpoint() + "/000000000000/" + queue.name());
    }
    return environment;
  }

  /** As if nobody had ever been here. */
  void clear(Instant now) {
    clock.set(now);
    ground.clear();
    mailbox.empty();
    carrier.empty();
    forget();
  }

  private void forget() {
    try (Socket socket = new Socket("127.0.0.1", redis.port())) {
      socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts one message of a queue before the function that reads it. */
  void hand(String queue, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("m");
    message.setBody(body);
    message.setEventSourceArn(QUEUES + queue);
    message.setAttributes(Map.of("MessageGroupId", "g"));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    SQSBatchResponse answer = WRITTEN.within(() -> turns.handleRequest(event, context));
    if (!answer.getBatchItemFailures().isEmpty()) {
      throw new IllegalStateException("A message of the queue " + queue + " failed; see the log.");
    }
  }

  APIGatewayV2HTTPResponse chat(APIGatewayV2HTTPEvent event) {
    return WRITTEN.within(() -> webChat.handleRequest(event, context));
  }

  APIGatewayV2HTTPResponse api(APIGatewayV2HTTPEvent event) {
    return STAFF.within(() -> console.handleRequest(event, context));
  }

  /** Everything that is due now, and what follows from it. */
  void settle() {
    for (var due = mailbox.next(); due.isPresent(); due = mailbox.next()) {
      hand(due.get().queue(), due.get().body());
    }
  }

  /** Time passes, minute by minute, and what happens by the clock happens. */
  void pass(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      Duration left = Duration.between(clock.instant(), end);
      clock.pass(left.compareTo(MINUTE) < 0 ? left : MINUTE);
      MINUTELY.within(() -> followUps.handleRequest(Map.of(), context));
      settle();
    }
  }

  /** The jobs run and what they wake is seen to. */
  void runJobs() {
    MINUTELY.within(() -> followUps.handleRequest(Map.of(), context));
    settle();
  }

  @Override
  public void close() {
    ground.close();
    redis.close();
    mailbox.close();
    carrier.close();
  }
}
