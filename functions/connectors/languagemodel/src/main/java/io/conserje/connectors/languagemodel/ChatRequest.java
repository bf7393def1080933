package io.conserje.connectors.languagemodel;

import io.conserje.conversation.ModelRequest;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of a request for a chat completion. */
final class ChatRequest {

  /** An answer to a guest is a few sentences; what thinks needs room for that, too. */
  private static final int MOST_TOKENS = 2000;

  private ChatRequest() {}

  static String body(
      ModelAccount account, String instructions, ModelRequest request, ObjectMapper json) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", account.model());
    body.put("messages", ChatMessages.of(instructions, request, json));
    if (!request.tools().isEmpty()) {
      body.put("tools", ToolSchemas.of(request.tools()));
      // One at a time: what a second call should say often depends on how the first went.
      body.put("parallel_tool_calls", false);
    }
    body.put("max_completion_tokens", MOST_TOKENS);
    body.put("stream", true);
    body.put("stream_options", Map.of("include_usage", true));
    if (account.thinksAloud()) {
      body.put("include_reasoning", false);
    }
    return write(body, json);
  }

  private static String write(Map<String, Object> body, ObjectMapper json) {
    try {
      return json.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
