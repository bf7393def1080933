package io.conserje.webhooks.twilio;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Signature vectors as data: from the test suites of Twilio's libraries, and over our samples. */
final class Vectors {

  private Vectors() {}

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> of(String group) {
    Map<String, Object> all = (Map<String, Object>) vectors().get("twilio");
    return (List<Map<String, Object>>) all.get(group);
  }

  /** A sample's exact bytes. */
  static String sample(String name) {
    return text("/twilio/samples/" + name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> vectors() {
    try (ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of())) {
      return mapper.readValue(text("/twilio/signature-vectors.json"), Map.class);
    } catch (IOException noJson) {
      throw new java.io.UncheckedIOException(noJson);
    }
  }

  private static String text(String resource) {
    try (InputStream in = Vectors.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
