package io.conserje.sandbox.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Twilio's messaging API, and its calls, as far as the house uses it, from Twilio's documentation.
 */
public final class SimulatedTwilio implements HttpHandler {

  public static final String CREATE = "create-message";
  public static final String LIST = "list-messages";

  /** What the house asks of calls. */
  public static final List<String> CALLS =
      List.of(
          SimulatedCalls.CREATE, SimulatedCalls.LIST, SimulatedCalls.FETCH, SimulatedCalls.TELL);

  public static final String FETCH = "fetch-message";
  public static final String FETCH_MEDIA = SimulatedMedia.OPERATION;

  private static final Pattern PATH =
      Pattern.compile("/2010-04-01/Accounts/(AC\\w+)/(Messages|Calls)(?:/(\\w+))?\\.json");
  private static final Pattern ADDRESS = Pattern.compile("(whatsapp:)?\\+[1-9]\\d{6,14}");
  private static final int LONGEST_BODY = 1600;
  private static final int MEDIA_NOT_THERE = 63019;

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final TwilioMessages messages;
  private final TwilioWebhooks webhooks;
  private final DeliveryReports reports;
  private final OptOutList optOuts;
  private final SimulatedCalls calls;

  SimulatedTwilio(
      SandboxSettings settings,
      InstantSource clock,
      RequestLog requests,
      Faults faults,
      Activity activity,
      TwilioMessages messages,
      TwilioWebhooks webhooks,
      DeliveryReports reports,
      OptOutList optOuts,
      SimulatedCalls calls) {
    this.calls = calls;
    this.settings = settings;
    this.clock = clock;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.messages = messages;
    this.webhooks = webhooks;
    this.reports = reports;
    this.optOuts = optOuts;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      String operation = path.matches() ? operation(exchange, path) : "unknown";
      Optional<Fault> fault =
          faults.take(
              TwilioWebhooks.PROVIDER, operation, Set.of(Fault.Kind.STATUS, Fault.Kind.DROP));
      int slow = slowness(operation);
      Answer answer = answer(exchange, operation, path, body, fault);
      TwilioWebhooks.pause(slow);
      record(exchange, operation, body, answer);
      write(exchange, answer, fault);
    }
  }

  private int slowness(String operation) {
    return faults
        .take(TwilioWebhooks.PROVIDER, operation, Set.of(Fault.Kind.SLOW))
        .map(fault -> (int) fault.delayMs())
        .orElse(0);
  }

  /** What is answered; status 0: nothing. */
  private record Answer(int status, String body) {
    static Answer problem(TwilioProblem problem) {
      return new Answer(problem.status(), problem.json());
    }
  }

  private static String operation(HttpExchange exchange, Matcher path) {
    boolean post = exchange.getRequestMethod().equals("POST");
    if (path.group(2).equals("Calls")) {
      return path.group(3) != null
          ? post ? SimulatedCalls.TELL : SimulatedCalls.FETCH
          : post ? SimulatedCalls.CREATE : SimulatedCalls.LIST;
    }
    if (path.group(3) != null) {
      return FETCH;
    }
    return exchange.getRequestMethod().equals("POST") ? CREATE : LIST;
  }

  private Answer answer(
      HttpExchange exchange, String operation, Matcher path, String body, Optional<Fault> fault) {
    if (fault.isPresent() && fault.get().kind() == Fault.Kind.STATUS) {
      return Answer.problem(TwilioProblem.ofStatus(fault.get().status()));
    }
    if (fault.isPresent() && !fault.get().takesEffect()) {
      return new Answer(0, "");
    }
    Answer answer = honestly(exchange, operation, path, body);
    return fault.isPresent() ? new Answer(0, answer.body()) : answer;
  }

  private Answer honestly(HttpExchange exchange, String operation, Matcher path, String body) {
    if (!authentic(exchange)) {
      return Answer.problem(TwilioProblem.UNAUTHORIZED);
    }
    if (!path.matches() || !path.group(1).equals(settings.twilioAccount())) {
      return Answer.problem(TwilioProblem.NOT_FOUND);
    }
    return switch (operation) {
      case CREATE -> create(Form.parse(body));
      case LIST -> list(exchange);
      case SimulatedCalls.CREATE -> of(calls.create(Form.parse(body)));
      case SimulatedCalls.LIST ->
          of(calls.list(Form.parse(exchange.getRequestURI().getRawQuery())));
      case SimulatedCalls.FETCH -> of(calls.fetch(path.group(3)));
      case SimulatedCalls.TELL -> of(calls.tell(path.group(3), Form.parse(body)));
      default -> fetch(path.group(3));
    };
  }

  private static Answer of(SimulatedCalls.Answer answer) {
    return new Answer(answer.status(), answer.body());
  }

  /** The account with its token; during a rotation the second token counts, too. */
  private boolean authentic(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return settings.twilioTokens().stream()
        .map(token -> settings.twilioAccount() + ":" + token)
        .map(pair ->
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .anyMatch(expected -> expected.equals(given));
  }

  private Answer create(Form form) {
    Optional<TwilioProblem> problem = problem(form);
    if (problem.isPresent()) {
      return Answer.problem(problem.get());
    }
    String from = form.find("From").orElseThrow();
    String to = form.find("To").orElseThrow();
    if (optOuts.contains(from, to)) {
      return Answer.problem(
          TwilioProblem.badRequest(21610, "Attempt to send to unsubscribed recipient"));
    }
    TwilioMessage message =
        new TwilioMessage(
            TwilioMessages.newSid(),
            settings.twilioAccount(),
            from,
            to,
            form.find("ContentSid").isPresent() ? rendered(form) : form.find("Body").orElse(""),
            "outbound-api",
            "queued",
            form.find("StatusCallback").orElse(null),
            clock.instant(),
            null);
    Optional<Integer> trouble =
        form.find("MediaUrl")
            .filter(url -> webhooks.fetch(url).status() != 200)
            .map(url -> MEDIA_NOT_THERE)
            .or(() -> reports.trouble(message, form.find("ContentSid").isPresent()));
    messages.add(message);
    reports.follow(message, trouble);
    return new Answer(201, message.json().toString());
  }

  /** Nobody here knows the template's own words: what fills it stands for all of it. */
  private static String rendered(Form form) {
    List<String> values = new ArrayList<>();
    form.find("ContentVariables")
        .map(Json::read)
        .ifPresent(variables -> variables.forEach(value -> values.add(value.asText())));
    return String.join(" · ", values);
  }

  private static Optional<TwilioProblem> problem(Form form) {
    String to = form.find("To").orElse("");
    String from = form.find("From").orElse("");
    if (to.isEmpty()) {
      return bad(21604, "A 'To' phone number is required.");
    }
    if (!ADDRESS.matcher(to).matches()) {
      return bad(21211, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (from.isEmpty()) {
      return bad(21603, "A 'From' phone number is required.");
    }
    if (!ADDRESS.matcher(from).matches()) {
      return bad(21212, "The 'From' number " + from + " is not a valid phone number.");
    }
    if (to.startsWith("whatsapp:") != from.startsWith("whatsapp:")) {
      return bad(21910, "'From' and 'To' must be of the same channel.");
    }
    String content = form.find("ContentSid").orElse("HX00000000000000000000000000000000");
    if (!content.matches("HX[0-9a-fA-F]{32}")) {
      return bad(21656, "The ContentSid is invalid.");
    }
    String body = form.find("Body").orElse("");
    if (body.isEmpty() && form.find("MediaUrl").isEmpty() && form.find("ContentSid").isEmpty()) {
      return bad(21602, "Message body is required.");
    }
    return body.codePointCount(0, body.length()) > LONGEST_BODY
        ? bad(21617, "The message body exceeds the 1600 character limit.")
        : Optional.empty();
  }

  private static Optional<TwilioProblem> bad(int code, String message) {
    return Optional.of(TwilioProblem.badRequest(code, message));
  }

  private Answer list(HttpExchange exchange) {
    try {
      Form query = Form.parse(exchange.getRequestURI().getRawQuery());
      MessageList list = new MessageList(exchange.getRequestURI().getPath(), query);
      return new Answer(200, list.page(messages.all(list.fits())));
    } catch (RuntimeException e) {
      return Answer.problem(
          TwilioProblem.badRequest(20001, "Invalid parameter: " + e.getMessage()));
    }
  }

  private Answer fetch(String sid) {
    return messages
        .find(sid)
        .map(message -> new Answer(200, message.json().toString()))
        .orElse(Answer.problem(TwilioProblem.NOT_FOUND));
  }

  private void record(HttpExchange exchange, String operation, String body, Answer answer) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
    requests.add(
        TwilioWebhooks.PROVIDER,
        operation,
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        body,
        answer.status());
  }

  /** Closing without an answer cuts the connection. */
  private static void write(HttpExchange exchange, Answer answer, Optional<Fault> fault)
      throws IOException {
    fault
        .map(Fault::retryAfter)
        .ifPresent(s -> exchange.getResponseHeaders().set("Retry-After", String.valueOf(s)));
    if (answer.status() != 0) {
      Answers.text(exchange, answer.status(), "application/json", answer.body());
    }
  }
}
