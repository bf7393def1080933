package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.inbound.InboundMessage;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the samples in {@code events/turns} carry is what the webhooks put on the queues. */
class SampleQueueEventsTest {

  private static final Path FOLDER = Path.of("../../../events/turns");
  private static final ObjectMapper.CloseableObjectMapper MAPPER = ObjectMapper.create(Map.of());

  private final QueueJson json = new QueueJson(MAPPER);

  @AfterAll
  static void close() {
    MAPPER.close();
  }

  @Test
  void messagesCarryTheGroupAndTheIdThatTheQueueGetsFromUs() throws IOException {
    for (String file : List.of("inbound-message", "inbound-two-of-one-guest")) {
      for (Map<?, ?> sample : records(file)) {
        InboundMessage message = json.inboundMessage(sample.get("body").toString());
        Map<?, ?> attributes = (Map<?, ?>) sample.get("attributes");
        assertEquals(SqsInbound.group(message), attributes.get("MessageGroupId"));
        assertEquals(
            SqsInbound.deduplication(message), attributes.get("MessageDeduplicationId"));
      }
    }
  }

  @Test
  void theOthersCanBeRead() throws IOException {
    String turn = body("turn-due");
    assertEquals(turn, json.write(json.turnDue(turn)));
    String outbox = body("outbox-due");
    assertEquals(outbox, json.write(json.outboxDue(outbox)));
    assertEquals("63016", json.deliveryReport(body("delivery-status-undelivered-63016")).errorCode());
    assertDoesNotThrow(() -> json.inboundMessage(body("inbound-newer-writer")));
  }

  private static String body(String file) throws IOException {
    return records(file).getFirst().get("body").toString();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> records(String file) throws IOException {
    Map<String, Object> event =
        MAPPER.readValue(Files.readString(FOLDER.resolve(file + ".json")), Map.class);
    return (List<Map<String, Object>>) event.get("Records");
  }
}
