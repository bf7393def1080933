package io.conserje.sandbox.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.names.Variable;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telnyx's API as far as the house uses it: commands to calls, what became of them, what was
 * recorded, messages.
 */
public final class SimulatedTelnyx implements HttpHandler {

  public static final String COMMAND = "command";
  public static final String DIAL = "create-call";
  public static final String ACTIVE = "active-calls";
  public static final String GET_CALL = "get-call";
  public static final String CREATE = "create-message";
  public static final String RECORDING = "get-recording";
  public static final String DOWNLOAD = "download-recording";

  private static final String DIALS = "/v2/calls";
  private static final Pattern LIVE = Pattern.compile("/v2/connections/([^/]+)/active_calls");
  private static final String BASE = "/v2/";
  private static final Pattern ACTION = Pattern.compile("/v2/calls/([^/]+)/actions/([a-z_]+)");
  private static final Pattern ONE_RECORDING = Pattern.compile("/v2/recordings/([^/]+)");
  private static final String RECORDINGS = "/v2/recordings";
  private static final Pattern CALL = Pattern.compile("/v2/calls/([^/]+)");

  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final TelnyxCalls calls;
  private final TelnyxFiles files;
  private final TelnyxGuests guests;

  SimulatedTelnyx(
      SandboxSettings settings,
      RequestLog requests,
      Faults faults,
      Activity activity,
      TelnyxCalls calls,
      TelnyxFiles files,
      TelnyxGuests guests) {
    this.settings = settings;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.calls = calls;
    this.files = files;
    this.guests = guests;
  }

  public static boolean serves(String path) {
    return path.startsWith(BASE) || path.startsWith(TelnyxFiles.PATH);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String operation = operation(exchange);
      faults
          .take(TelnyxWebhooks.PROVIDER, operation, Set.of(Kind.SLOW))
          .ifPresent(slow -> TelnyxWebhooks.pause(slow.delayMs()));
      Optional<Fault> fault =
          faults.take(TelnyxWebhooks.PROVIDER, operation, Set.of(Kind.STATUS, Kind.DROP));
      TelnyxAnswer answer =
          fault.map(f -> trouble(f, exchange, body)).orElseGet(() -> answer(exchange, body));
      record(exchange, operation, body, answer.status());
      fault
          .map(Fault::retryAfter)
          .ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", "" + seconds));
      if (answer.body() instanceof byte[] sound) {
        exchange.getResponseHeaders().set("Content-Type", TelnyxFiles.TYPE);
        Answers.bytes(exchange, answer.status(), sound);
      } else if (answer.status() != 0) {
        Answers.json(exchange, answer.status(), answer.body());
      }
    }
  }

  /** What is cut off may have had its effect before. */
  private TelnyxAnswer trouble(Fault fault, HttpExchange exchange, String body) {
    if (fault.kind() == Kind.STATUS) {
      return TelnyxAnswer.problem(
          fault.status(), fault.status() == 429 ? "10011" : "10007", "Trouble.");
    }
    if (fault.takesEffect()) {
      answer(exchange, body);
    }
    return new TelnyxAnswer(0, Map.of());
  }

  private static String operation(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    if (path.equals("/v2/messages")) {
      return CREATE;
    }
    if (path.equals(DIALS)) {
      return DIAL;
    }
    if (LIVE.matcher(path).matches()) {
      return ACTIVE;
    }
    if (path.startsWith(TelnyxFiles.PATH)) {
      return DOWNLOAD;
    }
    if (path.startsWith(RECORDINGS)) {
      return RECORDING;
    }
    return ACTION.matcher(path).matches() ? COMMAND : GET_CALL;
  }

  private TelnyxAnswer answer(HttpExchange exchange, String body) {
    if (operation(exchange).equals(DOWNLOAD)) {
      return download(exchange.getRequestURI().toString());
    }
    String expected = "Bearer " + settings.get(Variable.TELNYX_API_KEY);
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return TelnyxAnswer.problem(401, "10009", "Authentication failed");
    }
    String path = exchange.getRequestURI().getRawPath();
    boolean post = exchange.getRequestMethod().equals("POST");
    try {
      Matcher action = ACTION.matcher(path);
      if (post && action.matches()) {
        return command(id(action.group(1)), action.group(2), Json.read(body));
      }
      if (post && path.equals(DIALS)) {
        return calls.dial(Json.read(body));
      }
      if (post && path.equals("/v2/messages")) {
        return guests.send(Json.read(body));
      }
    } catch (IllegalArgumentException noJson) {
      return TelnyxAnswer.problem(400, "10015", "Bad Request");
    }
    if (!post && LIVE.matcher(path).matches()) {
      return calls.live();
    }
    if (!post && path.startsWith(RECORDINGS)) {
      return recording(path, exchange.getRequestURI().getRawQuery());
    }
    Matcher call = CALL.matcher(path);
    return call.matches() && !post
        ? calls
            .find(id(call.group(1)))
            .map(found -> new TelnyxAnswer(200, found.json()))
            .orElseGet(() -> TelnyxAnswer.problem(404, "10005", "Resource not found"))
        : TelnyxAnswer.problem(404, "10005", "Resource not found");
  }

  /** Whoever has an address that is not dead needs no key. */
  private TelnyxAnswer download(String address) {
    return files
        .at(address.substring(address.indexOf(TelnyxFiles.PATH) + TelnyxFiles.PATH.length()))
        .map(sound -> new TelnyxAnswer(200, sound))
        .orElseGet(() -> TelnyxAnswer.problem(403, "AccessDenied", "Request has expired"));
  }

  private TelnyxAnswer recording(String path, String query) {
    Matcher one = ONE_RECORDING.matcher(path);
    if (!one.matches()) {
      String leg = Form.parse(query).find("filter[call_leg_id]").orElse("");
      return new TelnyxAnswer(200, files.ofLeg(leg));
    }
    return files
        .find(id(one.group(1)))
        .map(found -> new TelnyxAnswer(200, found))
        .orElseGet(() -> TelnyxAnswer.problem(404, "10005", "Resource not found"));
  }

  private TelnyxAnswer command(String id, String name, JsonNode body) {
    return calls
        .find(id)
        .map(call -> calls.tell(call, name, body))
        .orElseGet(() -> TelnyxAnswer.problem(422, "90015", "Invalid Call Control ID"));
  }

  private static String id(String segment) {
    return URLDecoder.decode(segment, StandardCharsets.UTF_8);
  }

  private void record(HttpExchange exchange, String operation, String body, int status) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
    requests.add(
        TelnyxWebhooks.PROVIDER,
        operation,
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        body,
        status);
  }
}
