package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.voice.Dialect;
import io.conserje.sandbox.voice.PhoneSound;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Twilio's, of one stream. */
final class TwilioDialect implements Dialect {

  private final String account;
  private final String callSid;
  private final String streamSid;
  private final Map<String, String> parameters;
  private final AtomicInteger sequence = new AtomicInteger();

  TwilioDialect(String account, String callSid, String streamSid, Map<String, String> parameters) {
    this.account = account;
    this.callSid = callSid;
    this.streamSid = streamSid;
    this.parameters = parameters;
  }

  @Override
  public List<String> opening() {
    ObjectNode message = message("start");
    ObjectNode start = message.putObject("start");
    start.put("accountSid", account).put("streamSid", streamSid).put("callSid", callSid);
    start.putArray("tracks").add("inbound");
    start
        .putObject("mediaFormat")
        .put("encoding", "audio/x-mulaw")
        .put("sampleRate", PhoneSound.RATE)
        .put("channels", 1);
    ObjectNode custom = start.putObject("customParameters");
    parameters.forEach(custom::put);
    return List.of(
        "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}",
        message.toString());
  }

  private ObjectNode message(String event) {
    return Json.object()
        .put("event", event)
        .put("sequenceNumber", String.valueOf(sequence.incrementAndGet()))
        .put("streamSid", streamSid);
  }

  @Override
  public String media(long number, byte[] sound) {
    ObjectNode message = message("media");
    message
        .putObject("media")
        .put("track", "inbound")
        .put("chunk", String.valueOf(number))
        .put("timestamp", String.valueOf((number - 1) * 20))
        .put("payload", Base64.getEncoder().encodeToString(sound));
    return message.toString();
  }

  @Override
  public String mark(String name) {
    ObjectNode message = message("mark");
    message.putObject("mark").put("name", name);
    return message.toString();
  }

  @Override
  public String key(char key) {
    ObjectNode message = message("dtmf");
    message.putObject("dtmf").put("track", "inbound_track").put("digit", String.valueOf(key));
    return message.toString();
  }

  @Override
  public String stop() {
    ObjectNode message = message("stop");
    message.putObject("stop").put("accountSid", account).put("callSid", callSid);
    return message.toString();
  }
}
