package io.conserje.webhooks.telnyx;

import io.conserje.connectors.json.OpenJson;
import io.conserje.inbound.InboundMessage;
import io.conserje.webhooks.Rehearsal;
import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A made-up message, taken the way of a real one up to the queue. */
final class TelnyxRehearsal {

  private static final String EVENT =
      """
      {"data":{"event_type":"message.received","id":"0","occurred_at":"2026-01-01T00:00:00Z",
       "payload":{"direction":"inbound","text":"ensayo","media":[],
         "from":{"phone_number":"+0"},"to":[{"phone_number":"+1"}]}}}
      """;

  /** Any will do: nothing is let in by it. */
  private static final String SOME_KEY = "jrMBoswHlhhVx2W2Www72WU/xn4UMpjreslD0m2u0qs=";

  private TelnyxRehearsal() {}

  static Rehearsal.Script script() {
    return new Rehearsal.Script("/telnyx/events", "application/json", TelnyxRehearsal::message);
  }

  private static InboundMessage message(ObjectMapper mapper) {
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
    TelnyxSignature.with(SOME_KEY)
        .orElseThrow()
        .isOf("0", body, Base64.getEncoder().encodeToString(new byte[64]));
    return new TelnyxMessages()
        .message(
            TelnyxEvent.read(body, new OpenJson(mapper), Instant.EPOCH, "rehearsal").orElseThrow())
        .orElseThrow();
  }
}
