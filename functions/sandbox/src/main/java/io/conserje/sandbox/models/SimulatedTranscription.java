package io.conserje.sandbox.models;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.models.Multipart.Part;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import io.conserje.sandbox.voice.Ear;
import io.conserje.sandbox.voice.Ear.Heard;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One provider's transcriptions, as far as the house uses them. It knows what is said in the
 * recordings of the sandbox; in silence it hears what Whisper makes up.
 */
final class SimulatedTranscription {

  static final String PATH = "audio/transcriptions";
  static final String OPERATION = "transcription";

  private static final String MADE_UP = "Subtítulos realizados por la comunidad";
  private static final Set<Kind> INSTEAD = Set.of(Kind.STATUS, Kind.DROP, Kind.GARBAGE);
  private static final Set<String> KNOWN =
      Set.of("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm");

  private final String provider;
  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final Ear ear;

  SimulatedTranscription(
      String provider,
      SandboxSettings settings,
      RequestLog requests,
      Faults faults,
      Activity activity,
      Ear ear) {
    this.provider = provider;
    this.settings = settings;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.ear = ear;
  }

  /**
   * @param body empty: the connection is cut
   */
  private record Answer(int status, String body) {
    static Answer problem(int status, String code, String message) {
      return new Answer(
          status, new ChatProblem(status, "invalid_request_error", code, message).json());
    }
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<Fault> fault = faults.take(provider, OPERATION, INSTEAD);
      Answer answer = fault.map(SimulatedTranscription::trouble).orElse(null);
      Multipart form = form(exchange, body);
      answer = answer == null ? honestly(exchange, form) : answer;
      pause(faults.take(provider, OPERATION, Set.of(Kind.SLOW)).map(Fault::delayMs).orElse(0L));
      record(exchange, form, answer.status());
      fault
          .map(Fault::retryAfter)
          .ifPresent(s -> exchange.getResponseHeaders().set("retry-after", String.valueOf(s)));
      if (answer.status() != 0) {
        Answers.text(exchange, answer.status(), "application/json", answer.body());
      }
    }
  }

  private static Answer trouble(Fault fault) {
    return switch (fault.kind()) {
      case STATUS ->
          new Answer(fault.status(), ChatProblem.ofStatus(fault.status(), null).json());
      case GARBAGE -> new Answer(200, "<html><body>upstream");
      default -> new Answer(0, "");
    };
  }

  private static Multipart form(HttpExchange exchange, byte[] body) {
    try {
      return Multipart.of(exchange.getRequestHeaders().getFirst("Content-Type"), body);
    } catch (IllegalArgumentException e) {
      return new Multipart(Map.of());
    }
  }

  private Answer honestly(HttpExchange exchange, Multipart form) {
    String expected = "Bearer " + settings.get(provider.toUpperCase(Locale.ROOT) + "_API_KEY");
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new Answer(401, ChatProblem.UNAUTHORIZED.json());
    }
    Part file = form.parts().get("file");
    if (file == null || form.text("model").isBlank()) {
      return Answer.problem(400, null, "you must provide a model and a file");
    }
    String ending = file.fileName().substring(file.fileName().lastIndexOf('.') + 1);
    if (!KNOWN.contains(ending)) {
      return Answer.problem(400, null, "Unrecognized file format. Supported formats: " + KNOWN);
    }
    boolean verbose = form.text("response_format").equals("verbose_json");
    if (verbose && form.text("model").startsWith("gpt-")) {
      return Answer.problem(
          400, "unsupported_value", "response_format 'verbose_json' is not compatible");
    }
    return ear.hear(file.bytes())
        .map(heard -> new Answer(200, Json.write(answer(heard, verbose))))
        .orElseGet(() ->
            Answer.problem(400, "invalid_value", "Audio file might be corrupted or unsupported"));
  }

  private static ObjectNode answer(Heard heard, boolean verbose) {
    String text = heard.silent() ? MADE_UP : heard.words();
    ObjectNode answer = Json.object();
    if (verbose) {
      answer.put("task", "transcribe");
      answer.put("language", "spanish");
      answer.put("duration", heard.seconds());
    }
    answer.put("text", text);
    if (verbose) {
      ObjectNode segment = answer.putArray("segments").addObject();
      segment.put("id", 0).put("start", 0.0).put("end", heard.seconds()).put("text", " " + text);
      segment.put("avg_logprob", heard.silent() ? -0.9 : -0.2);
      segment.put("no_speech_prob", heard.silent() ? 0.86 : 0.01);
    }
    return answer;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The sound itself is told of by its name and size. */
  private void record(HttpExchange exchange, Multipart form, int status) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
    ObjectNode fields = Json.object();
    form.parts()
        .forEach((name, part) ->
            fields.put(
                name,
                part.fileName().isEmpty()
                    ? part.text()
                    : part.fileName() + ", " + part.contentType() + ", " + part.bytes().length));
    requests.add(
        provider,
        OPERATION,
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        Json.write(fields),
        status);
  }
}
