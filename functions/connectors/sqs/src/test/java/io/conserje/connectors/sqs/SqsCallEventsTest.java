package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPlan;
import io.conserje.call.CallPlan.Step;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsCallEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of());
  private final QueueJson json = new QueueJson(mapper);
  private final EmbeddedSqs server = EmbeddedSqs.start();
  private final SqsClient sqs = SqsClients.create(TestQueues.environment(server.endpoint()));
  private final TestQueues queues = new TestQueues(sqs);
  private final String url =
      queues.create("call-events.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
  private final SqsCallEvents events = new SqsCallEvents(sqs, () -> url, json);

  @AfterEach
  void close() {
    sqs.close();
    server.close();
    mapper.close();
  }

  /** Else a caller's end might be dealt with while they are still being put through. */
  @Test
  void newsOfAPersonsLegAndOfTheirCallerFollowEachOther() {
    events.put(news("person", "key:1", Step.RUNG_PERSON));
    events.put(news("caller", "hangup", Step.DIALLED));

    Message first = queues.await(url);
    assertTrue(first.body().contains("key:1"), first.body());
    assertEquals(List.of(), there());

    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(first.receiptHandle()));
    assertTrue(queues.await(url).body().contains("hangup"));
  }

  @Test
  void newsOfTwoCallersDoNotWaitForEachOther() {
    events.put(news("one", "hangup", Step.DIALLED));
    events.put(news("another", "hangup", Step.DIALLED));

    queues.await(url);
    queues.await(url);
  }

  private List<Message> there() {
    return sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(1)).messages();
  }

  private static CallEvent news(String leg, String name, Step step) {
    CallPlace place =
        new CallPlace("telnyx", leg, "control-" + leg, List.of(), "+34600000101", "outbound");
    String caller = step.isOfPerson() ? "caller" : leg;
    String memo = CallPlan.read(new CallPlan(step, "control-" + caller, caller).kept());
    return CallEvent.of(place, name, name, NOW, NOW, "c").bringingBack(memo);
  }
}
