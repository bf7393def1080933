package io.conserje.sandbox.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one streamed answer, as the provider documents them. OpenAI sends calls letter by
 * letter and the price in a chunk without choices; Groq sends calls whole and the price in its own
 * field.
 */
final class ChatEvents {

  private static final int FRAGMENT = 11;
  private static final long CREATED = 1795163000;

  private final boolean groq;
  private final String model;
  private final List<String> events = new ArrayList<>();

  private ChatEvents(String provider, String model) {
    this.groq = provider.equals("groq");
    this.model = model;
  }

  /**
   * @param answer {@code text} or {@code calls}, as the control takes them
   * @param read the tokens of the request
   */
  static List<String> of(String provider, String model, JsonNode answer, int read) {
    ChatEvents made = new ChatEvents(provider, model);
    made.begin();
    made.think(answer.path("reasoning").asText(""));
    boolean calls = answer.path("calls").size() > 0;
    if (calls) {
      made.calls(answer.path("calls"));
    } else {
      made.text(answer.path("text").asText(""));
    }
    made.end(calls ? "tool_calls" : "stop", read, answer.toString().length() / 4);
    return made.events;
  }

  private void begin() {
    ObjectNode delta = Json.object().put("role", "assistant");
    delta.put("content", "");
    ObjectNode chunk = chunk(delta, null);
    if (groq) {
      chunk.putObject("x_groq").put("id", "req_01");
    }
    add(chunk);
  }

  private void think(String thoughts) {
    if (!thoughts.isEmpty()) {
      add(chunk(Json.object().put("reasoning", thoughts), null));
    }
  }

  private void text(String text) {
    pieces(text).forEach(piece -> add(chunk(Json.object().put("content", piece), null)));
  }

  private void calls(JsonNode calls) {
    for (int i = 0; i < calls.size(); i++) {
      JsonNode arguments = calls.get(i).path("arguments");
      String written = arguments.isTextual() ? arguments.asText() : arguments.toString();
      String name = calls.get(i).path("name").asText();
      if (groq) {
        add(chunk(call(i, "fc_" + i, name, written), null));
      } else {
        add(chunk(call(i, "call_" + i, name, ""), null));
        for (String piece : pieces(written)) {
          add(chunk(call(i, null, null, piece), null));
        }
      }
    }
  }

  private static ObjectNode call(int index, String id, String name, String arguments) {
    ObjectNode delta = Json.object();
    ObjectNode call = delta.putArray("tool_calls").addObject().put("index", index);
    if (id != null) {
      call.put("id", id).put("type", "function");
    }
    ObjectNode function = call.putObject("function");
    if (name != null) {
      function.put("name", name);
    }
    function.put("arguments", arguments);
    return delta;
  }

  private void end(String reason, int read, int written) {
    ObjectNode last = chunk(Json.object(), reason);
    ObjectNode usage =
        Json.object()
            .put("prompt_tokens", read)
            .put("completion_tokens", written)
            .put("total_tokens", read + written);
    if (groq) {
      last.putObject("x_groq").put("id", "req_01").set("usage", usage);
      add(last);
    } else {
      add(last);
      ObjectNode price = base();
      price.putArray("choices");
      price.set("usage", usage);
      add(price);
    }
    events.add("data: [DONE]\n\n");
  }

  private ObjectNode base() {
    return Json.object()
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion.chunk")
        .put("created", CREATED)
        .put("model", model);
  }

  private ObjectNode chunk(ObjectNode delta, String reason) {
    ObjectNode chunk = base();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.putNull("logprobs");
    choice.put("finish_reason", reason);
    return chunk;
  }

  private void add(ObjectNode chunk) {
    events.add("data: " + Json.write(chunk) + "\n\n");
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(text.length(), at + FRAGMENT);
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end++;
      }
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }
}
