package io.conserje.conversation.builtin;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Message;
import io.conserje.conversation.Message.From;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays a guest's messages through a model, turn by turn, as the engine does. */
final class Player {

  private static final int MOST_STEPS = 8;

  private final LanguageModel model;
  private final Venue venue;
  private final ZonedDateTime now;
  private final FakeHouse house;
  private Guest guest;
  private Channel channel = Channel.WHATSAPP;
  private final List<Message> history = new ArrayList<>();
  private Map<String, String> memory = Map.of();
  private String language = "es";
  private long position;

  /** The calls of the last turn, written as {@code name key=value …}. */
  final List<String> calls = new ArrayList<>();

  /** What the guest may answer the last reply with by one touch. */
  List<String> choices = List.of();

  /** How long each answer took, in nanoseconds. */
  final List<Long> times = new ArrayList<>();

  Player(LanguageModel model, Venue venue, ZonedDateTime now, FakeHouse house, String guestName) {
    this.model = model;
    this.venue = venue;
    this.now = now;
    this.house = house;
    this.guest = new Guest(guestName, "+34611111111");
  }

  /** Without a number. */
  Player byWebChat() {
    guest = new Guest(guest.name(), "");
    channel = Channel.WEBCHAT;
    return this;
  }

  String lastSaid() {
    return history.getLast().text();
  }

  /** How often in a row the model has not understood. */
  int misses() {
    return Integer.parseInt(memory.getOrDefault("misses", "0"));
  }

  String language() {
    return language;
  }

  String say(String... messages) {
    return turn(List.of(messages), List.of());
  }

  /**
   * @param meanwhile what arrives after the model has found its words and before they are sent
   */
  String turn(List<String> messages, List<String> meanwhile) {
    calls.clear();
    List<Message> unanswered = new ArrayList<>(messages.stream().map(this::message).toList());
    List<String> late = new ArrayList<>(meanwhile);
    List<Step> steps = new ArrayList<>();
    while (steps.size() < MOST_STEPS) {
      ModelAnswer answer = answer(unanswered, steps);
      memory = answer.memory();
      choices = answer.choices();
      language = answer.language();
      List<ToolResult> results = answer.calls().stream().map(this::run).toList();
      steps.add(new Step(steps.size() + 1, unanswered.getLast().position(), answer, results));
      if (answer.calls().isEmpty() && late.isEmpty()) {
        return close(unanswered, answer.text());
      }
      if (answer.calls().isEmpty()) {
        late.forEach(m -> unanswered.add(message(m)));
        late.clear();
      }
    }
    throw new AssertionError("The model did not come to an end: " + calls);
  }

  private String close(List<Message> unanswered, String text) {
    history.addAll(unanswered);
    history.add(new Message(++position, From.ASSISTANT, text, now.toInstant()));
    return text;
  }

  private Message message(String text) {
    return new Message(++position, From.GUEST, text, now.toInstant());
  }

  private ModelAnswer answer(List<Message> unanswered, List<Step> steps) {
    ModelRequest request =
        new ModelRequest(
            venue,
            now,
            channel,
            guest,
            List.copyOf(history),
            List.copyOf(unanswered),
            memory,
            List.copyOf(steps),
            List.of(),
            language);
    long before = System.nanoTime();
    ModelAnswer answer = model.answer(request);
    times.add(System.nanoTime() - before);
    return answer;
  }

  private ToolResult run(ToolCall call) {
    StringBuilder written = new StringBuilder(call.name());
    new TreeMap<>(call.arguments()).forEach((k, v) -> written.append(" ").append(k + "=" + v));
    calls.add(written.toString());
    return house.run(call);
  }
}
