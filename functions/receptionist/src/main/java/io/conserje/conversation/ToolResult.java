package io.conserje.conversation;

import java.util.Map;

/**
 * What came of a tool call.
 *
 * @param content facts for the model, as JSON types; {@code status} says how it went
 * @param mustHear what the guest has to be told even if no model ever phrases it, in the guest's
 *     language; null when nothing in the book changed
 */
public record ToolResult(String callId, String name, Map<String, Object> content, String mustHear) {

  public ToolResult {
    content = content == null ? Map.of() : content;
  }

  public String status() {
    return String.valueOf(content.get("status"));
  }
}
