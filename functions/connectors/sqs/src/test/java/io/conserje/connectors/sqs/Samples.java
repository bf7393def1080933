package io.conserje.connectors.sqs;

import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import java.time.Instant;
import java.util.List;

final class Samples {

  static final Instant NOW = Instant.parse("2026-11-20T11:00:00.250Z");

  private Samples() {}

  static InboundMessage message(String eventId, String text) {
    return message(eventId, "+34600000101", text);
  }

  static InboundMessage message(String eventId, String guest, String text) {
    return new InboundMessage(
        "twilio",
        eventId,
        Channel.WHATSAPP,
        "+34600000900",
        guest,
        "Lucía",
        text,
        "text",
        List.of("https://media.example.com/1"),
        NOW,
        "correlation-1");
  }

  static DeliveryReport report(String status) {
    return new DeliveryReport("twilio", "SM301", "outbox-1", status, null, NOW, "correlation-2");
  }
}
