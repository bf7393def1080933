package io.conserje.connectors.vapi;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.conversation.ToolCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tool calls of a message. VAPI lists the same calls up to three times, with the arguments as
 * an object, as a text of JSON that a token limit may have cut off, or flat beside the name.
 */
public final class VapiToolCalls {

  private final OpenJson json;

  public VapiToolCalls(OpenJson json) {
    this.json = json;
  }

  /** Each call once, by its id, in VAPI's order. */
  public List<ToolCall> of(VapiMessage message) {
    Part body = message.body();
    Map<String, ToolCall> byId = new LinkedHashMap<>();
    Stream.of(
            body.each("toolCallList").stream(),
            body.each("toolWithToolCallList").stream().map(VapiToolCalls::inner),
            body.each("toolCalls").stream())
        .flatMap(calls -> calls)
        .map(call -> call(call, message, byId.size()))
        .forEach(call -> byId.putIfAbsent(call.id(), call));
    return List.copyOf(byId.values());
  }

  /** The one call of the message that tool calls have replaced; it has no id. */
  public ToolCall legacy(VapiMessage message) {
    Part call = message.body().at("functionCall");
    return call(call, "function-call:" + message.digest());
  }

  /** A tool's configuration with its call under {@code toolCall}; the name may stand outside. */
  private static Part inner(Part tool) {
    Part call = tool.at("toolCall");
    if (!name(call).isEmpty()) {
      return call;
    }
    Map<String, Object> named = new LinkedHashMap<>(call.fields());
    named.put("name", name(tool));
    return new Part(named);
  }

  private ToolCall call(Part call, VapiMessage message, int position) {
    String id = call.text("id");
    return call(call, id.isEmpty() ? "unnamed:" + message.digest() + ":" + position : id);
  }

  private ToolCall call(Part call, String id) {
    Object given = given(call);
    return switch (given) {
      case null -> new ToolCall(id, name(call), Map.of());
      case Map<?, ?> map -> new ToolCall(id, name(call), Part.of(map).fields());
      case String text when text.isBlank() -> new ToolCall(id, name(call), Map.of());
      case String text ->
          json.read(text)
              .map(part -> new ToolCall(id, name(call), part.fields()))
              .orElseGet(() -> ToolCall.unreadable(id, name(call)));
      default -> ToolCall.unreadable(id, name(call));
    };
  }

  private static Object given(Part call) {
    Part function = call.at("function");
    return Stream.of(
            function.value("arguments"),
            function.value("parameters"),
            call.value("arguments"),
            call.value("parameters"))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  private static String name(Part call) {
    String inside = call.at("function").text("name");
    return inside.isEmpty() ? call.text("name") : inside;
  }
}
