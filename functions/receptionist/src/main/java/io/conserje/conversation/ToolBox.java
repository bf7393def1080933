package io.conserje.conversation;

import io.conserje.venue.Venue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools a model is given, by name. A call that makes no sense is answered, never thrown. */
public final class ToolBox {

  private final Map<String, Tool> tools = new LinkedHashMap<>();

  public ToolBox(List<Tool> tools) {
    tools.forEach(tool -> this.tools.put(tool.spec().name(), tool));
  }

  /** Both together. */
  public ToolBox and(ToolBox more) {
    List<Tool> all = new ArrayList<>(tools.values());
    all.addAll(more.tools.values());
    return new ToolBox(all);
  }

  public List<ToolSpec> specs() {
    return tools.values().stream().map(Tool::spec).toList();
  }

  /** What a model is offered in a house. */
  public List<ToolSpec> specs(Venue venue) {
    return tools.values().stream().filter(t -> t.servesIn(venue)).map(Tool::spec).toList();
  }

  /** Whether a call leaves everything in the house as it is. */
  boolean onlyLooks(ToolCall call) {
    Tool tool = tools.get(call.name());
    return tool == null || tool.onlyLooks(call);
  }

  public ToolResult run(ToolCall call, Tool.Context context) {
    Tool tool = tools.get(call.name());
    if (tool == null) {
      return refused(call, "There is no tool of this name.");
    }
    if (!call.readable()) {
      return refused(call, "The arguments were no JSON object.");
    }
    try {
      return tool.run(call, context);
    } catch (InvalidArgument e) {
      return refused(call, e.getMessage());
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      return refused(call, "These arguments make no sense together.");
    }
  }

  private static ToolResult refused(ToolCall call, String detail) {
    return Tool.result(
        call,
        Map.of(
            "status",
            "refused",
            "reason",
            "invalid_arguments",
            "detail",
            detail,
            "alternatives",
            List.of()));
  }
}
