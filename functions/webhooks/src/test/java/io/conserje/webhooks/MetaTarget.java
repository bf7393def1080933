package io.conserje.webhooks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.names.Queue;
import io.conserje.testkit.fuzz.Payload;
import io.conserje.testkit.fuzz.StrictJson;
import io.conserje.testkit.fuzz.Target;
import io.conserje.webhooks.meta.MetaSigner;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Meta's notices, of one or many messages and of what became of ours. */
record MetaTarget(WebhookUnderTest webhook, List<Payload> samples) implements Target {

  static MetaTarget of(WebhookUnderTest webhook) {
    List<Payload> notices =
        Payload.in(Path.of("../../events/meta/good")).stream()
            .filter(sample -> sample.query().isEmpty())
            .toList();
    return new MetaTarget(webhook, notices);
  }

  @Override
  public String name() {
    return "meta-whatsapp";
  }

  @Override
  public RequestStreamHandler function() {
    return webhook.function();
  }

  @Override
  public Payload numbered(Payload sample, int number) {
    return sample.with(sample.text().replace("wamid.", "wamid." + number + "."));
  }

  @Override
  public Payload signed(Payload payload) {
    return payload.with(
        "x-hub-signature-256", MetaSigner.sign(payload.body(), WebhookUnderTest.META_SECRET));
  }

  /** Also one that tells nothing: refused, Meta would bring it again for days. */
  @Override
  public boolean mustBeTaken(Payload payload) {
    return payload.body().length <= 3_000_000 && StrictJson.object(payload.body()).isPresent();
  }

  /** What has whole and plain what it needs to be kept; the rest may be kept or not. */
  @Override
  public Set<String> tells(Payload payload) {
    Set<String> told = new LinkedHashSet<>();
    each(StrictJson.object(payload.body()).orElse(Map.of()), "entry")
        .flatMap(entry -> each(entry, "changes"))
        .filter(MetaTarget::isOfMessages)
        .filter(change -> change.get("value") instanceof Map)
        .map(change -> (Map<?, ?>) change.get("value"))
        .forEach(value -> tell(value, told));
    return told;
  }

  private static boolean isOfMessages(Map<?, ?> change) {
    return !(change.get("field") instanceof String field) || field.equals("messages");
  }

  private static void tell(Map<?, ?> value, Set<String> told) {
    boolean ours =
        value.get("metadata") instanceof Map<?, ?> metadata && plain(metadata, "phone_number_id");
    each(value, "messages")
        .filter(message ->
            ours
                && plain(message, "id")
                && (plain(message, "from") || plain(message, "from_user_id")))
        .forEach(message -> told.add(message.get("id").toString()));
    each(value, "statuses")
        .filter(status -> plain(status, "id") && plain(status, "status"))
        .forEach(status -> told.add(status.get("id") + " " + status.get("status")));
  }

  private static Stream<Map<?, ?>> each(Map<?, ?> part, String name) {
    return part.get(name) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(item -> (Map<?, ?>) item)
        : Stream.empty();
  }

  private static boolean plain(Map<?, ?> part, String name) {
    return part.get(name) instanceof String text && text.matches("[A-Za-z0-9._]{1,100}");
  }

  @Override
  public Collection<String> kept() {
    return Stream.concat(
            all(Queue.INBOUND).map(message -> "" + message.get("eventId")),
            all(Queue.DELIVERY_STATUSES)
                .map(report -> report.get("providerMessageId") + " " + report.get("status")))
        .toList();
  }

  private Stream<Map<String, Object>> all(Queue queue) {
    return webhook.drain(queue).stream().map(Payload::map);
  }
}
