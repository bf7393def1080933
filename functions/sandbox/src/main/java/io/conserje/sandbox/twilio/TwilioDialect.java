package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.voice.Dialect;
import io.conserje.sandbox.voice.NumberedMessages;
import io.conserje.sandbox.voice.PhoneSound;
import java.util.List;
import java.util.Map;

/** Twilio's, of one stream. */
final class TwilioDialect implements Dialect {

  private final String account;
  private final String callSid;
  private final String streamSid;
  private final Map<String, String> parameters;
  private final NumberedMessages messages;

  TwilioDialect(String account, String callSid, String streamSid, Map<String, String> parameters) {
    this.account = account;
    this.callSid = callSid;
    this.streamSid = streamSid;
    this.parameters = parameters;
    this.messages = new NumberedMessages("sequenceNumber", "streamSid", streamSid);
  }

  @Override
  public List<String> opening() {
    ObjectNode message = messages.next("start");
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
    message.putObject("dtmf").put("track", "inbound_track").put("digit", String.valueOf(key));
    return message.toString();
  }

  @Override
  public String stop() {
    ObjectNode message = messages.next("stop");
    message.putObject("stop").put("accountSid", account).put("callSid", callSid);
    return message.toString();
  }
}
