package io.conserje.conversations;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON as maps and lists. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.createDefault();

  private Json() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(String json) {
    return (Map<String, Object>) value(json);
  }

  static Object value(String json) {
    try {
      return MAPPER.readValue(json, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(Map<String, ?> value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
