package io.conserje.sandbox.models;

import com.sun.net.httpserver.HttpExchange;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One thing a provider does with sound: who may ask for it, and how it misbehaves. */
final class AudioEndpoint {

  private static final Set<Kind> INSTEAD = Set.of(Kind.STATUS, Kind.DROP, Kind.GARBAGE);

  private final String provider;
  private final String operation;
  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final Work work;

  AudioEndpoint(
      String provider,
      String operation,
      SandboxSettings settings,
      RequestLog requests,
      Faults faults,
      Activity activity,
      Work work) {
    this.provider = provider;
    this.operation = operation;
    this.settings = settings;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.work = work;
  }

  /** A request that may be answered. */
  record Asked(String contentType, byte[] body) {}

  /** What it does when all is well. */
  interface Work {
    Answer answer(Asked asked);

    /** The request in words, for the log of requests. */
    String told(Asked asked);
  }

  /**
   * @param status 0: the connection is cut
   */
  record Answer(int status, String contentType, byte[] body) {

    static Answer json(int status, String body) {
      return new Answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer problem(int status, String code, String message) {
      return json(status, new ChatProblem(status, "invalid_request_error", code, message).json());
    }
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      Asked asked =
          new Asked(
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestBody().readAllBytes());
      Optional<Fault> fault = faults.take(provider, operation, INSTEAD);
      Answer answer = fault.map(AudioEndpoint::trouble).orElseGet(() -> honestly(exchange, asked));
      pause(faults.take(provider, operation, Set.of(Kind.SLOW)).map(Fault::delayMs).orElse(0L));
      record(exchange, work.told(asked), answer.status());
      fault
          .map(Fault::retryAfter)
          .ifPresent(s -> exchange.getResponseHeaders().set("retry-after", String.valueOf(s)));
      if (answer.status() != 0) {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        Answers.bytes(exchange, answer.status(), answer.body());
      }
    }
  }

  private static Answer trouble(Fault fault) {
    return switch (fault.kind()) {
      case STATUS -> Answer.json(fault.status(), ChatProblem.ofStatus(fault.status(), null).json());
      case GARBAGE -> Answer.json(200, "<html><body>upstream");
      default -> new Answer(0, "", new byte[0]);
    };
  }

  private Answer honestly(HttpExchange exchange, Asked asked) {
    String expected = "Bearer " + settings.get(provider.toUpperCase(Locale.ROOT) + "_API_KEY");
    return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        ? work.answer(asked)
        : Answer.json(401, ChatProblem.UNAUTHORIZED.json());
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void record(HttpExchange exchange, String told, int status) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
    requests.add(
        provider,
        operation,
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        told,
        status);
  }
}
