package io.conserje.sandbox.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One provider's chat completions, streamed, as far as the house uses them. */
public final class SimulatedChat {

  public static final String COMPLETE = "chat-completion";
  private static final Set<Kind> INSTEAD = Set.of(Kind.STATUS, Kind.DROP, Kind.GARBAGE);

  private final String provider;
  private final String path;
  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final Scripts scripts;

  SimulatedChat(
      String provider,
      String path,
      SandboxSettings settings,
      RequestLog requests,
      Faults faults,
      Activity activity,
      Scripts scripts) {
    this.provider = provider;
    this.path = path;
    this.settings = settings;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.scripts = scripts;
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Optional<Fault> fault = faults.take(provider, COMPLETE, INSTEAD);
      Optional<ChatProblem> problem = problem(exchange, body, fault);
      JsonNode answer = problem.isPresent() || isCutAtOnce(fault) ? null : scripts.next(provider);
      if (problem.isEmpty() && answer != null && answer.has("status")) {
        problem =
            Optional.of(
                ChatProblem.ofStatus(
                    answer.path("status").asInt(), answer.path("code").asText(null)));
      }
      int status = problem.map(ChatProblem::status).orElse(answer == null ? 0 : 200);
      record(exchange, body, status);
      retryAfter(exchange, fault, answer);
      if (problem.isPresent()) {
        Answers.text(exchange, status, "application/json", problem.get().json());
      } else if (answer != null) {
        stream(exchange, Json.read(body), answer, fault);
      }
    }
  }

  private static boolean isCutAtOnce(Optional<Fault> fault) {
    return fault.filter(f -> f.kind() == Kind.DROP && !f.takesEffect()).isPresent();
  }

  private Optional<ChatProblem> problem(HttpExchange exchange, String body, Optional<Fault> fault) {
    if (fault.isPresent() && fault.get().kind() == Kind.STATUS) {
      return Optional.of(ChatProblem.ofStatus(fault.get().status(), null));
    }
    String expected = "Bearer " + settings.get(provider.toUpperCase(Locale.ROOT) + "_API_KEY");
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return Optional.of(ChatProblem.UNAUTHORIZED);
    }
    if (!exchange.getRequestURI().getPath().equals(path + "chat/completions")) {
      return Optional.of(ChatProblem.ofStatus(404, "unknown_url"));
    }
    try {
      return ChatProblem.of(provider, Json.read(body));
    } catch (IllegalArgumentException e) {
      return Optional.of(ChatProblem.ofStatus(400, null));
    }
  }

  private static void retryAfter(HttpExchange exchange, Optional<Fault> fault, JsonNode answer) {
    fault
        .map(Fault::retryAfter)
        .ifPresent(s -> exchange.getResponseHeaders().set("retry-after", String.valueOf(s)));
    if (answer != null && answer.has("retryAfter")) {
      exchange.getResponseHeaders().set("retry-after", answer.path("retryAfter").asText());
    }
  }

  /** The head goes out at once, so that slowness is slowness of the first word. */
  private void stream(HttpExchange exchange, JsonNode asked, JsonNode answer, Optional<Fault> fault)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.flush();
    long delay = answer.path("delayMs").asLong(0);
    pause(
        delay + faults.take(provider, COMPLETE, Set.of(Kind.SLOW)).map(Fault::delayMs).orElse(0L));
    boolean cut =
        answer.path("cut").asBoolean() || fault.filter(f -> f.kind() == Kind.DROP).isPresent();
    List<String> events = events(asked, answer, fault);
    for (String event : cut ? events.subList(0, events.size() / 2) : events) {
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private List<String> events(JsonNode asked, JsonNode answer, Optional<Fault> fault) {
    if (fault.filter(f -> f.kind() == Kind.GARBAGE).isPresent()) {
      return List.of("<html><body>", "upstream ", "\u0000\uFFFD</body></html>\n\n");
    }
    if (answer.has("raw")) {
      return List.of(answer.path("raw").asText());
    }
    int read = asked.path("messages").toString().length() / 4;
    return ChatEvents.of(provider, asked.path("model").asText(), answer, read);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void record(HttpExchange exchange, String body, int status) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
    requests.add(
        provider,
        COMPLETE,
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        body,
        status);
  }
}
