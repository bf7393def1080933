package io.conserje.conversation;

import java.util.Map;

/**
 * A wish of the language model to use a tool.
 *
 * @param id the model's own id, unique within its answer
 * @param arguments as JSON types: String, Number, Boolean, List, Map or null
 */
public record ToolCall(String id, String name, Map<String, Object> arguments) {

  /** No tool has an argument of this name. */
  private static final String UNREADABLE = "$unreadable";

  public ToolCall {
    arguments = arguments == null ? Map.of() : arguments;
  }

  /** A call whose arguments could not be read as JSON; a tool box refuses it. */
  public static ToolCall unreadable(String id, String name) {
    return new ToolCall(id, name, Map.of(UNREADABLE, true));
  }

  public boolean readable() {
    return !arguments.containsKey(UNREADABLE);
  }
}
