package io.conserje.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.conserje.sandbox.providers.HouseDoor;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Meta's Graph API as far as the house uses it: messages, read marks, media in two steps, and whose
 * a number is.
 */
public final class SimulatedMeta implements HttpHandler {

  public static final String SEND = "send-message";
  public static final String READ = "mark-read";
  public static final String MEDIA = "get-media";
  public static final String DOWNLOAD = "download-media";
  public static final String NUMBER = "get-number";

  private static final Pattern SENDING = Pattern.compile("/v\\d+\\.\\d+/(\\d{5,20})/messages");
  private static final Pattern ASKING = Pattern.compile("/v\\d+\\.\\d+/(\\d{5,20})");
  private static final String FILES = "/whatsapp_business/attachments/";

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final MetaMessages messages;
  private final MetaFiles files;
  private final MetaDeliveries deliveries;
  private final Function<String, Optional<String>> shownNumbers;

  SimulatedMeta(
      SandboxSettings settings,
      InstantSource clock,
      RequestLog requests,
      Faults faults,
      Activity activity,
      MetaMessages messages,
      MetaFiles files,
      MetaDeliveries deliveries,
      Function<String, Optional<String>> shownNumbers) {
    this.settings = settings;
    this.clock = clock;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.messages = messages;
    this.files = files;
    this.deliveries = deliveries;
    this.shownNumbers = shownNumbers;
  }

  public static boolean serves(String path) {
    return path.matches("/v\\d+\\.\\d+/.*") || path.startsWith(FILES);
  }

  /** What is answered; status 0: nothing. */
  private record Answer(int status, JsonNode json, MetaFiles.File file) {
    static Answer of(JsonNode json) {
      return new Answer(200, json, null);
    }

    static Answer problem(MetaProblem problem) {
      return new Answer(problem.status(), problem.json(), null);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String operation = operation(exchange, body);
      faults
          .take(MetaWebhooks.PROVIDER, operation, Set.of(Kind.SLOW))
          .ifPresent(slow -> HouseDoor.pause(slow.delayMs()));
      Optional<Fault> fault =
          faults.take(MetaWebhooks.PROVIDER, operation, Set.of(Kind.STATUS, Kind.DROP));
      Answer answer =
          fault.map(f -> trouble(f, exchange, body)).orElseGet(() -> answer(exchange, body));
      record(exchange, operation, body, answer.status());
      fault
          .map(Fault::retryAfter)
          .ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", "" + seconds));
      write(exchange, answer);
    }
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.file() != null) {
      exchange.getResponseHeaders().set("Content-Type", answer.file().type());
      exchange.sendResponseHeaders(200, answer.file().bytes().length);
      exchange.getResponseBody().write(answer.file().bytes());
    } else if (answer.status() != 0) {
      Answers.json(exchange, answer.status(), answer.json());
    }
  }

  /** What is cut off may have had its effect before. */
  private Answer trouble(Fault fault, HttpExchange exchange, String body) {
    if (fault.kind() == Kind.STATUS) {
      return Answer.problem(MetaProblem.asked(fault.status()));
    }
    if (fault.takesEffect()) {
      answer(exchange, body);
    }
    return new Answer(0, null, null);
  }

  private static String operation(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(FILES)) {
      return DOWNLOAD;
    }
    if (!SENDING.matcher(path).matches()) {
      return isAboutNumber(exchange) ? NUMBER : MEDIA;
    }
    return isRead(body) ? READ : SEND;
  }

  private static boolean isAboutNumber(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query != null && query.contains("display_phone_number");
  }

  private static boolean isRead(String body) {
    try {
      return Json.read(body).path("status").asText().equals("read");
    } catch (IllegalArgumentException noJson) {
      return false;
    }
  }

  private Answer answer(HttpExchange exchange, String body) {
    String expected = "Bearer " + settings.get(Variable.WHATSAPP_ACCESS_TOKEN);
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return Answer.problem(MetaProblem.TOKEN);
    }
    String path = exchange.getRequestURI().getPath();
    Matcher sending = SENDING.matcher(path);
    if (exchange.getRequestMethod().equals("POST") && sending.matches()) {
      return post(sending.group(1), body);
    }
    Form query = Form.parse(exchange.getRequestURI().getRawQuery());
    if (path.startsWith(FILES)) {
      return files
          .at(query.find("mid").orElse(""))
          .map(file -> new Answer(200, null, file))
          .orElseGet(() -> new Answer(404, MetaProblem.UNKNOWN.json(), null));
    }
    Matcher asking = ASKING.matcher(path);
    if (!asking.matches()) {
      return Answer.problem(MetaProblem.UNKNOWN);
    }
    return isAboutNumber(exchange) ? number(asking.group(1)) : media(exchange, asking.group(1));
  }

  private Answer number(String id) {
    return shownNumbers
        .apply(id)
        .map(shown ->
            Answer.of(Json.object().put("display_phone_number", "+" + shown).put("id", id)))
        .orElseGet(() -> Answer.problem(MetaProblem.UNKNOWN));
  }

  private Answer media(HttpExchange exchange, String id) {
    return files
        .find(id)
        .map(file -> {
          ObjectNode json = Json.object();
          String here = "http://" + exchange.getRequestHeaders().getFirst("Host");
          json.put("url", here + FILES + "?mid=" + files.address(file));
          json.put("mime_type", file.type().split(";")[0]).put("sha256", file.hexSha256());
          json.put("file_size", file.bytes().length).put("id", id);
          return Answer.of(json.put("messaging_product", "whatsapp"));
        })
        .orElseGet(() -> Answer.problem(MetaProblem.UNKNOWN));
  }

  private Answer post(String number, String body) {
    try {
      JsonNode message = Json.read(body);
      return message.path("status").asText().equals("read") ? read(message) : send(number, message);
    } catch (IllegalArgumentException noJson) {
      return Answer.problem(MetaProblem.wrong("the body is no JSON"));
    }
  }

  private Answer read(JsonNode mark) {
    boolean known = messages.find(mark.path("message_id").asText()).isPresent();
    return known
        ? Answer.of(Json.object().put("success", true))
        : Answer.problem(
            new MetaProblem(400, 131009, "(#131009) Parameter value is not valid: message_id"));
  }

  private Answer send(String number, JsonNode content) {
    Optional<MetaProblem> problem = MetaRules.problem(content);
    if (problem.isPresent()) {
      return Answer.problem(problem.get());
    }
    String to = content.path("to").asText(content.path("recipient").asText());
    String guest = to.toLowerCase(Locale.ROOT).matches("\\+?\\d+") ? to.replace("+", "") : to;
    MetaMessage message =
        new MetaMessage(MetaMessages.newId(), number, guest, false, content, clock.instant());
    messages.add(message);
    deliveries.follow(message);
    ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
    answer.putArray("contacts").addObject().put("input", to).put("wa_id", guest);
    answer.putArray("messages").addObject().put("id", message.id());
    return Answer.of(answer);
  }

  private void record(HttpExchange exchange, String operation, String body, int status) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
    requests.add(
        MetaWebhooks.PROVIDER,
        operation,
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        body,
        status);
  }
}
