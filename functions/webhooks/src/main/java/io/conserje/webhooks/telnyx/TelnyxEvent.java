package io.conserje.webhooks.telnyx;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.OpenWord;
import io.conserje.connectors.json.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One event of Telnyx's, of whatever type.
 *
 * @param id Telnyx's own: the same whenever the event is delivered
 * @param at when it happened
 */
record TelnyxEvent(
    String id, String type, Part payload, Instant at, Instant receivedAt, String correlation) {

  private static final int LONGEST_ID = 120;

  /** Empty for what is no event. */
  static Optional<TelnyxEvent> read(
      byte[] body, OpenJson json, Instant receivedAt, String correlation) {
    return json.read(body)
        .map(all -> all.at("data"))
        .filter(data -> !data.text("event_type").isBlank())
        .map(data ->
            new TelnyxEvent(
                id(data, json),
                OpenWord.of(data.text("event_type")),
                data.at("payload"),
                data.time("occurred_at").orElse(receivedAt),
                receivedAt,
                correlation));
  }

  /** Brought again, an event differs in its meta: without an id it is told by the rest. */
  private static String id(Part data, OpenJson json) {
    String id = data.text("id");
    return id.isBlank()
        ? digest(json.write(data.fields()).getBytes(StandardCharsets.UTF_8))
        : id(id);
  }

  /** One that is longer than any of Telnyx's is cut down to its digest. */
  static String id(String text) {
    return text.length() <= LONGEST_ID ? text : digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
