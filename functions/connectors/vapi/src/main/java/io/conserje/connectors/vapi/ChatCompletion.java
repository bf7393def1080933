package io.conserje.connectors.vapi;

import io.conserje.call.told.AnswerToldCall.Answer.Says;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.conversation.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the house says, in OpenAI's form: in one piece, or as events of a stream. */
public final class ChatCompletion {

  /** After the last event. */
  public static final String DONE = "[DONE]";

  /** To the end of a sentence or a part of one, so that a voice can begin. */
  private static final Pattern CLAUSE = Pattern.compile("[^,;:.!?…]*[,;:.!?…]*\\s*");

  private static final int ID_LENGTH = 24;

  private final ChatQuestion question;
  private final OpenJson json;
  private final String id;
  private final long created;

  public ChatCompletion(ChatQuestion question, OpenJson json, Instant now) {
    this.question = question;
    this.json = json;
    this.id = "chatcmpl-" + question.told().digest().substring(0, ID_LENGTH);
    this.created = now.getEpochSecond();
  }

  /** Whole. */
  public Map<String, Object> of(Says answer) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("role", "assistant");
    message.put("content", answer.text());
    message.put("refusal", null);
    calls(answer).ifPresent(calls -> message.put("tool_calls", calls));
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("index", 0);
    choice.put("message", message);
    choice.put("logprobs", null);
    choice.put("finish_reason", finish(answer));
    Map<String, Object> completion = head("chat.completion");
    completion.put("choices", List.of(choice));
    completion.put("usage", usage(answer));
    return completion;
  }

  /** The first event of a stream. */
  public String begin() {
    return event(delta(Map.of("role", "assistant", "content", ""), null));
  }

  /** An event with words. */
  public String words(String text) {
    return event(delta(Map.of("content", text), null));
  }

  /**
   * The events that follow the first: the words clause by clause, what else is to be done, the end.
   */
  public List<String> events(Says answer) {
    List<String> events = new ArrayList<>();
    clauses(answer.text()).forEach(clause -> events.add(words(clause)));
    calls(answer).ifPresent(calls -> events.add(event(delta(Map.of("tool_calls", calls), null))));
    events.add(event(delta(Map.of(), finish(answer))));
    if (question.wantsUsage()) {
      Map<String, Object> last = head("chat.completion.chunk");
      last.put("choices", List.of());
      last.put("usage", usage(answer));
      events.add(event(last));
    }
    events.add(DONE);
    return events;
  }

  /** What is told where a stream that has begun cannot be finished. */
  public String event(ChatProblem problem) {
    return event(problem.json());
  }

  private String event(Map<String, Object> event) {
    return json.write(event);
  }

  private static List<String> clauses(String text) {
    List<String> clauses = new ArrayList<>();
    Matcher clause = CLAUSE.matcher(text);
    while (clause.find()) {
      if (!clause.group().isEmpty()) {
        clauses.add(clause.group());
      }
    }
    return clauses;
  }

  private Map<String, Object> head(String object) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("id", id);
    head.put("object", object);
    head.put("created", created);
    head.put("model", question.model());
    return head;
  }

  private Map<String, Object> delta(Map<String, Object> delta, String finish) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("index", 0);
    choice.put("delta", delta);
    choice.put("logprobs", null);
    choice.put("finish_reason", finish);
    Map<String, Object> chunk = head("chat.completion.chunk");
    chunk.put("choices", List.of(choice));
    return chunk;
  }

  private String finish(Says answer) {
    return tool(answer).isPresent() ? "tool_calls" : "stop";
  }

  /** The tool of the client's own by which it is done; empty where none is needed or offered. */
  private Optional<Part> tool(Says answer) {
    return switch (answer.then()) {
      case TO_PERSON -> question.transfer();
      case HANG_UP -> question.hangUp();
      case GO_ON -> Optional.empty();
    };
  }

  private Optional<List<Map<String, Object>>> calls(Says answer) {
    return tool(answer)
        .map(tool -> {
          Map<String, Object> function = new LinkedHashMap<>();
          function.put("name", tool.text("name"));
          function.put("arguments", json.write(ChatQuestion.arguments(tool)));
          Map<String, Object> call = new LinkedHashMap<>();
          call.put("index", 0);
          call.put("id", "call_" + id.substring("chatcmpl-".length()));
          call.put("type", "function");
          call.put("function", function);
          return List.of(call);
        });
  }

  /** What models took for it; about as much as it comes to where none had to be paid. */
  private Map<String, Object> usage(Says answer) {
    Tokens counted = answer.tokens();
    long asked = counted.read() > 0 ? counted.read() : Tokens.about(question.told().words());
    long said = counted.written() > 0 ? counted.written() : Tokens.about(answer.text());
    Map<String, Object> usage = new LinkedHashMap<>();
    usage.put("prompt_tokens", asked);
    usage.put("completion_tokens", said);
    usage.put("total_tokens", asked + said);
    return usage;
  }
}
