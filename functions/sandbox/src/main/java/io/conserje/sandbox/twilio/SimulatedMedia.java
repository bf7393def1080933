package io.conserje.sandbox.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import io.conserje.sandbox.twilio.ReceivedMedia.Kept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where the house fetches what guests sent, from Twilio's documentation. */
final class SimulatedMedia implements HttpHandler {

  static final String OPERATION = "fetch-media";

  private static final Answer CUT = new Answer(0, null, null, new byte[0]);

  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final ReceivedMedia media;

  SimulatedMedia(
      SandboxSettings settings,
      RequestLog requests,
      Faults faults,
      Activity activity,
      ReceivedMedia media) {
    this.settings = settings;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.media = media;
  }

  /**
   * @param status 0: no answer
   */
  private record Answer(int status, String contentType, String location, byte[] body) {
    static Answer problem(TwilioProblem problem) {
      return new Answer(
          problem.status(),
          "application/json",
          null,
          problem.json().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      Optional<Fault> fault =
          faults.take(
              TwilioWebhooks.PROVIDER, OPERATION, Set.of(Fault.Kind.STATUS, Fault.Kind.DROP));
      Answer answer = fault.map(SimulatedMedia::trouble).orElseGet(() -> honestly(exchange));
      faults
          .take(TwilioWebhooks.PROVIDER, OPERATION, Set.of(Fault.Kind.SLOW))
          .ifPresent(slow -> TwilioWebhooks.pause(slow.delayMs()));
      record(exchange, answer.status());
      if (answer.status() != 0) {
        write(exchange, answer);
      }
    }
  }

  private static Answer trouble(Fault fault) {
    return fault.kind() == Fault.Kind.STATUS
        ? Answer.problem(TwilioProblem.ofStatus(fault.status()))
        : CUT;
  }

  private Answer honestly(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (ReceivedMedia.isSigned(path)) {
      return authorization == null
          ? signed(exchange)
          : Answer.problem(
              TwilioProblem.badRequest(400, "Only one auth mechanism allowed at this address."));
    }
    if (!authentic(authorization)) {
      return Answer.problem(TwilioProblem.UNAUTHORIZED);
    }
    return media
        .signedPath(settings.twilioAccount(), path)
        .map(signed -> new Answer(307, "text/plain", base(exchange) + signed, new byte[0]))
        .orElse(Answer.problem(TwilioProblem.NOT_FOUND));
  }

  private Answer signed(HttpExchange exchange) {
    return media
        .signed(exchange.getRequestURI().getPath(), exchange.getRequestURI().getRawQuery())
        .map((Kept file) -> new Answer(200, file.contentType(), null, file.bytes()))
        .orElse(Answer.problem(TwilioProblem.badRequest(403, "Forbidden")));
  }

  private static String base(HttpExchange exchange) {
    return "http://" + exchange.getRequestHeaders().getFirst("Host");
  }

  private boolean authentic(String given) {
    return settings.twilioTokens().stream()
        .map(token -> settings.twilioAccount() + ":" + token)
        .map(pair ->
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .anyMatch(expected -> expected.equals(given));
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    if (answer.location() != null) {
      exchange.getResponseHeaders().set("Location", answer.location());
    }
    Answers.bytes(exchange, answer.status(), answer.body());
  }

  private void record(HttpExchange exchange, int status) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
    requests.add(
        TwilioWebhooks.PROVIDER,
        OPERATION,
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        "",
        status);
  }
}
