package io.conserje.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tool as a language model sees it. */
public record ToolSpec(String name, String description, List<Parameter> parameters) {

  /**
   * @param type a JSON schema type: {@code string}, {@code integer} …
   * @param choices what alone it can be; empty where that is open
   */
  public record Parameter(
      String name, String type, String description, boolean required, List<String> choices) {

    /** Dates and times have no {@code format}: some providers refuse a tool that has one. */
    private Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", type);
      schema.put("description", description);
      if (!choices.isEmpty()) {
        schema.put("enum", choices);
      }
      return schema;
    }
  }

  public ToolSpec(String name, String description, Arguments<?> arguments) {
    this(name, description, arguments.parameters());
  }

  /** Of the arguments, as a JSON schema. */
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required", parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
    schema.put("additionalProperties", false);
    return schema;
  }
}
