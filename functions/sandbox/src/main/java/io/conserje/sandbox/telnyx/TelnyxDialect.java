package io.conserje.sandbox.telnyx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.voice.Dialect;
import io.conserje.sandbox.voice.NumberedMessages;
import io.conserje.sandbox.voice.PhoneSound;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Telnyx's, of one stream in µ-law. */
final class TelnyxDialect implements Dialect {

  private static final String USER = "3e6f995f-0000-4000-8000-000000000001";

  private final TelnyxCall call;
  private final boolean plays;
  private final InstantSource clock;
  private final String id = UUID.randomUUID().toString();
  private final NumberedMessages messages =
      new NumberedMessages("sequence_number", "stream_id", id);

  /**
   * @param plays whether it takes sound as it is
   */
  TelnyxDialect(TelnyxCall call, boolean plays, InstantSource clock) {
    this.call = call;
    this.plays = plays;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  @Override
  public List<String> opening() {
    ObjectNode message = messages.next("start");
    ObjectNode start = message.putObject("start");
    start.put("user_id", USER).put("call_control_id", call.controlId);
    start.put("call_session_id", call.sessionId).put("from", call.from).put("to", call.to);
    start.put("client_state", call.payload().path("client_state").asText());
    start
        .putObject("media_format")
        .put("encoding", "PCMU")
        .put("sample_rate", PhoneSound.RATE)
        .put("channels", 1);
    return List.of("{\"event\":\"connected\",\"version\":\"1.0.0\"}", message.toString());
  }

  @Override
  public String media(long number, byte[] sound) {
    return messages.media(number, sound);
  }

  @Override
  public String mark(String name) {
    return messages.mark(name);
  }

  @Override
  public String key(char key) {
    ObjectNode message = messages.next("dtmf");
    message.put("occurred_at", clock.instant().toString());
    message.putObject("dtmf").put("digit", String.valueOf(key));
    return message.toString();
  }

  @Override
  public String stop() {
    ObjectNode message = messages.next("stop");
    message.putObject("stop").put("user_id", USER).put("call_control_id", call.controlId);
    return message.toString();
  }

  @Override
  public String complaint(byte[] sound) {
    if (plays && sound.length >= PhoneSound.FRAME) {
      return "";
    }
    ObjectNode message = Json.object().put("event", "error").put("stream_id", id);
    message
        .putObject("payload")
        .put("code", 100003)
        .put("title", "malformed_frame")
        .put("detail", plays ? "Less than 20 ms of sound" : "No MP3");
    return message.toString();
  }
}
