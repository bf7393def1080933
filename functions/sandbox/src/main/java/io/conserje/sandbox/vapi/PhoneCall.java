package io.conserje.sandbox.vapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One call as VAPI keeps it. */
final class PhoneCall {

  private static final String ORGANISATION = "0a1b2c3d-0000-4000-8000-000000000001";
  private static final String NUMBER = "7b6a5c4d-0000-4000-8000-000000000301";
  private static final double PER_MINUTE = 0.0554;

  final String id = UUID.randomUUID().toString();
  final String from;
  final String to;
  private final Instant createdAt;
  private final ArrayNode messages = Json.object().putArray("messages");
  private final StringBuilder transcript = new StringBuilder();
  private String status = "ringing";
  private Instant startedAt;
  private Instant endedAt;
  private String endedReason;
  private JsonNode assistant = Json.object().path("missing");

  PhoneCall(String from, String to, Instant createdAt) {
    this.from = from;
    this.to = to;
    this.createdAt = createdAt;
  }

  synchronized void takenBy(JsonNode assistant, Instant now) {
    this.assistant = assistant;
    this.startedAt = now;
    this.status = "in-progress";
  }

  JsonNode assistant() {
    return assistant;
  }

  synchronized void said(boolean byGuest, String text, Instant now) {
    messages
        .addObject()
        .put("role", byGuest ? "user" : "bot")
        .put("message", text)
        .put("time", now.toEpochMilli());
    transcript.append(byGuest ? "User: " : "AI: ").append(text).append('\n');
  }

  /** The guest goes on with what they had begun to say. */
  synchronized void unsay() {
    messages.remove(messages.size() - 1);
  }

  Instant began() {
    return createdAt;
  }

  /** What was said, as a chat. */
  synchronized ArrayNode chat() {
    ArrayNode chat = Json.object().putArray("messages");
    messages.forEach(said ->
        chat.addObject()
            .put("role", said.path("role").asText().equals("bot") ? "assistant" : "user")
            .put("content", said.path("message").asText()));
    return chat;
  }

  synchronized void ended(String reason, Instant now) {
    status = "ended";
    endedReason = reason;
    endedAt = now;
  }

  String endedReason() {
    return endedReason;
  }

  /** The fields every message of the call has. */
  synchronized ObjectNode message(String type, Instant now) {
    ObjectNode message = Json.object().put("timestamp", now.toEpochMilli()).put("type", type);
    message.set("call", head());
    ObjectNode number = message.putObject("phoneNumber");
    number.put("id", NUMBER).put("orgId", ORGANISATION).put("number", to).put("provider", "twilio");
    number.put("twilioAuthToken", "simulated-token-that-nobody-may-keep");
    if (!from.isEmpty()) {
      message.putObject("customer").put("number", from);
    }
    return message;
  }

  /** Within messages the status is a snapshot that is often not the newest. */
  private ObjectNode head() {
    ObjectNode call = Json.object().put("id", id).put("orgId", ORGANISATION);
    call.put("createdAt", createdAt.toString()).put("type", "inboundPhoneCall");
    call.put("status", "ringing").put("phoneCallProvider", "twilio");
    call.put("phoneCallProviderId", "CA" + id.replace("-", ""));
    call.put("phoneNumberId", NUMBER);
    if (!from.isEmpty()) {
      call.putObject("customer").put("number", from);
    }
    return call;
  }

  /** What the end of a call tells, in a report and in the API alike. */
  synchronized void tellEnd(ObjectNode into) {
    into.put("endedReason", endedReason);
    if (startedAt != null) {
      double minutes = Math.max(1, Duration.between(startedAt, endedAt).toSeconds()) / 60.0;
      into.put("startedAt", startedAt.toString()).put("cost", minutes * PER_MINUTE);
    }
    into.put("endedAt", endedAt.toString());
    ObjectNode artifact = into.putObject("artifact");
    artifact.set("messages", messages.deepCopy());
    artifact.put("transcript", transcript.toString());
    artifact.put("recordingUrl", "https://storage.example.com/" + id + "-mono.wav");
    into.putObject("analysis")
        .put("summary", "Simulated call of " + messages.size() + " sentences.")
        .put("successEvaluation", "true");
  }

  synchronized ObjectNode history(ObjectNode into) {
    into.putObject("artifact").set("messages", messages.deepCopy());
    return into;
  }

  /** As {@code GET /call/{id}} gives it. */
  synchronized ObjectNode json() {
    ObjectNode call = head().put("status", status);
    if (endedAt != null) {
      tellEnd(call);
    }
    return call;
  }
}
