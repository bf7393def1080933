package io.conserje.sandbox.vapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What VAPI does where the model of an assistant is a custom one: it asks at its address whenever
 * the guest has spoken, and speaks what streams back.
 */
final class CustomModel {

  static final String PROVIDER_NAME = "custom-llm";
  static final String OPERATION = "chat-completion";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DATA = "data: ";

  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Activity activity;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  CustomModel(SandboxSettings settings, RequestLog requests, Activity activity) {
    this.settings = settings;
    this.requests = requests;
    this.activity = activity;
  }

  /**
   * What streamed back.
   *
   * @param calls names of the tools that are to be used
   */
  record Words(int status, String text, List<String> calls) {}

  /** Whether it is the one to ask. */
  static boolean is(JsonNode assistant) {
    return assistant.at("/model/provider").asText().equals(PROVIDER_NAME);
  }

  Words ask(PhoneCall call) {
    return exchange(call, Integer.MAX_VALUE);
  }

  /** Asks, and hangs up at the first event: the guest has gone on speaking. */
  void cut(PhoneCall call) {
    exchange(call, 1);
  }

  private Words exchange(PhoneCall call, int mostEvents) {
    String body = Json.write(question(call));
    String url = call.assistant().at("/model/url").asText() + "/chat/completions";
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "vapi-custom-llm");
    headers.put("Authorization", "Bearer " + settings.get(Variable.VAPI_LLM_KEY).split(",")[0]);
    try (Activity.Work ignored = activity.begin()) {
      Words words = post(URI.create(url), headers, body, mostEvents);
      requests.add(
          VapiWebhooks.PROVIDER + "-webhooks",
          OPERATION,
          "POST",
          url,
          headers,
          body,
          words.status());
      return words;
    }
  }

  private Words post(URI target, Map<String, String> headers, String body, int mostEvents) {
    if (!LOOPBACK.contains(target.getHost())) {
      return new Words(0, "", List.of());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<Stream<String>> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        return read(answer.statusCode(), lines.iterator(), mostEvents);
      }
    } catch (IOException noAnswer) {
      return new Words(0, "", List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Words(0, "", List.of());
    }
  }

  private static Words read(int status, Iterator<String> lines, int mostEvents) {
    StringBuilder text = new StringBuilder();
    List<String> calls = new ArrayList<>();
    for (int events = 0; events < mostEvents && lines.hasNext(); ) {
      String line = lines.next();
      if (!line.startsWith(DATA) || line.equals(DATA + "[DONE]")) {
        continue;
      }
      events++;
      JsonNode delta = Json.read(line.substring(DATA.length())).at("/choices/0/delta");
      text.append(delta.path("content").asText(""));
      delta.path("tool_calls").forEach(call -> calls.add(call.at("/function/name").asText()));
    }
    return new Words(status, text.toString().strip(), List.copyOf(calls));
  }

  private static ObjectNode question(PhoneCall call) {
    JsonNode model = call.assistant().path("model");
    ObjectNode question = call.message("chat", call.began());
    question.remove(List.of("timestamp", "type"));
    question.put("model", model.path("model").asText());
    question.set("messages", call.chat());
    question.put("temperature", 0.5).put("max_tokens", 250).put("stream", true);
    ArrayNode tools = question.putArray("tools");
    model.path("tools").forEach(tool -> offer(tools, tool.path("type").asText()));
    question.set("metadata", call.assistant().path("metadata"));
    return question;
  }

  private static void offer(ArrayNode tools, String name) {
    ObjectNode function =
        tools.addObject().put("type", "function").putObject("function").put("name", name);
    function.putObject("parameters").put("type", "object").putObject("properties");
  }

  void close() {
    http.shutdownNow();
  }
}
