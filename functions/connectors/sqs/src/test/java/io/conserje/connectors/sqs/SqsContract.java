package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.inbound.InboundMessage;
import io.conserje.names.Queue;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the project relies on in SQS, asked of a server of the SQS protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqsContract {

  private static final String LUCIA = "+34600000101";
  private static final String MARC = "+34600000102";

  private final ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of());
  private final QueueJson json = new QueueJson(mapper);
  private SqsClient sqs;
  private SqsClient putting;
  private TestQueues queues;
  private String inbound;
  private String standard;
  private String other;

  /** Starts the server, or says where it is. */
  abstract String endpoint();

  @BeforeAll
  void connect() {
    sqs = SqsClients.create(TestQueues.environment(endpoint()));
    putting = SqsClients.forPutting(TestQueues.environment(endpoint()));
    queues = new TestQueues(sqs);
  }

  @AfterAll
  void disconnect() {
    mapper.close();
    if (sqs != null) {
      sqs.close();
      putting.close();
    }
  }

  @BeforeEach
  void createQueues() {
    inbound = queues.create(Queue.INBOUND.name(), Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    standard = queues.create("standard", Map.of());
    other = queues.create("other", Map.of());
  }

  @Test
  void messagesOfOneConversationComeInOrder() {
    List<InboundMessage> sent =
        IntStream.range(0, 10).mapToObj(i -> Samples.message("SM" + i, "line " + i)).toList();
    sent.forEach(this::put);
    assertEquals(sent, drain(inbound).stream().map(m -> json.inboundMessage(m.body())).toList());
  }

  @Test
  void aConversationWaitsForItsMessageInWorkAndOthersDoNot() {
    put(Samples.message("SM1", LUCIA, "first"));
    put(Samples.message("SM2", LUCIA, "second"));
    Message inWork = queues.receive(inbound, 1).getFirst();
    assertEquals("SM1", eventId(inWork));
    put(Samples.message("SM3", MARC, "first"));
    assertEquals(List.of("SM3"), eventIds(queues.receive(inbound, 10)));
    queues.delete(inbound, List.of(inWork));
    assertEquals(List.of("SM2"), eventIds(queues.receive(inbound, 10)));
  }

  @Test
  void theSameEventIsOnTheQueueOnce() {
    put(Samples.message("SM1", "hola"));
    put(Samples.message("SM1", "hola"));
    put(Samples.message("SM2", "hola"));
    assertEquals(List.of("SM1", "SM2"), eventIds(drain(inbound)));
  }

  @Test
  void theSameEventIsNotTakenAgainAfterItIsDone() {
    put(Samples.message("SM1", "hola"));
    drain(inbound);
    put(Samples.message("SM1", "hola"));
    assertEquals(List.of(), drain(inbound));
  }

  @Test
  void aConversationIsOneGroupThatNamesNobody() {
    put(Samples.message("SM1", LUCIA, "hola"));
    put(Samples.message("SM2", MARC, "hola"));
    List<String> groups = drain(inbound).stream().map(TestQueues::group).sorted().toList();
    List<String> expected =
        List.of(
            Digest.of("whatsapp", "+34600000900", LUCIA),
            Digest.of("whatsapp", "+34600000900", MARC));
    assertEquals(expected.stream().sorted().toList(), groups);
    assertTrue(groups.stream().allMatch(g -> g.matches("[0-9a-f]{64}")), groups.toString());
  }

  @Test
  void anyTextArrivesAsItWasWritten() {
    InboundMessage message =
        Samples.message("SM1", "mañana 😊 <b>&amp;</b>\r\n\t\"ya\"\uFFFE\u0001");
    put(message);
    assertEquals(message, json.inboundMessage(drain(inbound).getFirst().body()));
  }

  @Test
  void whatIsNotDeletedComesAgainBeforeWhatFollows() {
    String soon =
        queues.create(
            "soon.fifo",
            Map.of(
                QueueAttributeName.FIFO_QUEUE, "true",
                QueueAttributeName.VISIBILITY_TIMEOUT, "1"));
    SqsInbound queue = new SqsInbound(putting, () -> soon, json);
    queue.put(Samples.message("SM1", "first"));
    queue.put(Samples.message("SM2", "second"));
    Message failed = queues.receive(soon, 1).getFirst();
    Message again = queues.await(soon);
    assertEquals("SM1", eventId(failed));
    assertEquals("SM1", eventId(again));
    assertNotEquals(failed.receiptHandle(), again.receiptHandle());
    assertEquals("2", TestQueues.deliveries(again));
  }

  @Test
  void whatIsReceivedStaysHidden() {
    new SqsDeliveryReports(putting, () -> standard, json).put(Samples.report("failed"));
    assertEquals(1, queues.receive(standard, 10).size());
    assertEquals(List.of(), queues.receive(standard, 10));
  }

  @Test
  void whatFailsTooOftenIsPutAsideAndFreesItsConversation() {
    String dead =
        queues.create(Queue.INBOUND.deadLetters(), Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    queues.setAsideAfter(2, inbound, dead);
    put(Samples.message("SM1", "first"));
    put(Samples.message("SM2", "second"));
    for (int delivery = 0; delivery < 2; delivery++) {
      Message failed = queues.receive(inbound, 1).getFirst();
      assertEquals("SM1", eventId(failed));
      queues.release(inbound, failed);
    }
    assertEquals("SM2", eventId(queues.await(inbound)));
    assertEquals("SM1", eventId(queues.await(dead)));
  }

  @Test
  void aBatchIsDeletedAtOnce() {
    SqsDeliveryReports reports = new SqsDeliveryReports(putting, () -> standard, json);
    IntStream.range(0, 10).forEach(i -> reports.put(Samples.report("delivered")));
    assertEquals(10, drain(standard).size());
    assertEquals(0, queues.count(standard, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    assertEquals(
        0, queues.count(standard, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  @Test
  void aReportReachesItsQueue() {
    new SqsDeliveryReports(putting, () -> standard, json).put(Samples.report("failed"));
    assertEquals(
        List.of(Samples.report("failed")),
        drain(standard).stream().map(m -> json.deliveryReport(m.body())).toList());
  }

  @Test
  void remindersReachTheirOwnQueues() {
    UUID conversation = new UUID(0, 7);
    wakeups().turnDue(conversation, 5, Duration.ZERO);
    wakeups().outboxDue(conversation, Duration.ZERO, Instant.EPOCH);
    assertEquals(new TurnDue(conversation, 5), json.turnDue(drain(standard).getFirst().body()));
    assertEquals(
        new OutboxDue(conversation, Instant.EPOCH), json.outboxDue(drain(other).getFirst().body()));
  }

  @Test
  void aDelayedReminderIsHeldBack() {
    wakeups().turnDue(new UUID(0, 7), 5, Duration.ofMinutes(2));
    assertEquals(1, delayed(standard));
    assertEquals(List.of(), drain(standard));
  }

  @Test
  void aDelayedReminderComes() {
    wakeups().turnDue(new UUID(0, 7), 5, Duration.ofSeconds(1));
    assertEquals(new TurnDue(new UUID(0, 7), 5), json.turnDue(queues.await(standard).body()));
  }

  @Test
  void aLongerDelayThanTheQueueAllowsIsCut() {
    wakeups().outboxDue(new UUID(0, 7), Duration.ofDays(1), Instant.EPOCH);
    assertEquals(1, delayed(other));
  }

  private void put(InboundMessage message) {
    new SqsInbound(putting, () -> inbound, json).put(message);
  }

  private SqsWakeups wakeups() {
    return new SqsWakeups(putting, () -> standard, () -> other, json);
  }

  private int delayed(String url) {
    return queues.count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
  }

  private List<Message> drain(String url) {
    return queues.drain(url);
  }

  private List<String> eventIds(List<Message> messages) {
    return messages.stream().map(this::eventId).toList();
  }

  private String eventId(Message message) {
    return json.inboundMessage(message.body()).eventId();
  }
}
