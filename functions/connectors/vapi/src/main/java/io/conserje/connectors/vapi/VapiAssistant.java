package io.conserje.connectors.vapi;

import io.conserje.call.AnswerCall.Answer.ByAssistant;
import io.conserje.call.CallWording;
import io.conserje.conversation.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An assistant for one call: VAPI hears and speaks, in the house's words and with its tools. */
public final class VapiAssistant {

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_TURN_TOKENS = 500;
  private static final int MILLIS_OF_SILENCE = 2_500;

  /**
   * What is not in VAPI's own list is asked for: what was said, and the language it was said in.
   */
  private static final List<String> SERVER_MESSAGES =
      List.of(
          "status-update",
          "end-of-call-report",
          "tool-calls",
          "transfer-destination-request",
          "handoff-destination-request",
          "transcript[transcriptType=\"final\"]",
          "transfer-update",
          "language-change-detected",
          "user-interrupted",
          "hang");

  /** VAPI hears and speaks, and the house thinks: the same engine as on every other channel. */
  public static final String OUR_OWN = "custom-llm";

  private static final String TRANSFER =
      """
      TRANSFER. Somebody of the house is there now. When the guest asks for a person, complains or has an emergency that \
      112 does not solve, say that you put them through and use transferCall. If it fails, take a message.\
      """;

  private static final String NO_TRANSFER =
      """
      NO TRANSFER. Nobody of the house can come to the telephone now. When the guest asks for a person use \
      hand_to_person or take_message, and say when somebody will answer.\
      """;

  private final Settings settings;

  public VapiAssistant(Settings settings) {
    this.settings = settings;
  }

  /**
   * What an owner chose.
   *
   * @param model {@code provider/model}, or {@link #OUR_OWN}
   * @param ourModel the address under which VAPI asks us for words, where we think ourselves
   * @param voice {@code provider/voice}
   * @param transcriber {@code provider/model}
   * @param longest after which VAPI ends a call
   */
  public record Settings(
      Server server,
      String model,
      String ourModel,
      String voice,
      String transcriber,
      Duration longest) {

    boolean thinksHere() {
      return model.equals(OUR_OWN);
    }
  }

  /**
   * Where VAPI brings what happens in the call.
   *
   * @param headers that show it is VAPI; empty where a credential does, or nothing can
   * @param credentialId of a credential kept at VAPI; empty for none
   */
  public record Server(String url, Map<String, String> headers, String credentialId) {

    /** Without either VAPI would be refused: then what the number itself is set to stays. */
    boolean isAuthentic() {
      return !headers.isEmpty() || !credentialId.isEmpty();
    }

