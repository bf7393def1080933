package io.conserje.sandbox.providers;

import io.conserje.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Where a provider brings its webhooks: the house behind its public address, and nobody else. */
public final class HouseDoor implements AutoCloseable {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final String provider;
  private final SandboxSettings settings;
  private final RequestLog requests;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public HouseDoor(String provider, SandboxSettings settings, RequestLog requests) {
    this.provider = provider;
    this.settings = settings;
    this.requests = requests;
  }

  /** What the house answered; status 0: nothing. */
  public record Answer(int status, String body) {}

  /** Brings it, and notes it down. */
  public Answer post(
      String operation, String url, Map<String, String> headers, String body, Duration patience) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.reachable(url)));
    headers.forEach(request::header);
    Answer answer =
        exchange(request.timeout(patience).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    note(operation, "POST", url, headers, body, answer.status());
    return answer;
  }

  public Answer get(String operation, String url, Duration patience) {
    URI there = URI.create(settings.reachable(url));
    Answer answer = exchange(HttpRequest.newBuilder(there).timeout(patience).build());
    note(operation, "GET", url, Map.of(), "", answer.status());
    return answer;
  }

  /** What is lost on the way is noted down, too. */
  public void lose(String operation, String url, String body) {
    note(operation, "POST", url, Map.of(), body, 0);
  }

  private void note(
      String operation,
      String method,
      String url,
      Map<String, String> headers,
      String body,
      int status) {
    requests.add(provider + "-webhooks", operation, method, url, headers, body, status);
  }

  private Answer exchange(HttpRequest request) {
    String host = request.uri().getHost();
    if (!LOOPBACK.contains(host)) {
      return new Answer(0, "not sent: " + host + " is outside the sandbox");
    }
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new Answer(0, "no answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, "interrupted");
    }
  }

  public static void pause(long millis) {
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
