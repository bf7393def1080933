package io.conserje.sandbox.vapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.names.Variable;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VAPI's API as far as the house uses it: what became of a call. */
public final class SimulatedVapi implements HttpHandler {

  public static final String GET_CALL = "get-call";
  static final String BASE = "/vapi";
  private static final Pattern PATH = Pattern.compile(BASE + "/call/([^/]+)");

  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final PhoneCalls calls;

  SimulatedVapi(
      SandboxSettings settings,
      RequestLog requests,
      Faults faults,
      Activity activity,
      PhoneCalls calls) {
    this.settings = settings;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.calls = calls;
  }

  public static boolean serves(String path) {
    return path.startsWith(BASE + "/");
  }

  private record Answer(int status, Object body) {
    static Answer problem(int status, String message) {
      return new Answer(status, Map.of("statusCode", status, "message", message));
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Optional<Fault> fault =
          faults.take(VapiWebhooks.PROVIDER, GET_CALL, Set.of(Kind.STATUS, Kind.DROP));
      faults
          .take(VapiWebhooks.PROVIDER, GET_CALL, Set.of(Kind.SLOW))
          .ifPresent(slow -> VapiWebhooks.pause(slow.delayMs()));
      Answer answer =
          fault
              .map(f -> Answer.problem(f.kind() == Kind.DROP ? 0 : f.status(), "Trouble."))
              .orElseGet(() -> answer(exchange));
      record(exchange, body, answer.status());
      if (answer.status() != 0) {
        Answers.json(exchange, answer.status(), answer.body());
      }
    }
  }

  private Answer answer(HttpExchange exchange) {
    String expected = "Bearer " + settings.get(Variable.VAPI_API_KEY);
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return Answer.problem(401, "Invalid Key.");
    }
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!path.matches() || !exchange.getRequestMethod().equals("GET")) {
      return Answer.problem(404, "Cannot " + exchange.getRequestMethod());
    }
    return calls
        .find(path.group(1))
        .map(call -> new Answer(200, Json.of(call.json())))
        .orElseGet(() -> Answer.problem(404, "Call Not Found."));
  }

  private void record(HttpExchange exchange, String body, int status) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
    requests.add(
        VapiWebhooks.PROVIDER,
        GET_CALL,
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        body,
        status);
  }
}
