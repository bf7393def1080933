package io.conserje.connectors.languagemodel;

import io.conserje.conversation.ToolSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tools as chat completions take them: functions with a JSON schema of their arguments. */
final class ToolSchemas {

  private ToolSchemas() {}

  static List<Map<String, Object>> of(List<ToolSpec> tools) {
    return tools.stream().map(ToolSchemas::function).toList();
  }

  /**
   * Not {@code strict}: that would make every argument required, and a guest who said nothing of a
   * zone would be given one.
   */
  private static Map<String, Object> function(ToolSpec tool) {
    Map<String, Object> function = new LinkedHashMap<>();
    function.put("name", tool.name());
    function.put("description", tool.description());
    function.put("parameters", tool.schema());
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("type", "function");
    made.put("function", function);
    return made;
  }
}
