package io.conserje.sandbox.telnyx;

import static io.conserje.sandbox.telnyx.TelnyxWebhooks.MESSAGE_EVENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Guests who write SMS over Telnyx, and get the house's. */
public final class TelnyxGuests {

  private static final String PROFILE = "740572b6-0000-4000-8000-000000000001";

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final TelnyxWebhooks webhooks;
  private final Faults faults;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final Set<String> stopped = ConcurrentHashMap.newKeySet();

  TelnyxGuests(
      SandboxSettings settings, InstantSource clock, TelnyxWebhooks webhooks, Faults faults) {
    this.settings = settings;
    this.clock = clock;
    this.webhooks = webhooks;
    this.faults = faults;
  }

  /**
   * What a guest writes.
   *
   * @param media an address with its content type behind a space; empty for none
   * @param id of the event; null for a new one
   */
  public record Written(String from, String to, String text, String media, String id, int times) {}

  /** An SMS on the guest's phone. */
  public record Got(String id, String from, String to, String text) {}

  public List<Got> sentTo(String guest) {
    return got.stream().filter(sms -> sms.to().equals(guest)).toList();
  }

  void clear() {
    got.clear();
    stopped.clear();
  }

  /** The event's id. */
  public String write(Written written) {
    String id = written.id() == null ? UUID.randomUUID().toString() : written.id();
    ObjectNode payload =
        message(
            UUID.randomUUID().toString(), "inbound", written.from(), written.to(), written.text());
    ((ObjectNode) payload.withArray("to").get(0)).put("status", "webhook_delivered");
    payload.put("received_at", clock.instant().toString());
    optOut(written, payload);
    if (!written.media().isEmpty()) {
      String[] parts = written.media().split(" ", 2);
      payload.put("type", "MMS");
      payload
          .withArray("media")
          .addObject()
          .put("url", parts[0])
          .put("content_type", parts.length > 1 ? parts[1] : "image/jpeg");
    }
    for (int i = 0; i < written.times(); i++) {
      webhooks.send(
          MESSAGE_EVENT,
          "message.received",
          payload,
          settings.publicBaseUrl() + "/telnyx/events",
          id);
    }
    return id;
  }

  /** Telnyx obeys STOP and START itself, and says so. */
  private void optOut(Written written, ObjectNode payload) {
    String word = written.text().strip().toUpperCase(Locale.ROOT);
    if (word.equals("STOP")) {
      stopped.add(written.from());
      payload.put("autoresponse_type", "opt_out");
    } else if (word.equals("START")) {
      stopped.remove(written.from());
      payload.put("autoresponse_type", "opt_in");
    }
  }

  /** What the house sends: taken, and told about. */
  TelnyxAnswer send(JsonNode body) {
    String to = body.path("to").asText("");
    if (!to.matches("\\+[1-9][0-9]{6,14}")) {
      return TelnyxAnswer.problem(400, "40310", "Invalid 'to' address");
    }
    if (!body.path("from").asText("").matches("\\+[1-9][0-9]{6,14}")) {
      return TelnyxAnswer.problem(400, "40305", "Invalid 'from' address");
    }
    if (stopped.contains(to)) {
      return TelnyxAnswer.problem(400, "40300", "Blocked due to STOP message");
    }
    return taken(body, to);
  }

  private TelnyxAnswer taken(JsonNode body, String to) {
    String id = UUID.randomUUID().toString();
    String from = body.path("from").asText();
    String text = body.path("text").asText();
    ObjectNode payload = message(id, "outbound", from, to, text);
    payload.set("tags", body.path("tags"));
    String url = body.path("webhook_url").asText(settings.publicBaseUrl() + "/telnyx/events");
    tell(payload, "message.sent", "sent", url);
    var failure = faults.take(TelnyxWebhooks.PROVIDER, Fault.DELIVERY, Set.of(Fault.Kind.STATUS));
    if (failure.isPresent()) {
      payload.withArray("errors").addObject().put("code", "" + failure.get().status());
      tell(payload, "message.finalized", "delivery_failed", url);
    } else {
      got.add(new Got(id, from, to, text));
      tell(payload, "message.finalized", "delivered", url);
    }
    ObjectNode data = payload.deepCopy();
    ((ObjectNode) data.withArray("to").get(0)).put("status", "queued");
    return new TelnyxAnswer(200, Json.object().set("data", data));
  }

  private void tell(ObjectNode payload, String type, String status, String url) {
    ((ObjectNode) payload.withArray("to").get(0)).put("status", status);
    webhooks.send(MESSAGE_EVENT, type, payload, url, null);
  }

  private static ObjectNode message(
      String id, String direction, String from, String to, String text) {
    ObjectNode payload = Json.object().put("record_type", "message").put("direction", direction);
    payload.put("id", id).put("type", "SMS").put("messaging_profile_id", PROFILE);
    payload.putObject("from").put("phone_number", from).put("line_type", "Wireless");
    payload.putArray("to").addObject().put("phone_number", to).put("status", "queued");
    payload.put("text", text).put("parts", 1).putArray("media");
    payload.putArray("errors");
    return payload;
  }
}
