package io.conserje.webhooks.meta;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.meta.MetaEvents;
import io.conserje.connectors.meta.MetaSignature;
import io.conserje.inbound.InboundMessage;
import io.conserje.webhooks.Rehearsal;
import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A made-up message, taken the way of a real one up to the queue. */
final class MetaRehearsal {

  private static final byte[] NOTICE =
      """
      {"entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"0"},
        "contacts":[{"wa_id":"0","profile":{"name":"ensayo"}}],
        "messages":[{"id":"0","from":"0","type":"text","text":{"body":"ensayo"}}]}}]}]}
      """
          .getBytes(StandardCharsets.UTF_8);

  private MetaRehearsal() {}

  static Rehearsal.Script script() {
    return new Rehearsal.Script("/meta/webhook", "application/json", MetaRehearsal::message);
  }

  private static InboundMessage message(ObjectMapper mapper) {
    new MetaSignature(List.of("none")).isOf(NOTICE, "");
    OpenJson json = new OpenJson(mapper);
    return new MetaEvents(InstantSource.fixed(Instant.EPOCH))
        .read(json.read(NOTICE).orElseThrow(), "rehearsal")
        .messages()
        .getFirst();
  }
}
