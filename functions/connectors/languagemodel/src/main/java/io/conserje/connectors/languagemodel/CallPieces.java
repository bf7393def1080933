package io.conserje.connectors.languagemodel;

import io.conserje.conversation.ToolCall;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** One tool call as it comes: id and name once, its arguments letter by letter. */
final class CallPieces {

  private static final Argument<Map<String, Object>> ARGUMENTS =
      Argument.mapOf(String.class, Object.class);

  private String id;
  private String name;
  private final StringBuilder arguments = new StringBuilder();
  private JsonNode whole;

  void take(JsonNode piece) {
    JsonNode function = Fields.at(piece, "function");
    id = id == null ? Fields.text(piece, "id") : id;
    name = name == null || name.isEmpty() ? Fields.text(function, "name") : name;
    JsonNode more = Fields.at(function, "arguments");
    if (more.isString()) {
      arguments.append(more.getStringValue());
    } else if (more.isObject()) {
      whole = more;
    }
  }

  boolean nameless() {
    return name == null || name.isBlank();
  }

  ToolCall call(long index, ObjectMapper json) {
    String known = id == null || id.isBlank() ? "call-" + index : id;
    try {
      return new ToolCall(known, name.strip(), arguments(json));
    } catch (IOException | RuntimeException e) {
      return ToolCall.unreadable(known, name.strip());
    }
  }

  /** No arguments at all may be written as nothing. */
  private Map<String, Object> arguments(ObjectMapper json) throws IOException {
    String written = whole == null ? arguments.toString() : json.writeValueAsString(whole);
    if (written.isBlank()) {
      return Map.of();
    }
    Map<String, Object> read = json.readValue(written, ARGUMENTS);
    if (read == null) {
      throw new IOException("null");
    }
    return read;
  }
}
