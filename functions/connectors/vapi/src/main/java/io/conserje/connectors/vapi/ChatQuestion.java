package io.conserje.connectors.vapi;

import io.conserje.call.CallPlace;
import io.conserje.call.told.ToldCall;
import io.conserje.call.told.ToldCall.Line;
import io.conserje.connectors.json.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request to complete a chat, in OpenAI's form: by VAPI, which says which call it is about, or by
 * any other client. What is not about the talk (temperature, limits, somebody else's instructions)
 * is left: the house thinks by itself.
 *
 * @param body as it came
 * @param conversation how another client than VAPI names its conversation; empty for not at all
 */
public record ChatQuestion(Part body, String conversation) {

  /** Whose calls are not VAPI's. */
  static final String OTHER_CLIENTS = "openai-client";

  /**
   * @param named by a header; blank where the field {@code user} names it
   */
  public static ChatQuestion of(Part body, String named) {
    String id = named.isBlank() ? body.text("user") : named;
    return new ChatQuestion(body, VapiPlace.shortened(id.strip()));
  }

  /** What is wrong with it; empty for nothing. */
  public Optional<ChatProblem> problem() {
    if (!(body.value("messages") instanceof List<?>)) {
      return Optional.of(ChatProblem.wrong("messages", "messages has to be a list."));
    }
    boolean named = VapiPlace.of(body).isNamed() || !conversation.isEmpty();
    return named
        ? Optional.empty()
        : Optional.of(
            ChatProblem.wrong(
                "user",
                "Name the conversation: in the field user, or in the header X-Conversation-Id."));
  }

  public String model() {
    return body.text("model");
  }

  public boolean streams() {
    return body.text("stream").equals("true");
  }

  /** Whether the last event of a stream is to tell what was used. */
  public boolean wantsUsage() {
    return body.at("stream_options").text("include_usage").equals("true");
  }

  public ToldCall told() {
    List<Line> said = new ArrayList<>(lines());
    List<String> words = new ArrayList<>();
    while (!said.isEmpty() && said.getLast().byGuest() && !endsWithTool()) {
      words.addFirst(said.removeLast().text());
    }
    return new ToldCall(place(), said, String.join(" ", words), house());
  }

  private CallPlace place() {
    VapiPlace place = VapiPlace.of(body);
    return place.isNamed()
        ? place.orUnnamed("")
        : new CallPlace(OTHER_CLIENTS, conversation, "", List.of(), "", "web");
  }

  /** By which name the house is asked for, where nothing that was called tells. */
  private String house() {
    String named = body.at("metadata").text("venue");
    return named.isEmpty() ? VapiPlace.shortened(model()) : named;
  }

  private List<Line> lines() {
    return body.each("messages").stream()
        .filter(message -> List.of("user", "assistant").contains(message.text("role")))
        .map(message -> new Line(message.text("role").equals("user"), text(message).strip()))
        .filter(line -> !line.text().isEmpty())
        .toList();
  }

  /** A text, or the texts of its parts. */
  private static String text(Part message) {
    Stream<String> parts =
        message.each("content").stream()
            .filter(part -> part.text("type").equals("text"))
            .map(part -> part.text("text"));
    return message.text("content") + parts.collect(Collectors.joining(" "));
  }

  /** What the tool of the client's own answered that was asked for last; null for none. */
  public String toolAnswer() {
    return endsWithTool() ? text(body.each("messages").getLast()) : null;
  }

  private boolean endsWithTool() {
    List<Part> messages = body.each("messages");
    return !messages.isEmpty() && messages.getLast().text("role").equals("tool");
  }

  /** A tool of VAPI's own that puts through to a person; empty where none was offered. */
  public Optional<Part> transfer() {
    return offered("transfercall");
  }

  /** A tool of VAPI's own that hangs up; empty where none was offered. */
  public Optional<Part> hangUp() {
    return offered("endcall");
  }

  private Optional<Part> offered(String name) {
    return body.each("tools").stream()
        .map(tool -> tool.at("function"))
        .filter(function -> plain(function.text("name")).startsWith(name))
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** The arguments of a call of such a tool: its first destination, where it has several. */
  static Map<String, Object> arguments(Part function) {
    List<String> destinations =
        function.at("parameters").at("properties").at("destination").texts("enum");
    return destinations.isEmpty() ? Map.of() : Map.of("destination", destinations.getFirst());
  }
}
