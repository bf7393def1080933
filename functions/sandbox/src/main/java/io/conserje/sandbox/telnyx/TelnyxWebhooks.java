package io.conserje.sandbox.telnyx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What Telnyx sends to the house, one after the other: signed, and up to three times where the
 * answer is no 2xx within two seconds, each time signed afresh.
 */
final class TelnyxWebhooks implements AutoCloseable {

  static final String PROVIDER = "telnyx";
  static final String CALL_EVENT = "call-event";
  static final String MESSAGE_EVENT = "message-event";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int ATTEMPTS = 3;
  private static final long FIRST_DELAY_MILLIS = 200;

  /** Telnyx says two seconds; a machine that compiles beside it is granted more. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final List<Runnable> held = new ArrayList<>();
  private final ExecutorService oneByOne =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("telnyx").factory());
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  TelnyxWebhooks(
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
  }

  /** By the address that the account has. */
  void send(String operation, String type, ObjectNode payload) {
    send(operation, type, payload, settings.publicBaseUrl() + "/telnyx/events", null);
  }

  /** Soon, and in the order of the calls of this method. */
  void send(String operation, String type, ObjectNode payload, String url, String id) {
    ObjectNode event = Json.object();
    ObjectNode data = event.putObject("data");
    data.put("record_type", "event").put("event_type", type);
    data.put("id", id == null ? UUID.randomUUID().toString() : id);
    data.put("occurred_at", clock.instant().toString());
    data.set("payload", payload.deepCopy());
    Activity.Work work = activity.begin();
    oneByOne.execute(() -> {
      try (work) {
        inTurn(operation, event, url);
      }
    });
  }

  /** One that is out of order comes behind the next. */
  private void inTurn(String operation, ObjectNode event, String url) {
    if (faults.take(PROVIDER, operation, Set.of(Kind.REORDER)).isPresent()) {
      held.add(() -> now(operation, event, url));
      return;
    }
    now(operation, event, url);
    held.forEach(Runnable::run);
    held.clear();
  }

  private void now(String operation, ObjectNode event, String url) {
    faults.take(PROVIDER, operation, Set.of(Kind.SLOW)).ifPresent(slow -> pause(slow.delayMs()));
    if (faults.take(PROVIDER, operation, Set.of(Kind.DROP)).isPresent()) {
      record(operation, url, Map.of(), Json.write(event), 0);
      return;
    }
    boolean twice = faults.take(PROVIDER, operation, Set.of(Kind.DUPLICATE)).isPresent();
    untilTaken(operation, event, url);
    if (twice) {
      untilTaken(operation, event, url);
    }
  }

  private void untilTaken(String operation, ObjectNode event, String url) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      event.putObject("meta").put("attempt", attempt).put("delivered_to", url);
      if (once(operation, url, Json.write(event)) / 100 == 2) {
        return;
      }
      pause(FIRST_DELAY_MILLIS << attempt);
    }
  }

  private int once(String operation, String url, String body) {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "User-Agent",
            "telnyx-webhooks",
            "telnyx-timestamp",
            timestamp,
            "telnyx-signature-ed25519",
            TelnyxSigning.sign(timestamp, body));
    return record(operation, url, headers, body, post(url, headers, body));
  }

  private int record(
      String operation, String url, Map<String, String> headers, String body, int status) {
    requests.add(PROVIDER + "-webhooks", operation, "POST", url, headers, body, status);
    return status;
  }

  private int post(String url, Map<String, String> headers, String body) {
    URI target = URI.create(settings.reachable(url));
    if (!LOOPBACK.contains(target.getHost())) {
      return 0;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException noAnswer) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
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
    oneByOne.shutdownNow();
    http.shutdownNow();
  }
}
