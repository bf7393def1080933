package io.conserje.sandbox.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A request that the provider refuses, and how it says so. */
record ChatProblem(int status, String type, String code, String message) {

  static final ChatProblem UNAUTHORIZED =
      new ChatProblem(
          401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");

  static ChatProblem ofStatus(int status, String code) {
    String type =
        status == 429 ? "tokens" : status >= 500 ? "server_error" : "invalid_request_error";
    String usual = status == 429 ? "rate_limit_exceeded" : null;
    String known = code == null ? usual : code;
    String kind = "insufficient_quota".equals(known) ? known : type;
    return new ChatProblem(status, kind, known, "Simulated trouble.");
  }

  String json() {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("message", message)
        .put("type", type)
        .putNull("param")
        .put("code", code);
    return Json.write(body);
  }

  /** What the documentation says is refused with 400. */
  static Optional<ChatProblem> of(String provider, JsonNode body) {
    if (!body.path("model").isTextual()) {
      return bad("you must provide a model parameter");
    }
    if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
      return bad("'messages' is not an array of at least one message");
    }
    if (body.has("tools") && body.path("tools").isEmpty()) {
      return bad("[] is too short - 'tools'");
    }
    if (body.has("max_tokens")) {
      return bad("Unsupported parameter: 'max_tokens' is not supported with this model.");
    }
    for (JsonNode tool : body.path("tools")) {
      if (!tool.path("function").path("name").asText().matches("[a-zA-Z0-9_-]{1,64}")) {
        return bad("Invalid 'tools[].function.name'");
      }
    }
    if (provider.equals("groq") && (body.has("logprobs") || body.has("logit_bias"))) {
      return bad("property is unsupported");
    }
    return messages(provider, body.path("messages"));
  }

  /** Each call is followed by its result, and each result follows its call. */
  private static Optional<ChatProblem> messages(String provider, JsonNode messages) {
    Set<String> open = new HashSet<>();
    for (JsonNode message : messages) {
      if (provider.equals("groq") && message.has("name")) {
        return bad("property 'name' is unsupported");
      }
      String role = message.path("role").asText();
      if (role.equals("tool")) {
        if (!open.remove(message.path("tool_call_id").asText())) {
          return bad("messages with role 'tool' must be a response to a preceding tool call");
        }
        if (!message.path("content").isTextual()) {
          return bad("'content' of a tool message has to be a string");
        }
        continue;
      }
      if (!open.isEmpty()) {
        return bad("An assistant message with 'tool_calls' must be followed by tool messages");
      }
      if (!Set.of("system", "user", "assistant", "developer").contains(role)) {
        return bad("Invalid value: 'role'");
      }
      if (!message.has("tool_calls") && !message.path("content").isTextual()) {
        return bad("Invalid value for 'content': expected a string, got null.");
      }
      for (JsonNode call : message.path("tool_calls")) {
        if (!open.add(call.path("id").asText())) {
          return bad("Duplicate tool call id");
        }
      }
    }
    return open.isEmpty() ? Optional.empty() : bad("tool calls without a response");
  }

  private static Optional<ChatProblem> bad(String message) {
    return Optional.of(new ChatProblem(400, "invalid_request_error", null, message));
  }
}
