package io.conserje.connectors.languagemodel;

import io.conserje.conversation.LanguageModel.Listener;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.ToolCall;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a reply together from its chunks ("chat.completion.chunk"). It is whole only once a reason
 * for its end was seen: the end of the stream alone means that it was cut.
 */
final class StreamedReply {

  private static final String END = "[DONE]";
  private static final int LONGEST_TEXT = 8000;
  private static final int MOST_CALLS = 16;

  private final ObjectMapper json;
  private final Listener listener;
  private final SpokenText text;
  private final Map<Long, CallPieces> calls = new TreeMap<>();
  private Tokens tokens = Tokens.NONE;
  private String finish;
  private boolean refused;
  private boolean begun;
  private boolean done;

  StreamedReply(ObjectMapper json, Listener listener) {
    this.json = json;
    this.listener = listener;
    this.text = new SpokenText(listener);
  }

  /** Whether any part of the answer has come. */
  boolean begun() {
    return begun;
  }

  /** Whether everything has come that can be answered with. */
  boolean finished() {
    return finish != null;
  }

  /** Whether nothing more will come. */
  boolean done() {
    return done;
  }

  /** Nothing where the provider has not said. */
  Tokens tokens() {
    return tokens;
  }

  void take(String event) {
    if (event.strip().equals(END)) {
      done = true;
    } else if (!event.isBlank()) {
      chunk(read(event));
    }
  }

  private JsonNode read(String event) {
    try {
      JsonNode chunk = json.readValue(event, JsonNode.class);
      if (chunk != null && chunk.isObject()) {
        return chunk;
      }
    } catch (IOException | RuntimeException e) {
      // What it says is not repeated in a log: it may be the guest's words.
    }
    throw new ModelFailed(Why.BROKEN, "a chunk that is no JSON object", null, tokens);
  }

  private void chunk(JsonNode chunk) {
    JsonNode groq = Fields.at(chunk, "x_groq");
    count(Fields.at(chunk, "usage"));
    count(Fields.at(groq, "usage"));
    if (!finished()) {
      JsonNode error = Fields.at(chunk, "error");
      if (!error.isNull()) {
        throw Trouble.midStream(error, tokens);
      }
      if (!Fields.at(groq, "error").isNull()) {
        throw new ModelFailed(Why.BROKEN, "cut short by its provider", null, tokens);
      }
    }
    for (JsonNode choice : Fields.each(chunk, "choices")) {
      if (Fields.number(choice, "index") == 0) {
        choice(choice);
      }
    }
  }

  private void count(JsonNode usage) {
    if (usage.isObject()) {
      tokens =
          new Tokens(
              Fields.number(usage, "prompt_tokens"), Fields.number(usage, "completion_tokens"));
    }
  }

  private void choice(JsonNode choice) {
    JsonNode delta = Fields.at(choice, "delta");
    String content = Fields.text(delta, "content");
    if (content != null && !content.isEmpty()) {
      begin();
      text.take(content);
    }
    if (Fields.text(delta, "reasoning") != null) {
      begin();
    }
    refused |= Fields.text(delta, "refusal") != null;
    for (JsonNode piece : Fields.each(delta, "tool_calls")) {
      begin();
      call(piece);
    }
    String reason = Fields.text(choice, "finish_reason");
    finish = reason == null ? finish : reason;
    if (text.length() > LONGEST_TEXT || calls.size() > MOST_CALLS) {
      throw new ModelFailed(Why.BROKEN, "an answer that does not end", null, tokens);
    }
  }

  private void begin() {
    if (!begun) {
      begun = true;
      listener.begun();
    }
  }

  /** Only the index is always there; a server that leaves even that out sends whole calls. */
  private void call(JsonNode piece) {
    boolean numbered = Fields.at(piece, "index").isNumber();
    boolean another = Fields.text(piece, "id") != null || calls.isEmpty();
    long index =
        numbered ? Fields.number(piece, "index") : another ? calls.size() : calls.size() - 1L;
    calls.computeIfAbsent(index, i -> new CallPieces()).take(piece);
  }

  /** The text, when there are no calls. */
  String text() {
    return text.whole();
  }

  List<ToolCall> calls() {
    return calls.entrySet().stream().map(e -> e.getValue().call(e.getKey(), json)).toList();
  }

  /** Throws where what came is no answer. */
  void check() {
    if (finish == null) {
      throw new ModelFailed(Why.BROKEN, "ended without saying why", null, tokens);
    }
    if (finish.equals("length")) {
      throw new ModelFailed(Why.BROKEN, "cut at its greatest length", null, tokens);
    }
    text.end();
    boolean silent = calls.isEmpty() && text.whole().isBlank();
    if (finish.equals("content_filter") || silent && refused) {
      throw new ModelFailed(Why.REFUSED, "declined to answer", null, tokens);
    }
    if (silent) {
      throw new ModelFailed(Why.EMPTY, "an answer without words or calls", null, tokens);
    }
    if (calls.values().stream().anyMatch(CallPieces::nameless)) {
      throw new ModelFailed(Why.BROKEN, "a call of no tool", null, tokens);
    }
  }
}
