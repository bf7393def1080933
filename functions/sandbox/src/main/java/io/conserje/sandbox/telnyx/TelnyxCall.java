package io.conserje.sandbox.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.voice.CallRecording;
import io.conserje.sandbox.voice.Carried;
import io.conserje.sandbox.voice.MediaStream;
import io.conserje.sandbox.voice.MediaStream.End;
import io.conserje.sandbox.voice.PhoneGuest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One leg of a call as Telnyx keeps it. */
final class TelnyxCall {

  static final String CONNECTION = "1494404757140276705";

  /** How long Telnyx ignores a command with an id it has had. */
  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  final String controlId = "v3:" + UUID.randomUUID();
  final String legId = UUID.randomUUID().toString();
  final String sessionId;
  final String from;
  final String to;
  final boolean incoming;
  final TelnyxCalls.Script script;
  private final Instant startedAt;
  private final Map<String, Instant> commands = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private String clientState;
  private boolean answered;
  private boolean machine;
  private int streams;
  private boolean recording;
  private Instant endedAt;

  /** Goes on talking where one stream follows another. */
  private final PhoneGuest guest;

  private final CallRecording recorded = new CallRecording();
  private int clears;
  private String streamEnd = "";

  TelnyxCall(
      String sessionId,
      String from,
      String to,
      boolean incoming,
      TelnyxCalls.Script script,
      Instant startedAt) {
    this.sessionId = sessionId == null ? UUID.randomUUID().toString() : sessionId;
    this.from = from;
    this.to = to;
    this.incoming = incoming;
    this.script = script;
    this.startedAt = startedAt;
    this.guest = new PhoneGuest(script.words());
  }

  /** The fields that nearly every event of the call has. */
  synchronized ObjectNode payload() {
    ObjectNode payload = Json.object();
    payload.put("call_control_id", controlId).put("call_leg_id", legId);
    payload.put("call_session_id", sessionId).put("connection_id", CONNECTION);
    payload.put("client_state", clientState).put("from", from).put("to", to);
    return payload;
  }

  /** Whether a command counts; with an id it has had of late it does not. */
  synchronized boolean takes(String name, JsonNode body, Instant now) {
    String id = body.path("command_id").asText("");
    Instant before = id.isEmpty() ? null : commands.put(id, now);
    if (before != null && before.plus(REMEMBERED).isAfter(now)) {
      return false;
    }
    told.add(name);
    if (body.has("client_state")) {
      clientState = body.path("client_state").asText();
    }
    return true;
  }

  synchronized List<String> told() {
    return List.copyOf(told);
  }

  synchronized void keep(String state) {
    clientState = state;
  }

  synchronized void answer() {
    answered = true;
  }

  synchronized void answeredBy(boolean aMachine) {
    machine = aMachine;
  }

  synchronized boolean isMachine() {
    return machine;
  }

  synchronized boolean isAnswered() {
    return answered;
  }

  /** How often a stream was asked for, this time included. */
  synchronized int nextStream() {
    return ++streams;
  }

  synchronized boolean isStreaming() {
    return streams > 0;
  }

  synchronized void record(boolean on) {
    recording = on;
  }

  synchronized boolean isRecording() {
    return recording;
  }

  /** False if it was over already. */
  synchronized boolean end(Instant now) {
    boolean first = endedAt == null;
    endedAt = first ? now : endedAt;
    return first;
  }

  synchronized boolean isOver() {
    return endedAt != null;
  }

  long seconds() {
    return endedAt == null ? 0 : Duration.between(startedAt, endedAt).toSeconds();
  }

  String startTime() {
    return startedAt.toString();
  }

  /** Until one side ends it. */
  End carry(TelnyxDialect dialect, URI address, Runnable begun) {
    MediaStream media = new MediaStream(dialect, script.road(), guest, recorded);
    End end = media.play(address, List.of(), begun);
    synchronized (this) {
      clears += media.clears();
      streamEnd = end.name();
    }
    return end;
  }

  synchronized Carried carried() {
    return new Carried(streamEnd, clears, guest.moments(), recorded);
  }

  /** As {@code GET /calls/{id}} gives it. */
  synchronized ObjectNode json() {
    ObjectNode data = Json.object().put("record_type", "call").put("is_alive", endedAt == null);
    data.put("call_control_id", controlId).put("call_leg_id", legId);
    data.put("call_session_id", sessionId).put("client_state", clientState);
    data.put("start_time", startTime());
    if (endedAt != null) {
      data.put("end_time", endedAt.toString()).put("call_duration", seconds());
    }
    return Json.object().set("data", data);
  }
}
