package io.conserje.connectors.languagemodel;

import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.languagemodel.Trouble.Failed;
import io.conserje.conversation.Instructions;
import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.builtin.SpokenLanguage;
import io.conserje.conversation.builtin.TakeOver;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * A model behind an endpoint for chat completions as OpenAI has them, streamed. The account is read
 * at each use, so that a rotated key needs no restart.
 */
public final class ChatModel implements LanguageModel {

  /** Waiting longer than this for the same model is worse than asking the next one. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final Timeouts CONNECTIONS =
      new Timeouts(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofSeconds(15));

  private final String name;
  private final Supplier<ModelAccount> account;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final FreshConnections connections;

  public ChatModel(
      String name, Supplier<ModelAccount> account, ObjectMapper json, InstantSource clock) {
    this.name = name;
    this.account = account;
    this.json = json;
    this.clock = clock;
    this.connections = new FreshConnections(CONNECTIONS, clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ModelAnswer answer(ModelRequest request) {
    return answer(request, Listener.NOBODY);
  }

  @Override
  public ModelAnswer answer(ModelRequest request, Listener listener) {
    ModelAccount asked = account.get();
    String body = ChatRequest.body(asked, Instructions.of(request), request, json);
    Limits limits = new Limits(request.patience(), clock.instant());
    StreamedReply reply = withSecondTry(http(asked, body), limits, listener);
    Tokens tokens = reply.tokens().total() > 0 ? reply.tokens() : about(body, reply);
    return answer(request, reply).by(name, tokens);
  }

  /** Never a second try once the reply has begun: its words may have been spoken already. */
  private StreamedReply withSecondTry(HttpRequest request, Limits limits, Listener listener) {
    try {
      return once(request, limits, listener);
    } catch (Failed first) {
      Duration again = first.again();
      if (again == null || again.compareTo(LONGEST_PAUSE) > 0 || !limits.allows(again)) {
        throw first.failure();
      }
      pause(again, first);
    }
    try {
      return once(request, limits, listener);
    } catch (Failed second) {
      throw second.failure();
    }
  }

  private StreamedReply once(HttpRequest request, Limits limits, Listener listener) {
    StreamedReply reply = new StreamedReply(json, listener);
    new Exchange(connections.client(), json, limits).complete(request, reply);
    reply.check();
    return reply;
  }

  private static void pause(Duration pause, Failed failed) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed.failure();
    }
  }

  private HttpRequest http(ModelAccount asked, String body) {
    try {
      return HttpRequest.newBuilder(URI.create(asked.baseUrl() + "/chat/completions"))
          .header("Authorization", "Bearer " + asked.apiKey())
          .header("Content-Type", "application/json")
          .header("Accept", "text/event-stream")
          .POST(BodyPublishers.ofString(body))
          .build();
    } catch (IllegalArgumentException e) {
      throw new ModelFailed(Why.MISCONFIGURED, "its address or key cannot be sent");
    }
  }

  private static ModelAnswer answer(ModelRequest request, StreamedReply reply) {
    List<ToolCall> calls = reply.calls();
    var memory = TakeOver.memoryAfter(request);
    String language = SpokenLanguage.of(request);
    return calls.isEmpty()
        ? ModelAnswer.say(reply.text(), memory, language)
        : ModelAnswer.use(calls, memory, language);
  }

  private static Tokens about(String body, StreamedReply reply) {
    return new Tokens(Tokens.about(body), Tokens.about(reply.text() + reply.calls()));
  }
}
