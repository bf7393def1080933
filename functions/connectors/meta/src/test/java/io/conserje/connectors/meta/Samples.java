package io.conserje.connectors.meta;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;

/** Meta's notices and answers as they come, byte for byte. */
final class Samples {

  static final OpenJson JSON = new OpenJson(ObjectMapper.getDefault());
  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private Samples() {}

  static byte[] bytes(String name) {
    try (var in = Samples.class.getResourceAsStream("/meta/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Part part(String name) {
    return JSON.read(bytes(name)).orElseThrow();
  }

  static MetaEvents.News news(String name) {
    return news(part(name));
  }

  static MetaEvents.News news(Part notice) {
    return new MetaEvents(InstantSource.fixed(NOW)).read(notice, "c");
  }
}
