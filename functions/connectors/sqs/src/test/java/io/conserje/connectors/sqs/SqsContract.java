package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.inbound.InboundMessage;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Against a real server of the SQS protocol. */
class SqsQueuesTest {

  private static EmbeddedSqs server;
  private static SqsClient sqs;
  private static ObjectMapper.CloseableObjectMapper mapper;
  private static int queues;

  private final QueueJson json = new QueueJson(mapper);
  private String inbound;
  private String standard;
  private String other;

  @BeforeAll
  static void start() {
    server = EmbeddedSqs.start();
    sqs = SqsClients.create(environment(server.endpoint()));
    mapper = ObjectMapper.create(Map.of());
  }

  @AfterAll
  static void stop() {
    mapper.close();
    sqs.close();
    server.close();
  }

  @BeforeEach
  void createQueues() {
    queues++;
    inbound = create(queues + Queue.INBOUND.name(), Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    standard = create(queues + "standard", Map.of());
    other = create(queues + "other", Map.of());
  }

  @Test
  void messagesOfOneConversationComeInOrder() {
    SqsInbound queue = new SqsInbound(sqs, () -> inbound, json);
    List<InboundMessage> sent =
        IntStream.range(0, 10).mapToObj(i -> Samples.message("SM" + i, "line " + i)).toList();
    sent.forEach(queue::put);
    assertEquals(sent, drain(inbound).stream().map(m -> json.inboundMessage(m.body())).toList());
  }

  @Test
  void theSameEventIsOnTheQueueOnce() {
    SqsInbound queue = new SqsInbound(sqs, () -> inbound, json);
    queue.put(Samples.message("SM1", "hola"));
    queue.put(Samples.message("SM1", "hola"));
    queue.put(Samples.message("SM2", "hola"));
    assertEquals(2, drain(inbound).size());
  }

  @Test
  void aConversationIsOneGroupThatNamesNobody() {
    SqsInbound queue = new SqsInbound(sqs, () -> inbound, json);
    queue.put(Samples.message("SM1", "+34600000101", "hola"));
    queue.put(Samples.message("SM2", "+34600000102", "hola"));
    List<String> groups = drain(inbound).stream().map(SqsQueuesTest::group).sorted().toList();
    List<String> expected =
        List.of(
            Digest.of("whatsapp", "+34600000900", "+34600000101"),
            Digest.of("whatsapp", "+34600000900", "+34600000102"));
    assertEquals(expected.stream().sorted().toList(), groups);
    assertTrue(groups.stream().allMatch(g -> g.matches("[0-9a-f]{64}")), groups.toString());
  }

  @Test
  void aReportReachesItsQueue() {
    new SqsDeliveryReports(sqs, () -> standard, json).put(Samples.report("failed"));
    assertEquals(
        List.of(Samples.report("failed")),
        drain(standard).stream().map(m -> json.deliveryReport(m.body())).toList());
  }

  @Test
  void remindersReachTheirOwnQueues() {
    UUID conversation = new UUID(0, 7);
    SqsWakeups wakeups = new SqsWakeups(sqs, () -> standard, () -> other, json);
    wakeups.turnDue(conversation, 5, Duration.ZERO);
    wakeups.outboxDue(conversation, Duration.ZERO);
    assertEquals(new TurnDue(conversation, 5), json.turnDue(drain(standard).getFirst().body()));
    assertEquals(new OutboxDue(conversation), json.outboxDue(drain(other).getFirst().body()));
  }

  @Test
  void aDelayedReminderIsHeldBack() {
    new SqsWakeups(sqs, () -> standard, () -> other, json)
        .turnDue(new UUID(0, 7), 5, Duration.ofMinutes(2));
    assertEquals("1", count(standard, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    assertEquals(List.of(), drain(standard));
  }

  @Test
  void aLongerDelayThanTheQueueAllowsIsCut() {
    new SqsWakeups(sqs, () -> standard, () -> other, json)
        .outboxDue(new UUID(0, 7), Duration.ofDays(1));
    assertEquals("1", count(other, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  @Test
  void delaysAreWholeSecondsRoundedUp() {
    assertEquals(0, SqsWakeups.wholeSeconds(Duration.ZERO));
    assertEquals(0, SqsWakeups.wholeSeconds(Duration.ofSeconds(-3)));
    assertEquals(1, SqsWakeups.wholeSeconds(Duration.ofMillis(1)));
    assertEquals(1, SqsWakeups.wholeSeconds(Duration.ofSeconds(1)));
    assertEquals(2, SqsWakeups.wholeSeconds(Duration.ofMillis(1001)));
    assertEquals(900, SqsWakeups.wholeSeconds(Duration.ofMillis(899_001)));
    assertEquals(900, SqsWakeups.wholeSeconds(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @Test
  void aQueueThatCannotBeReachedIsAFault() {
    EmbeddedSqs gone = EmbeddedSqs.start();
    gone.close();
    try (SqsClient unreachable = SqsClients.create(environment(gone.endpoint()))) {
      SqsInbound queue = new SqsInbound(unreachable, () -> inbound, json);
      assertThrows(SdkException.class, () -> queue.put(Samples.message("SM1", "hola")));
    }
  }

  @Test
  void keysAreReadAtEachUse() {
    Map<String, String> environment = new HashMap<>(environment(server.endpoint()));
    environment.remove("AWS_SECRET_ACCESS_KEY");
    try (SqsClient client = SqsClients.create(environment)) {
      SqsInbound queue = new SqsInbound(client, () -> inbound, json);
      assertThrows(SdkException.class, () -> queue.put(Samples.message("SM1", "hola")));
      environment.put("AWS_SECRET_ACCESS_KEY", "test");
      queue.put(Samples.message("SM1", "hola"));
    }
    assertEquals(1, drain(inbound).size());
  }

  @Test
  void aMissingRegionIsNamed() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> SqsClients.create(Map.of()));
    assertEquals("AWS_REGION is not set.", refused.getMessage());
  }

  private static Map<String, String> environment(String endpoint) {
    return Map.of(
        Variable.AWS_REGION,
        "eu-west-1",
        Variable.AWS_ENDPOINT_URL_SQS,
        endpoint,
        "AWS_ACCESS_KEY_ID",
        "test",
        "AWS_SECRET_ACCESS_KEY",
        "test");
  }

  private static String create(String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
  }

  private static String count(String url, QueueAttributeName attribute) {
    return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(attribute))
        .attributes()
        .get(attribute);
  }

  private static String group(Message message) {
    return message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
  }

  /** Everything a reader gets, each deleted once read. */
  private static List<Message> drain(String url) {
    List<Message> all = new ArrayList<>();
    List<Message> some = receive(url);
    while (!some.isEmpty()) {
      some.forEach(m -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(m.receiptHandle())));
      all.addAll(some);
      some = receive(url);
    }
    return all;
  }

  private static List<Message> receive(String url) {
    return sqs.receiveMessage(r ->
            r.queueUrl(url)
                .maxNumberOfMessages(10)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }
}
