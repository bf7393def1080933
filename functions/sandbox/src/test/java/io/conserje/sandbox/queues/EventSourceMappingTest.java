package io.conserje.sandbox.queues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Queue;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxClock;
import io.conserje.sandbox.fixture.Fixture;
import io.conserje.sandbox.lambda.Functions;
import io.conserje.testkit.embedded.EmbeddedSqs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSourceMappingTest {

  /** Longer than a started function takes for a batch, however busy the machine. */
  private static final Duration VISIBILITY = Duration.ofSeconds(8);

  private final Map<String, String> seen = new ConcurrentHashMap<>();
  @TempDir Path folder;
  private EmbeddedSqs sqs;
  private Queues queues;
  private Functions functions;
  private EventSourceMapping mapping;

  @BeforeEach
  void start() throws Exception {
    sqs = EmbeddedSqs.start();
    queues = new Queues(sqs.endpoint(), VISIBILITY);
    queues.create();
    SandboxClock clock = SandboxClock.starting("real");
    Path modules = Fixture.modules(folder.resolve("modules"));
    functions = new Functions(modules, folder.resolve("work"), seen, clock, new Activity());
    functions.warm(Fixture.QUEUE);
  }

  @AfterEach
  void stop() {
    mapping.close();
    queues.close();
    sqs.close();
    functions.close();
  }

  @Test
  void onlyWhatFailedComesBack() {
    send(Queue.TURN_DUE, "good1", null);
    send(Queue.TURN_DUE, "fail1", null);
    send(Queue.TURN_DUE, "good2", null);
    map(Queue.TURN_DUE);
    await(() -> queues.areEmpty() && count("fail1") >= 2);
    assertEquals(1, count("good1"));
    assertEquals(1, count("good2"));
    assertEquals("arn:aws:sqs:eu-west-1:000000000000:turn-due aws:sqs", seen.get("SOURCE"));
  }

  @Test
  void everythingComesBackWhenTheFunctionThrows() {
    send(Queue.OUTBOX_DUE, "throw1", null);
    map(Queue.OUTBOX_DUE);
    await(() -> queues.areEmpty() && count("throw1") >= 2);
  }

  @Test
  void aGroupIsWorkedOnInOrderAndWaitsForItsFailedMessage() {
    send(Queue.INBOUND, "fail1", "lucia");
    map(Queue.INBOUND);
    await(() -> count("fail1") >= 1);
    send(Queue.INBOUND, "later", "lucia");
    await(() -> queues.areEmpty() && count("later") >= 1);
    assertTrue(count("fail1") >= 2, order().toString());
    assertEquals("later", order().getLast());
    assertEquals("lucia", seen.get("GROUP"));
  }

  @Test
  void whatKeepsFailingGoesToTheDeadLetters() {
    queues = new Queues(sqs.endpoint(), Duration.ZERO);
    queues.empty();
    map(Queue.DELIVERY_STATUSES);
    String body = "always";
    seen.put("ALWAYS", body);
    send(Queue.DELIVERY_STATUSES, body, null);
    await(() -> queues.waiting(Queue.DELIVERY_STATUSES.deadLetters()) == 1);
    // The other poller may find it dead while the last attempt still runs.
    await(() -> count(body) >= Queue.DELIVERY_STATUSES.attempts());
    assertEquals(Queue.DELIVERY_STATUSES.attempts(), count(body));
    assertTrue(queues.areEmpty());
  }

  private void map(Queue queue) {
    mapping =
        new EventSourceMapping(
                queues,
                queue,
                Fixture.QUEUE,
                functions,
                new Activity(),
                new ReentrantReadWriteLock(true))
            .start();
  }

  private void send(Queue queue, String body, String group) {
    queues
        .client()
        .sendMessage(request ->
            request
                .queueUrl(queues.url(queue))
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(group == null ? null : body));
  }

  private List<String> order() {
    return Arrays.asList(seen.getOrDefault("ORDER", "").split(" "));
  }

  private long count(String body) {
    return order().stream().filter(body::equals).count();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 2 minutes");
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
