package io.conserje.connectors.vapi;

import io.conserje.connectors.json.OpenJson;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** VAPI's messages as they come, byte for byte. */
final class Samples {

  static final OpenJson JSON = new OpenJson(ObjectMapper.getDefault());
  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private Samples() {}

  static byte[] bytes(String name) {
    try (var in = Samples.class.getResourceAsStream("/vapi/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static VapiMessage message(String name) {
    return message(bytes(name));
  }

  static VapiMessage message(byte[] bytes) {
    return VapiMessage.read(bytes, JSON, NOW, "c").orElseThrow();
  }

  static VapiMessage message(Map<String, Object> fields) {
    return message(JSON.write(Map.of("message", fields)).getBytes());
  }
}
