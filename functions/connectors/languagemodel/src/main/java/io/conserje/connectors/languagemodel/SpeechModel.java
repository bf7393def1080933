package io.conserje.connectors.languagemodel;

import io.conserje.connectors.http.CappedBody;
import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.languagemodel.Trouble.Failed;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A model behind an endpoint for speech as OpenAI has it. The account is read at each use. */
final class SpeechModel {

  private static final int LARGEST = 5_000_000;

  private static final Timeouts CONNECTIONS =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(12), Duration.ofSeconds(15));

  private final Supplier<ModelAccount> account;
  private final Supplier<String> voice;
  private final ObjectMapper json;
  private final FreshConnections connections;

  SpeechModel(
      Supplier<ModelAccount> account,
      Supplier<String> voice,
      ObjectMapper json,
      InstantSource clock) {
    this.account = account;
    this.voice = voice;
    this.json = json;
    this.connections = new FreshConnections(CONNECTIONS, clock);
  }

  /** Opus in Ogg. Throws {@link Failed}. */
  byte[] say(String text, Duration within) {
    HttpResponse<Optional<byte[]>> answer = ask(request(account.get(), text), within);
    if (answer.statusCode() != 200) {
      JsonNode error = Fields.at(read(answer.body().orElse(new byte[0])), "error");
      throw Trouble.ofStatus(answer.statusCode(), error, answer.headers());
    }
    return answer
        .body()
        .filter(sound -> sound.length > 0)
        .orElseThrow(() -> Trouble.ofStatus(502, JsonNode.nullNode(), answer.headers()));
  }

  private HttpResponse<Optional<byte[]>> ask(HttpRequest request, Duration within) {
    try {
      return WholeAnswer.of(connections.client(), request, CappedBody.of(LARGEST), within);
    } catch (WholeAnswer.NoAnswer e) {
      throw new Failed(new ModelFailed(Why.DOWN, e.getMessage()), null);
    }
  }

  private HttpRequest request(ModelAccount asked, String text) {
    try {
      return HttpRequest.newBuilder(URI.create(asked.baseUrl() + "/audio/speech"))
          .header("Authorization", "Bearer " + asked.apiKey())
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofByteArray(body(asked, text)))
          .build();
    } catch (IllegalArgumentException e) {
      throw new Failed(
          new ModelFailed(Why.MISCONFIGURED, "its address or key cannot be sent"), null);
    }
  }

  private byte[] body(ModelAccount asked, String text) {
    try {
      return json.writeValueAsBytes(
          Map.of(
              "model",
              asked.model(),
              "voice",
              voice.get(),
              "input",
              text,
              "response_format",
              "opus"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode read(byte[] body) {
    try {
      JsonNode read = json.readValue(body, JsonNode.class);
      return read == null ? JsonNode.nullNode() : read;
    } catch (IOException | RuntimeException e) {
      return JsonNode.nullNode();
    }
  }
}
