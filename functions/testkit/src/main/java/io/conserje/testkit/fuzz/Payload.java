package io.conserje.testkit.fuzz;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A webhook as the gateway hands it to a function, open for changes.
 *
 * @param envelope the event's other fields
 * @param query as it stands in the address, empty for none
 * @param headers by their names in small letters
 * @param base64 how the body travels; one that is no UTF-8 always travels so
 */
public record Payload(
    Map<String, Object> envelope,
    String query,
    Map<String, String> headers,
    byte[] body,
    boolean base64) {

  private static final PojoSerializer<Object> JSON =
      JacksonFactory.getInstance().getSerializer(Object.class);

  public Payload {
    base64 = base64 || !isUtf8(body);
  }

  /** The events of a folder, as {@code events/<provider>/good} holds them. */
  public static List<Payload> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(".expect.json"))
          .sorted()
          .map(Payload::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Payload read(Path file) {
    try {
      return of(map(Files.readString(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @SuppressWarnings("unchecked")
  private static Payload of(Map<String, Object> event) {
    boolean base64 = Boolean.TRUE.equals(event.get("isBase64Encoded"));
    String body = event.getOrDefault("body", "").toString();
    return new Payload(
        event,
        event.getOrDefault("rawQueryString", "").toString(),
        new TreeMap<>((Map<String, String>) event.get("headers")),
        base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8),
        base64);
  }

  /** A JSON object of somebody who writes well. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(String json) {
    return (Map<String, Object>) JSON.fromJson(json);
  }

  public String path() {
    return envelope.get("rawPath").toString();
  }

  /** Path and query. */
  public String target() {
    return query.isEmpty() ? path() : path() + "?" + query;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public Payload with(byte[] other) {
    return new Payload(envelope, query, headers, other, base64);
  }

  public Payload with(String other) {
    return with(other.getBytes(StandardCharsets.UTF_8));
  }

  /** Body and query changed alike. */
  public Payload everywhere(UnaryOperator<String> change) {
    return asking(change.apply(query)).with(change.apply(text()));
  }

  public Payload asking(String other) {
    return new Payload(envelope, other, headers, body, base64);
  }

  public Payload travelling(boolean inBase64) {
    return new Payload(envelope, query, headers, body, inBase64);
  }

  /**
   * @param value null to leave the header out
   */
  public Payload with(String header, String value) {
    Map<String, String> others = new TreeMap<>(headers);
    others.put(header, value);
    others.values().removeIf(v -> v == null);
    return new Payload(envelope, query, others, body, base64);
  }

  /** What the Lambda runtime hands to the function. */
  public byte[] event() {
    Map<String, Object> event = new LinkedHashMap<>(envelope);
    event.put("rawQueryString", query);
    event.put("headers", headers);
    event.put("isBase64Encoded", base64);
    event.put("body", base64 ? Base64.getEncoder().encodeToString(body) : text());
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.toJson(event, json);
    return json.toByteArray();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
