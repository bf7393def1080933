package io.conserje.webhooks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.names.Queue;
import io.conserje.testkit.fuzz.Payload;
import io.conserje.testkit.fuzz.Target;
import io.conserje.webhooks.telnyx.TelnyxSigner;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Telnyx's calls, messages and what became of ours. */
record TelnyxTarget(WebhookUnderTest webhook, List<Payload> samples) implements Target {

  static TelnyxTarget of(WebhookUnderTest webhook) {
    return new TelnyxTarget(webhook, Payload.in(Path.of("../../events/telnyx/good")));
  }

  @Override
  public String name() {
    return "telnyx-events";
  }

  @Override
  public RequestStreamHandler function() {
    return webhook.function();
  }

  @Override
  public Payload numbered(Payload sample, int number) {
    return sample.everywhere(text ->
        text.replaceAll("(0ccc7b54-0000-4000-8000-)[0-9]{12}", "$1%012d".formatted(number)));
  }

  @Override
  public Payload signed(Payload payload) {
    return payload
        .with("telnyx-timestamp", TelnyxSigner.now())
        .with("telnyx-signature-ed25519", TelnyxSigner.sign(TelnyxSigner.now(), payload.body()));
  }

  /** Only what is plainly there: an id as Telnyx writes it, in an event of a kind that is kept. */
  @Override
  public Set<String> tells(Payload payload) {
    Map<String, Object> data = map(parsed(payload).get("data"));
    Map<String, Object> inner = map(data.get("payload"));
    String type = String.valueOf(data.get("event_type"));
    boolean plain = String.valueOf(data.get("id")).matches("[0-9a-f-]{36}");
    if (!plain) {
      return Set.of();
    }
    return switch (type) {
      case "message.received" ->
          "outbound".equals(inner.get("direction"))
                  || !isNumber(inner.get("from"))
                  || !(inner.get("to") instanceof List<?> to)
                  || to.isEmpty()
                  || !to.stream().allMatch(TelnyxTarget::isNumber)
              ? Set.of()
              : Set.of("" + data.get("id"));
      case "call.answered", "call.initiated", "call.hangup" ->
          inner.get("call_leg_id") instanceof String leg && !leg.isBlank()
              ? Set.of(type + ":" + data.get("id"))
              : Set.of();
      default -> Set.of();
    };
  }

  private static boolean isNumber(Object one) {
    return map(one).get("phone_number") instanceof String number && !number.isBlank();
  }

  private static Map<String, Object> parsed(Payload payload) {
    try {
      return Payload.map(payload.text());
    } catch (RuntimeException noJson) {
      return Map.of();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }

  @Override
  public Collection<String> kept() {
    return Stream.concat(
            webhook.drain(Queue.INBOUND).stream()
                .map(body -> "" + Payload.map(body).get("eventId")),
            webhook.drain(Queue.CALL_EVENTS).stream()
                .map(body -> "" + Payload.map(body).get("name")))
        .toList();
  }
}
