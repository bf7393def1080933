package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.micronaut.serde.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class QueueJsonTest {

  private static final ObjectMapper.CloseableObjectMapper MAPPER = ObjectMapper.create(Map.of());
  private static final UUID CONVERSATION = UUID.fromString("00000000-0000-0000-0000-000000000017");

  private final QueueJson json = new QueueJson(MAPPER);

  @AfterAll
  static void close() {
    MAPPER.close();
  }

  @Test
  void aMessageComesBackAsItWas() {
    InboundMessage message = Samples.message("SM1", "mañana a las 21:00 😊\n\"ya\"");
    assertEquals(message, json.inboundMessage(json.write(message)));
  }

  @Test
  void whatIsEmptyStaysEmptyAndWhatIsAbsentStaysAbsent() {
    InboundMessage bare =
        new InboundMessage(
            "twilio",
            "SM1",
            io.conserje.venue.Channel.WHATSAPP,
            "+34600000900",
            "+34600000101",
            "",
            "",
            "text",
            List.of(),
            Samples.NOW,
            null);
    assertEquals(bare, json.inboundMessage(json.write(bare)));
  }

  @Test
  void aReportComesBackAsItWas() {
    DeliveryReport report = Samples.report("delivered");
    assertEquals(report, json.deliveryReport(json.write(report)));
  }

  @Test
  void theTwoRemindersAreWhatTheQueuesExpect() {
    assertEquals(
        "{\"conversation\":\"00000000-0000-0000-0000-000000000017\",\"upTo\":3}",
        json.write(new TurnDue(CONVERSATION, 3)));
    assertEquals(
        "{\"conversation\":\"00000000-0000-0000-0000-000000000017\"}",
        json.write(new OutboxDue(CONVERSATION, null)));
    assertEquals(
        new TurnDue(CONVERSATION, 3), json.turnDue(json.write(new TurnDue(CONVERSATION, 3))));
    assertEquals(
        new OutboxDue(CONVERSATION, null),
        json.outboxDue(json.write(new OutboxDue(CONVERSATION, null))));
  }

  @Test
  void aFieldOfANewerWriterIsIgnored() {
    String newer = "{\"conversation\":\"" + CONVERSATION + "\",\"upTo\":3,\"why\":{\"deep\":[1]}}";
    assertEquals(new TurnDue(CONVERSATION, 3), json.turnDue(newer));
  }

  @Test
  void instantsAreReadableByPeople() {
    String written = json.write(Samples.message("SM1", "hola"));
    assertTrue(written.contains("\"receivedAt\":\"2026-11-20T11:00:00.250Z\""), written);
    assertEquals(
        Instant.parse("2026-11-20T11:00:00.250Z"), json.inboundMessage(written).receivedAt());
  }

  @Test
  void charactersThatTheQueueRefusesAreEscaped() {
    InboundMessage message = Samples.message("SM1", "\uFFFE\uFFFF\u0001");
    String written = json.write(message);
    assertFalse(written.chars().anyMatch(c -> c == 0xFFFE || c == 0xFFFF || c < 0x20), written);
    assertEquals(message, json.inboundMessage(written));
  }

  @Test
  void whatIsNoJsonIsNamedWithoutItsText() {
    UncheckedIOException refused =
        assertThrows(UncheckedIOException.class, () -> json.turnDue("hola, soy Lucía"));
    assertEquals("Not a TurnDue", refused.getMessage());
  }
}
