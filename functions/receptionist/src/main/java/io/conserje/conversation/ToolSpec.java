package io.conserje.conversation;

import java.util.List;

/** A tool as a language model sees it. */
public record ToolSpec(String name, String description, List<Parameter> parameters) {

  /**
   * @param type a JSON schema type: {@code string}, {@code integer} …
   */
  public record Parameter(String name, String type, String description, boolean required) {}
}
