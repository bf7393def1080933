package io.conserje.conversation.builtin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The same things twice in one flat map, the second time under a prefix. */
final class Maps {

  private Maps() {}

  static Map<String, String> under(Map<String, String> map, String prefix) {
    Map<String, String> part = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      if (key.startsWith(prefix)) {
        part.put(key.substring(prefix.length()), value);
      }
    });
    return part;
  }

  static void write(Map<String, String> map, String prefix, Consumer<Map<String, String>> writer) {
    Map<String, String> part = new LinkedHashMap<>();
    writer.accept(part);
    part.forEach((key, value) -> map.put(prefix + key, value));
  }
}
