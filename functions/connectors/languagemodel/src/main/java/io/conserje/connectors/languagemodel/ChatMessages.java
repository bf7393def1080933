package io.conserje.connectors.languagemodel;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A conversation as chat completions take it. Whatever model took a step, the next one is shown it
 * as its own: calls get ids of ours, since another model's may repeat themselves.
 */
final class ChatMessages {

  private static final int LONGEST_QUOTE = 300;

  private final ObjectMapper json;
  private final List<Map<String, Object>> messages = new ArrayList<>();

  private ChatMessages(ObjectMapper json) {
    this.json = json;
  }

  static List<Map<String, Object>> of(
      String instructions, ModelRequest request, ObjectMapper json) {
    ChatMessages made = new ChatMessages(json);
    made.add("system", instructions);
    request.history().forEach(made::said);
    made.turn(request);
    return made.messages;
  }

  /** Each step after the messages it had seen. */
  private void turn(ModelRequest request) {
    List<Message> open = new ArrayList<>(request.unanswered());
    for (Step step : request.steps()) {
      while (!open.isEmpty() && open.getFirst().position() <= step.seenUpTo()) {
        said(open.removeFirst());
      }
      step(step);
    }
    open.forEach(this::said);
  }

  private void said(Message message) {
    add(message.from() == Message.From.GUEST ? "user" : "assistant", words(message));
  }

  private static String words(Message message) {
    String answers = message.answers();
    return answers.isEmpty()
        ? message.text()
        : "(In reply to: \"%s\")\n%s"
            .formatted(
                answers.length() > LONGEST_QUOTE ? answers.substring(0, LONGEST_QUOTE) : answers,
                message.text());
  }

  private void step(Step step) {
    List<ToolCall> calls = step.answer().calls();
    if (calls.isEmpty()) {
      if (!step.answer().text().isBlank()) {
        add("assistant", step.answer().text());
      }
      return;
    }
    List<Map<String, Object>> asked = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      asked.add(call(id(step, i), calls.get(i)));
    }
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("role", "assistant");
    message.put("content", null);
    message.put("tool_calls", asked);
    messages.add(message);
    results(step);
  }

  /** Exactly one result for each call, or the request is refused. */
  private void results(Step step) {
    for (int i = 0; i < step.answer().calls().size(); i++) {
      Map<String, Object> content =
          i < step.results().size() ? step.results().get(i).content() : Map.of("status", "not_run");
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("role", "tool");
      message.put("tool_call_id", id(step, i));
      message.put("content", write(content));
      messages.add(message);
    }
  }

  private static String id(Step step, int position) {
    return "call_" + step.number() + "_" + position;
  }

  private Map<String, Object> call(String id, ToolCall call) {
    Map<String, Object> function = new LinkedHashMap<>();
    function.put("name", call.name().replaceAll("[^a-zA-Z0-9_-]", "_"));
    function.put("arguments", call.readable() ? write(call.arguments()) : "{}");
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("id", id);
    made.put("type", "function");
    made.put("function", function);
    return made;
  }

  private void add(String role, String content) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("role", role);
    message.put("content", content);
    messages.add(message);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