    /** What was not taken is brought again, as VAPI does only when told so. */
    private Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("url", url);
      json.put("timeoutSeconds", 20);
      if (credentialId.isEmpty()) {
        json.put("headers", headers);
      } else {
        json.put("credentialId", credentialId);
      }
      json.put(
          "backoffPlan",
          Map.of(
              "type",
              "exponential",
              "maxRetries",
              5,
              "baseDelaySeconds",
              1,
              "excludedStatusCodes",
              List.of(400, 401, 413)));
      return json;
    }
  }

  public Map<String, Object> of(ByAssistant call) {
    Map<String, Object> assistant = new LinkedHashMap<>();
    String house = call.venue().name();
    assistant.put(
        "name", house.length() <= LONGEST_NAME ? house : house.substring(0, LONGEST_NAME));
    assistant.put("firstMessage", call.greeting());
    assistant.put("firstMessageMode", "assistant-speaks-first");
    assistant.put("model", model(call));
    assistant.put("voice", voice(call.language()));
    assistant.put("transcriber", transcriber());
    assistant.put("serverMessages", serverMessages());
    assistant.put("clientMessages", List.of());
    if (settings.server().isAuthentic()) {
      assistant.put("server", settings.server().json());
    }
    assistant.put("silenceTimeoutSeconds", 30);
    assistant.put("maxDurationSeconds", settings.longest().toSeconds());
    assistant.put("backgroundSound", "off");
    assistant.put("artifactPlan", Map.of("recordingEnabled", true));
    assistant.put("metadata", Map.of("venue", call.venue().id().value()));
    return Map.of("assistant", assistant);
  }

  /** What is said comes with each question, where it is we who are asked. */
  private List<String> serverMessages() {
    return settings.thinksHere()
        ? SERVER_MESSAGES.stream().filter(type -> !type.startsWith("transcript")).toList()
        : SERVER_MESSAGES;
  }

  private Map<String, Object> model(ByAssistant call) {
    return settings.thinksHere() ? ourModel(call) : theirModel(call);
  }

  /** Of the tools only what VAPI does with the line itself. */
  private Map<String, Object> ourModel(ByAssistant call) {
    List<Map<String, Object>> tools = new ArrayList<>();
    if (call.transfers()) {
      tools.add(transfer());
    }
    tools.add(Map.of("type", "endCall"));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("provider", OUR_OWN);
    model.put("url", settings.ourModel());
    model.put("model", call.venue().id().value());
    model.put("metadataSendMode", "variable");
    model.put("tools", tools);
    return model;
  }

  private Map<String, Object> theirModel(ByAssistant call) {
    Map<String, Object> model = new LinkedHashMap<>(named(settings.model(), "model"));
    model.put("temperature", 0.2);
    model.put("maxTokens", LONGEST_TURN_TOKENS);
    String instructions =
        call.instructions() + "\n\n" + (call.transfers() ? TRANSFER : NO_TRANSFER);
    model.put("messages", List.of(Map.of("role", "system", "content", instructions)));
    model.put("tools", tools(call));
    return model;
  }

  private static List<Map<String, Object>> tools(ByAssistant call) {
    List<Map<String, Object>> tools = new ArrayList<>();
    call.tools().forEach(tool -> tools.add(tool(tool, call.language())));
    if (call.transfers()) {
      tools.add(transfer());
    }
    tools.add(Map.of("type", "endCall"));
    return tools;
  }

  private static Map<String, Object> tool(ToolSpec spec, Locale language) {
    Map<String, Object> function = new LinkedHashMap<>();
    function.put("name", spec.name());
    function.put("description", spec.description());
    function.put("parameters", spec.schema());
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("type", "function");
    tool.put("async", false);
    tool.put("function", function);
    tool.put("messages", List.of(patience(language)));
    return tool;
  }

  /** Said while a tool works for long; without it VAPI says something of its own at once. */
  private static Map<String, Object> patience(Locale language) {
    return Map.of(
        "type",
        "request-response-delayed",
        "content",
        CallWording.in(language).oneMoment(),
        "timingMilliseconds",
        MILLIS_OF_SILENCE);
  }

  /** Without a destination of its own, so that the house is asked where to, at that moment. */
  private static Map<String, Object> transfer() {
    Map<String, Object> function = new LinkedHashMap<>();
    function.put("name", "transferCall");
    function.put("description", "Puts the guest through to a person of the house.");
    function.put("parameters", Map.of("type", "object", "properties", Map.of()));
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("type", "transferCall");
    tool.put("destinations", List.of());
    tool.put("function", function);
    return tool;
  }

  private Map<String, Object> voice(Locale language) {
    Map<String, Object> voice = new LinkedHashMap<>(named(settings.voice(), "voiceId"));
    if (voice.get("provider").equals("azure") && language.getLanguage().equals("en")) {
      voice.put("voiceId", "en-GB-AdaMultilingualNeural");
    }
    return voice;
  }

  /** Guests change between languages within a sentence; what cannot follow hears the house's. */
  private Map<String, Object> transcriber() {
    Map<String, Object> transcriber = new LinkedHashMap<>(named(settings.transcriber(), "model"));
    transcriber.put("language", "multi");
    return transcriber;
  }

  private static Map<String, Object> named(String choice, String field) {
    int slash = choice.indexOf('/');
    return slash < 0
        ? Map.of("provider", choice)
        : Map.of("provider", choice.substring(0, slash), field, choice.substring(slash + 1));
  }
}
