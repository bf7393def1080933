package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reading a control's body; what is wrong is said by name. */
final class Fields {

  private final JsonNode body;

  private Fields(JsonNode body) {
    this.body = body;
  }

  /** Refuses fields that nobody would read. */
  static Fields of(JsonNode body, String... known) {
    Set<String> unknown = new TreeSet<>();
    body.fieldNames().forEachRemaining(unknown::add);
    List.of(known).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("Unknown: " + String.join(", ", unknown) + ".");
    }
    return new Fields(body);
  }

  String required(String name) {
    String value = text(name, null);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing.");
    }
    return value;
  }

  String text(String name, String otherwise) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is no text.");
    }
    return value.asText();
  }

  /** An object of texts; empty when there is none. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode object = body.path(name);
    if (!object.isMissingNode() && !object.isNull() && !object.isObject()) {
      throw new IllegalArgumentException(name + " is no object of texts.");
    }
    object.fields().forEachRemaining(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  Integer number(String name, Integer otherwise) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || value.asInt() < 0) {
      throw new IllegalArgumentException(name + " is no number.");
    }
    return value.asInt();
  }

  boolean flag(String name, boolean otherwise) {
    JsonNode value = body.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw new IllegalArgumentException(name + " is neither true nor false.");
    }
    return value.asBoolean(otherwise);
  }
}
