package io.conserje.conversation;

import java.util.Map;

/**
 * A wish of the language model to use a tool.
 *
 * @param id the model's own id, unique within its answer
 * @param arguments as JSON types: String, Number, Boolean, List, Map or null
 */
public record ToolCall(String id, String name, Map<String, Object> arguments) {

  public ToolCall {
    arguments = arguments == null ? Map.of() : arguments;
  }
}
