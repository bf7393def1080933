package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.sqs.SqsDeadLetters.Letter;
import io.conserje.names.Queue;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.micronaut.serde.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsDeadLettersTest {

  private final ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of());
  private final QueueJson json = new QueueJson(mapper);
  private final EmbeddedSqs server = EmbeddedSqs.start();
  private final SqsClient sqs = SqsClients.create(TestQueues.environment(server.endpoint()));
  private final TestQueues queues = new TestQueues(sqs);
  private final SqsDeadLetters dead = new SqsDeadLetters(sqs, this::url, 0);

  @BeforeEach
  void create() {
    for (Queue queue : List.of(Queue.INBOUND, Queue.DELIVERY_STATUSES)) {
      create(queue.deadLetters(), queue.fifo());
      create(queue.name(), queue.fifo());
      queues.setAsideAfter(1, url(queue), queue.deadLettersUrl(url(queue)));
    }
  }

  @AfterEach
  void close() {
    sqs.close();
    server.close();
    mapper.close();
  }

  @Test
  void whatIsLookedAtStaysWhereItIs() {
    inbound("SM1", "+34600000101");
    inbound("SM2", "+34600000102");
    die(Queue.INBOUND, 2);

    for (int look = 0; look < 3; look++) {
      assertEquals(Set.of("SM1", "SM2"), events(dead.of(Queue.INBOUND)));
    }
    assertEquals(List.of(), dead.of(Queue.DELIVERY_STATUSES));
  }

  @Test
  void aReplayedLetterIsOnItsQueueAgainThoughTheQueueRemembersItsEvent() {
    inbound("SM1", "+34600000101");
    String group = TestQueues.group(die(Queue.INBOUND, 1).getFirst());
    inbound("SM1", "+34600000101");
    assertEquals(0, waiting(Queue.INBOUND), "the queue still knows the event");
    Letter letter = dead.of(Queue.INBOUND).getFirst();
    List<Letter> told = new ArrayList<>();

    assertEquals(letter, dead.replay(Queue.INBOUND, letter.id(), told::add).orElseThrow());

    assertEquals(List.of(letter), told);
    Message again = queues.await(url(Queue.INBOUND));
    assertEquals(letter.body(), again.body());
    assertEquals(group, TestQueues.group(again));
    assertEquals(List.of(), dead.of(Queue.INBOUND));
    assertTrue(dead.replay(Queue.INBOUND, letter.id(), told::add).isEmpty());
  }

  @Test
  void theOthersAreStillThereAfterOneWasReplayed() {
    IntStream.range(0, 25).forEach(i -> report("SM" + i));
    die(Queue.DELIVERY_STATUSES, 25);
    List<Letter> all = dead.of(Queue.DELIVERY_STATUSES);
    assertEquals(25, all.size());

    dead.replay(Queue.DELIVERY_STATUSES, all.get(20).id(), letter -> {});

    assertEquals(1, waiting(Queue.DELIVERY_STATUSES));
    assertEquals(24, dead.of(Queue.DELIVERY_STATUSES).size());
  }

  @Test
  void aLetterIsOutOfTheDeadLettersOnlyOnceItIsBack() {
    report("SM1");
    die(Queue.DELIVERY_STATUSES, 1);
    Letter letter = dead.of(Queue.DELIVERY_STATUSES).getFirst();
    try {
      dead.replay(
          Queue.DELIVERY_STATUSES,
          letter.id(),
          found -> {
            throw new IllegalStateException("the database is away");
          });
    } catch (IllegalStateException expected) {
      // it is asked for again later
    }

    assertEquals(1, waiting(Queue.DELIVERY_STATUSES));
    assertEquals(List.of(letter), dead.of(Queue.DELIVERY_STATUSES));
  }

  @Test
  void aDiscardedLetterIsNowhereAndTheOthersStay() {
    report("SM1");
    report("SM2");
    die(Queue.DELIVERY_STATUSES, 2);
    Letter letter = dead.of(Queue.DELIVERY_STATUSES).getFirst();
    List<Letter> told = new ArrayList<>();

    assertEquals(
        letter, dead.discard(Queue.DELIVERY_STATUSES, letter.id(), told::add).orElseThrow());

    assertEquals(List.of(letter), told);
    assertEquals(0, waiting(Queue.DELIVERY_STATUSES));
    assertEquals(1, dead.of(Queue.DELIVERY_STATUSES).size());
    assertTrue(dead.discard(Queue.DELIVERY_STATUSES, letter.id(), told::add).isEmpty());
  }

  @Test
  void anUnknownLetterIsNone() {
    assertTrue(dead.replay(Queue.INBOUND, UUID.randomUUID().toString(), letter -> {}).isEmpty());
  }

  private void inbound(String event, String guest) {
    new SqsInbound(sqs, () -> url(Queue.INBOUND), json).put(Samples.message(event, guest, "hola"));
  }

  private void report(String id) {
    new SqsDeliveryReports(sqs, () -> url(Queue.DELIVERY_STATUSES), json).put(Samples.report(id));
  }

  /** Given out once and not worked off, they are put aside by the next who asks. */
  private List<Message> die(Queue queue, int many) {
    List<Message> failed = new ArrayList<>();
    while (failed.size() < many) {
      failed.addAll(queues.receive(url(queue), 10));
    }
    failed.forEach(message -> queues.release(url(queue), message));
    while (waiting(queue) > 0) {
      queues.receive(url(queue), 10);
    }
    return failed;
  }

  private int waiting(Queue queue) {
    return queues.count(url(queue), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
        + queues.count(url(queue), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  private Set<String> events(List<Letter> letters) {
    return letters.stream()
        .map(letter -> json.inboundMessage(letter.body()).eventId())
        .collect(Collectors.toSet());
  }

  private void create(String name, boolean fifo) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    if (fifo) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    sqs.createQueue(r -> r.queueName(name).attributes(attributes));
  }

  private String url(Queue queue) {
    return server.endpoint() + "/000000000000/" + queue.name();
  }
}
