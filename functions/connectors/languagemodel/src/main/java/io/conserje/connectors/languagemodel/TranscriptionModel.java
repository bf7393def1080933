package io.conserje.connectors.languagemodel;

import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.languagemodel.Trouble.Failed;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.voicenote.Sound;
import io.conserje.voicenote.Transcriber.Hints;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * A model behind an endpoint for transcriptions as OpenAI has them. The account is read at each
 * use, so that a rotated key needs no restart.
 */
final class TranscriptionModel {

  private static final int LONGEST_ANSWER = 1_000_000;

  private static final Timeouts CONNECTIONS =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(15));

  private final Supplier<ModelAccount> account;
  private final ObjectMapper json;
  private final FreshConnections connections;

  TranscriptionModel(Supplier<ModelAccount> account, ObjectMapper json, InstantSource clock) {
    this.account = account;
    this.json = json;
    this.connections = new FreshConnections(CONNECTIONS, clock);
  }

  /** The words; empty when nobody spoke. Throws {@link Failed}. */
  String write(Sound sound, Hints hints, Duration within) {
    HttpResponse<byte[]> answer = ask(request(account.get(), sound, hints), within);
    JsonNode read = read(answer.body());
    if (answer.statusCode() != 200) {
      throw Trouble.ofStatus(answer.statusCode(), Fields.at(read, "error"), answer.headers());
    }
    if (Fields.text(read, "text") == null) {
      throw Trouble.ofStatus(502, JsonNode.nullNode(), answer.headers());
    }
    return WrittenDown.in(read);
  }

  private HttpResponse<byte[]> ask(HttpRequest request, Duration within) {
    try {
      return WholeAnswer.of(
          connections.client(),
          request,
          BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER),
          within);
    } catch (WholeAnswer.NoAnswer e) {
      throw new Failed(new ModelFailed(Why.DOWN, e.getMessage()), Duration.ZERO);
    }
  }

  private HttpRequest request(ModelAccount asked, Sound sound, Hints hints) {
    boolean whisper = asked.model().contains("whisper");
    MultipartForm form =
        new MultipartForm()
            .with("model", asked.model())
            .with("language", hints.language())
            .with("prompt", hints.vocabulary())
            .with("temperature", whisper ? "0" : "")
            .with("response_format", whisper ? "verbose_json" : "json")
            .with("timestamp_granularities[]", whisper ? "segment" : "")
            .with("file", sound.fileName(), sound.contentType(), sound.bytes());
    try {
      return HttpRequest.newBuilder(URI.create(asked.baseUrl() + "/audio/transcriptions"))
          .header("Authorization", "Bearer " + asked.apiKey())
          .header("Content-Type", form.contentType())
          .header("Accept", "application/json")
          .POST(BodyPublishers.ofByteArray(form.bytes()))
          .build();
    } catch (IllegalArgumentException e) {
      throw new Failed(
          new ModelFailed(Why.MISCONFIGURED, "its address or key cannot be sent"), null);
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
