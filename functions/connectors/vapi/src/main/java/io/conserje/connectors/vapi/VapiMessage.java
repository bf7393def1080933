package io.conserje.connectors.vapi;

import io.conserje.call.CallPlace;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What VAPI says to its server: {@code {"message": {"type": …}}}.
 *
 * @param body the message
 * @param digest of the bytes: another delivery of the same message has the same
 */
public record VapiMessage(Part body, String digest, Instant receivedAt, String correlation) {

  public static final String PROVIDER = "vapi";
  private static final int LONGEST = 200;
  private static final int DIGEST = 24;

  /** Empty for what is no such message. */
  public static Optional<VapiMessage> read(
      byte[] bytes, OpenJson json, Instant receivedAt, String correlation) {
    return json.read(bytes)
        .map(envelope -> envelope.at("message"))
        .filter(message -> !message.text("type").isBlank())
        .map(message -> new VapiMessage(message, digest(bytes), receivedAt, correlation));
  }

  /** Without the condition that a subscription may carry: {@code transcript[…]}. */
  public String type() {
    String type = body.text("type").strip();
    int condition = type.indexOf('[');
    return condition < 0 ? type : type.substring(0, condition);
  }

  /** When it was said to have been sent; when it came, where that is not to be read. */
  public Instant at() {
    return body.time("timestamp").orElse(receivedAt);
  }

  public CallPlace place() {
    return VapiPlace.of(body).orUnnamed(digest);
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(all).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What the guest said last, as far as the message tells. */
  public String lastWords() {
    List<Part> said = body.at("artifact").each("messages");
    List<Part> all = said.isEmpty() ? body.each("messages") : said;
    List<Part> formatted = body.each("messagesOpenAIFormatted");
    return lastOf(all, "message")
        .or(() -> lastOf(formatted, "content"))
        .map(words -> words.length() <= LONGEST ? words : words.substring(0, LONGEST))
        .orElse("");
  }

  private static Optional<String> lastOf(List<Part> messages, String field) {
    return messages.reversed().stream()
        .filter(message -> message.text("role").equals("user"))
        .map(message -> message.firstText(field, "message", "content"))
        .filter(words -> !words.isBlank())
        .findFirst();
  }
}
