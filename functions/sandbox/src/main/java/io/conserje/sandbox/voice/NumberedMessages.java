package io.conserje.sandbox.voice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the telephone companies word alike over a media stream: events that are numbered from 1 and
 * name their stream, of which only the names of these two fields differ.
 */
public final class NumberedMessages {

  private final String numberField;
  private final String streamField;
  private final String stream;
  private final AtomicInteger sequence = new AtomicInteger();

  public NumberedMessages(String numberField, String streamField, String stream) {
    this.numberField = numberField;
    this.streamField = streamField;
    this.stream = stream;
  }

  /** The next one, to be filled in. */
  public ObjectNode next(String event) {
    return Json.object()
        .put("event", event)
        .put(numberField, String.valueOf(sequence.incrementAndGet()))
        .put(streamField, stream);
  }

  /** As {@link Dialect#media}. */
  public String media(long number, byte[] sound) {
    ObjectNode message = next("media");
    message
        .putObject("media")
        .put("track", "inbound")
        .put("chunk", String.valueOf(number))
        .put("timestamp", String.valueOf((number - 1) * 20))
        .put("payload", Base64.getEncoder().encodeToString(sound));
    return message.toString();
  }

  /** As {@link Dialect#mark}. */
  public String mark(String name) {
    ObjectNode message = next("mark");
    message.putObject("mark").put("name", name);
    return message.toString();
  }
}
