package io.conserje.voice.twilio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What Twilio sends over a media stream.
 *
 * @see <a href="https://www.twilio.com/docs/voice/media-streams/websocket-messages">Twilio: media
 *     streams</a>
 */
sealed interface TwilioFrame {

  /**
   * @param encoding {@code audio/x-mulaw}
   */
  record Start(String stream, String call, String account, String encoding, int rate)
      implements TwilioFrame {}

  /** The guest's sound; what is played to the guest is not sent. */
  record Media(byte[] sound) implements TwilioFrame {}

  record Digit(char digit) implements TwilioFrame {}

  record Mark(String name) implements TwilioFrame {}

  record Stop() implements TwilioFrame {}

  /** Nothing to us: greetings, other tracks, what Twilio may add. */
  record Other() implements TwilioFrame {}

  /**
   * @throws IllegalArgumentException for what is no message of Twilio's
   */
  static TwilioFrame read(byte[] json) {
    try (JsonParser parser = Reading.JSON.createParser(json)) {
      return new Reading().frame(parser);
    } catch (IOException broken) {
      throw new IllegalArgumentException("no message of Twilio's", broken);
    }
  }

  /** One pass over the text; only what is needed is kept. */
  final class Reading {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 3;

    private final Map<String, String> values = new HashMap<>(16);
    private byte[] payload;
    private String track = "";

    private TwilioFrame frame(JsonParser parser) throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no JSON object");
      }
      fields(parser, "", 1);
      return switch (value("event")) {
        case "media" -> media();
        case "mark" -> new Mark(value("mark.name"));
        case "dtmf" -> digit();
        case "start" -> start();
        case "stop" -> new Stop();
        default -> new Other();
      };
    }

    private void fields(JsonParser parser, String path, int depth) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = path + parser.currentName();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT && name.equals("media")) {
          sound(parser);
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
    private void sound(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (token.isStructStart()) {
          parser.skipChildren();
        } else if (name.equals("payload") && token == JsonToken.VALUE_STRING) {
          payload = parser.getBinaryValue();
        } else if (name.equals("track")) {
          track = parser.getText();
        }
      }
    }

    private TwilioFrame media() {
      if (payload == null) {
        throw new IllegalArgumentException("media without a payload");
      }
      return payload.length > 0 && (track.isEmpty() || track.startsWith("inbound"))
          ? new Media(payload)
          : new Other();
    }

    private TwilioFrame digit() {
      String digit = value("dtmf.digit");
      return digit.length() == 1 ? new Digit(digit.charAt(0)) : new Other();
    }

    private TwilioFrame start() {
      return new Start(
          value("start.streamSid"),
          value("start.callSid"),
          value("start.accountSid"),
          value("start.mediaFormat.encoding"),
          number(value("start.mediaFormat.sampleRate")));
    }

    private static int number(String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException none) {
        return 0;
      }
    }

    private String value(String name) {
      return values.getOrDefault(name, "");
    }
  }
}
