package io.conserje.webhooks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.names.Queue;
import io.conserje.testkit.fuzz.Payload;
import io.conserje.testkit.fuzz.StrictJson;
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

  /** Also what is no event: refused, Telnyx would bring it again. */
  @Override
  public boolean mustBeTaken(Payload payload) {
    return payload.body().length <= 1_000_000 && StrictJson.object(payload.body()).isPresent();
  }

  /** Only what is plainly there: an id as Telnyx writes it, in an event of a kind that is kept. */
  @Override
  public Set<String> tells(Payload payload) {
    Map<String, Object> data =
        StrictJson.at(StrictJson.object(payload.body()).orElse(Map.of()), "data");
    Map<String, Object> inner = StrictJson.at(data, "payload");
    String id = data.get("id") instanceof String text ? text : "";
    if (!id.matches("[0-9a-f-]{36}") || !(data.get("event_type") instanceof String type)) {
      return Set.of();
    }
    return switch (type) {
      case "message.received" -> isForUs(inner) ? Set.of(id) : Set.of();
      case "message.sent", "message.finalized" -> report(inner);
      default ->
          type.matches("(call|streaming)[a-z._]{3,40}") && plain(inner.get("call_leg_id"))
              ? Set.of(type + ":" + id)
              : Set.of();
    };
  }

  private static boolean isForUs(Map<String, Object> message) {
    return !"outbound".equals(message.get("direction"))
        && isNumber(message.get("from"))
        && message.get("to") instanceof List<?> to
        && !to.isEmpty()
        && to.stream().allMatch(TelnyxTarget::isNumber);
  }

  private static Set<String> report(Map<String, Object> message) {
    return message.get("to") instanceof List<?> to
            && !to.isEmpty()
            && plain(message.get("id"))
            && plain(map(to.getFirst()).get("status"))
        ? Set.of(message.get("id") + " " + map(to.getFirst()).get("status"))
        : Set.of();
  }

  private static boolean plain(Object value) {
    return value instanceof String text && text.matches("[\\x21-\\x7e]{1,100}");
  }

  private static boolean isNumber(Object one) {
    return plain(map(one).get("phone_number"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }

  @Override
  public Collection<String> kept() {
    return Stream.of(
            all(Queue.INBOUND).map(message -> "" + message.get("eventId")),
            all(Queue.CALL_EVENTS).map(event -> "" + event.get("name")),
            all(Queue.DELIVERY_STATUSES)
                .map(report -> report.get("providerMessageId") + " " + report.get("status")))
        .flatMap(keys -> keys)
        .toList();
  }

  private Stream<Map<String, Object>> all(Queue queue) {
    return webhook.drain(queue).stream().map(Payload::map);
  }
}
