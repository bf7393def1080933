package io.conserje.connectors.languagemodel;

import io.micronaut.json.tree.JsonNode;
import java.util.List;

/** Reading what a provider wrote: what is not there, or of another kind, is null or empty. */
final class Fields {

  private static final JsonNode NOTHING = JsonNode.nullNode();

  private Fields() {}

  /** Never null. */
  static JsonNode at(JsonNode node, String name) {
    JsonNode value = node.isObject() ? node.get(name) : null;
    return value == null ? NOTHING : value;
  }

  /** Null where it is no text. */
  static String text(JsonNode node, String name) {
    JsonNode value = at(node, name);
    return value.isString() ? value.getStringValue() : null;
  }

  static long number(JsonNode node, String name) {
    JsonNode value = at(node, name);
    return value.isNumber() ? value.getLongValue() : 0;
  }

  static Iterable<JsonNode> each(JsonNode node, String name) {
    JsonNode value = at(node, name);
    return value.isArray() ? value.values() : List.of();
  }
}
