package io.conserje.sandbox.vapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What VAPI sends to a server: once, and again where the server's back-off plan says so and what
 * was answered is no 2xx.
 */
final class VapiWebhooks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(VapiWebhooks.class);

  static final String PROVIDER = "vapi";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * VAPI waits 7.5 s for an assistant and 20 s for anything else; a machine that compiles beside it
   * is granted more.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final VapiSignature signature;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  VapiWebhooks(
      SandboxSettings settings,
      InstantSource clock,
      RequestLog requests,
      Faults faults,
      Activity activity) {
    this.settings = settings;
    this.clock = clock;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.signature = new VapiSignature(settings);
  }

  /** What the server answered; status 0: nothing. */
  record Outcome(int status, String body) {

    /** Missing for what is no JSON. */
    JsonNode json() {
      try {
        return status == 200 ? Json.read(body) : Json.object().path("missing");
      } catch (IllegalArgumentException e) {
        return Json.object().path("missing");
      }
    }
  }

  /**
   * Sends now, with the faults that are in force.
   *
   * @param server as the assistant says; missing for the telephone number's own
   */
  Outcome send(String type, JsonNode message, JsonNode server) {
    try (Activity.Work ignored = activity.begin()) {
      faults.take(PROVIDER, type, Set.of(Fault.Kind.SLOW)).ifPresent(f -> pause(f.delayMs()));
      String body = Json.write(Map.of("message", message));
      String url = server.path("url").asText(settings.publicBaseUrl() + "/vapi/webhook");
      if (faults.take(PROVIDER, type, Set.of(Fault.Kind.DROP)).isPresent()) {
        return record(type, url, Map.of(), body, new Outcome(0, "dropped"));
      }
      boolean twice = faults.take(PROVIDER, type, Set.of(Fault.Kind.DUPLICATE)).isPresent();
      Outcome first = untilTaken(type, url, body, server);
      return twice ? untilTaken(type, url, body, server) : first;
    }
  }

  boolean reordered(String type) {
    return faults.take(PROVIDER, type, Set.of(Fault.Kind.REORDER)).isPresent();
  }

  private Outcome untilTaken(String type, String url, String body, JsonNode server) {
    JsonNode plan = server.path("backoffPlan");
    Outcome outcome = once(type, url, body, server);
    for (int i = 0; i < plan.path("maxRetries").asInt(0) && again(outcome, plan); i++) {
      pause((long) (plan.path("baseDelaySeconds").asDouble(1) * 1000) << Math.min(i, 4));
      outcome = once(type, url, body, server);
    }
    return outcome;
  }

  private static boolean again(Outcome outcome, JsonNode plan) {
    for (JsonNode excluded : plan.path("excludedStatusCodes")) {
      if (excluded.asInt() == outcome.status()) {
        return false;
      }
    }
    return outcome.status() / 100 != 2;
  }

  /** An assistant's own headers stand in place of the number's credential. */
  private Outcome once(String type, String url, String body, JsonNode server) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "node-fetch");
    if (server.path("headers").isEmpty()) {
      headers.putAll(signature.headers(url, body, clock.instant()));
    }
    server
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> headers.put(name, server.path("headers").path(name).asText()));
    return record(type, url, headers, body, post(type, url, headers, body));
  }

  private Outcome record(
      String type, String url, Map<String, String> headers, String body, Outcome outcome) {
    requests.add(PROVIDER + "-webhooks", type, "POST", url, headers, body, outcome.status());
    return outcome;
  }

  private Outcome post(String type, String url, Map<String, String> headers, String body) {
    URI target = URI.create(settings.reachable(url));
    if (!LOOPBACK.contains(target.getHost())) {
      return new Outcome(0, "not sent: " + target.getHost() + " is outside the sandbox");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Outcome(answer.statusCode(), answer.body());
    } catch (IOException e) {
      LOG.warn("VAPI sent a {} and got no answer.", type, e);
      return new Outcome(0, "no answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(0, "interrupted");
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
