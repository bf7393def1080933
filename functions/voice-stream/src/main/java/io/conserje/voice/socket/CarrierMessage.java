package io.conserje.voice.socket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * One message of a carrier over the socket of a call: a JSON object. Carriers differ in the names
 * of fields, not in the form.
 */
public final class CarrierMessage {

  /** No frame counts as this. */
  public static final long UNCOUNTED = 0;

  private static final JsonFactory JSON = new JsonFactory();
  private static final int DEEPEST = 3;

  private final Map<String, String> values = new HashMap<>(16);
  private byte[] payload;
  private String track = "";
  private String chunk = "";

  private CarrierMessage() {}

  /**
   * One pass over the text; only what is needed is kept.
   *
   * @throws IllegalArgumentException for what is no such message
   */
  public static CarrierMessage read(byte[] json) {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no JSON object");
      }
      CarrierMessage message = new CarrierMessage();
      message.fields(parser, "", 1);
      return message;
    } catch (IOException broken) {
      throw new IllegalArgumentException("no message of a carrier", broken);
    }
  }

  private void fields(JsonParser parser, String path, int depth) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = path.isEmpty() ? parser.currentName() : path + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT && name.equals("media")) {
        media(parser);
      } else if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
        fields(parser, name + ".", depth + 1);
      } else if (token.isStructStart()) {
        parser.skipChildren();
      } else {
        values.put(name, parser.getText());
      }
    }
  }

  /** Fifty times a second in each call: nothing is kept but what counts. */
  private void media(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        parser.skipChildren();
      } else if (name.equals("payload") && token == JsonToken.VALUE_STRING) {
        payload = parser.getBinaryValue();
      } else if (name.equals("track")) {
        track = parser.getText();
      } else if (name.equals("chunk")) {
        chunk = parser.getText();
      }
    }
  }

  /** Of a media stream: what it is. */
  public String event() {
    return text("event");
  }

  /**
   * @param path as {@code start.callSid}
   * @return empty where there is none
   */
  public String text(String path) {
    return values.getOrDefault(path, "");
  }

  /** 0 for what is no number. */
  public int number(String path) {
    return (int) number(text(path), 9);
  }

  private static long number(String text, int digits) {
    boolean number =
        !text.isEmpty()
            && text.length() <= digits
            && text.chars().allMatch(one -> one >= '0' && one <= '9');
    return number ? Long.parseLong(text) : 0;
  }

  /**
   * The guest's sound; empty where it is another side's.
   *
   * @throws IllegalArgumentException where there is none
   */
  public byte[] sound() {
    if (payload == null) {
      throw new IllegalArgumentException("media without a payload");
    }
    return track.isEmpty() || track.startsWith("inbound") ? payload : new byte[0];
  }

  /** Which frame of the guest's it is, from 1; {@link #UNCOUNTED} where that is not said. */
  public long chunk() {
    return number(chunk, 18);
  }
}
