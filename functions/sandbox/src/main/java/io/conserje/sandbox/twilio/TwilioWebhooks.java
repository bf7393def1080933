package io.conserje.sandbox.twilio;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What Twilio sends to the house: signed, once, and once more when no connection could be made. */
final class TwilioWebhooks implements AutoCloseable {

  static final String PROVIDER = "twilio";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  TwilioWebhooks(SandboxSettings settings, RequestLog requests, Faults faults, Activity activity) {
    this.settings = settings;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
  }

  /** What the house answered; status 0: nothing. */
  record Outcome(int status, String body) {}

  /**
   * Sends now, with the faults that are in force.
   *
   * @param url as the house wrote it down at Twilio
   */
  Outcome send(String operation, String url, Form form) {
    try (Activity.Work ignored = activity.begin()) {
      faults.take(PROVIDER, operation, Set.of(Fault.Kind.SLOW)).ifPresent(f -> pause(f.delayMs()));
      if (faults.take(PROVIDER, operation, Set.of(Fault.Kind.DROP)).isPresent()) {
        return record(operation, url, Map.of(), form, new Outcome(0, "dropped"));
      }
      boolean twice = faults.take(PROVIDER, operation, Set.of(Fault.Kind.DUPLICATE)).isPresent();
      String token = UUID.randomUUID().toString();
      Outcome first = once(operation, url, form, token);
      return twice ? once(operation, url, form, token) : first;
    }
  }

  private Outcome once(String operation, String url, Form form, String token) {
    String signature = TwilioSignature.sign(settings.twilioToken(), url, form);
    Map<String, String> headers =
        Map.of(
            "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent", "TwilioProxy/1.1",
            "Accept", "*/*",
            "I-Twilio-Idempotency-Token", token,
            "X-Twilio-Signature", signature);
    return record(operation, url, headers, form, post(url, headers, form.encode()));
  }

  private Outcome record(
      String operation, String url, Map<String, String> headers, Form form, Outcome outcome) {
    requests.add(
        PROVIDER + "-webhooks", operation, "POST", url, headers, form.encode(), outcome.status());
    return outcome;
  }

  private Outcome post(String url, Map<String, String> headers, String body) {
    URI target = URI.create(settings.reachable(url));
    if (!LOOPBACK.contains(target.getHost())) {
      return new Outcome(0, "not sent: " + target.getHost() + " is outside the sandbox");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return exchange(request.build(), 1);
  }

  /** Twilio fetches what it is to send with a message from where the house has it. */
  Outcome fetch(String url) {
    URI target = URI.create(settings.reachable(url));
    boolean sandboxed = LOOPBACK.contains(target.getHost());
    Outcome outcome =
        sandboxed
            ? exchange(HttpRequest.newBuilder(target).timeout(PATIENCE).GET().build(), 1)
            : new Outcome(0, "not asked: " + target.getHost() + " is outside the sandbox");
    requests.add(
        PROVIDER + "-webhooks", "fetch-media-url", "GET", url, Map.of(), "", outcome.status());
    return outcome;
  }

  private Outcome exchange(HttpRequest request, int retries) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Outcome(answer.statusCode(), answer.body());
    } catch (ConnectException e) {
      return retries > 0 ? exchange(request, retries - 1) : new Outcome(0, "no connection");
    } catch (HttpTimeoutException e) {
      return new Outcome(0, "no answer within " + PATIENCE.toSeconds() + " s");
    } catch (IOException e) {
      return new Outcome(0, "connection lost");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(0, "interrupted");
    }
  }

  /**
   * Status callbacks of one message, in their order or, when that fault is in force, the other way
   * round.
   */
  List<String> inOrder(List<String> statuses) {
    return reordered("status-callback") ? statuses.reversed() : statuses;
  }

  boolean reordered(String operation) {
    return faults.take(PROVIDER, operation, Set.of(Fault.Kind.REORDER)).isPresent();
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
