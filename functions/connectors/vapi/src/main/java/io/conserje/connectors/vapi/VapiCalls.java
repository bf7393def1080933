package io.conserje.connectors.vapi;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.ProviderCalls;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What VAPI's API says of a call: {@code GET /call/{id}}. */
public final class VapiCalls implements ProviderCalls {

  private static final String VAPI = "https://api.vapi.ai";
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE = Duration.ofSeconds(10);

  private final Supplier<Account> account;
  private final VapiReports reports;
  private final VapiJson json;
  private final InstantSource clock;

  public VapiCalls(Supplier<Account> account, VapiJson json, InstantSource clock) {
    this.account = account;
    this.reports = new VapiReports(json);
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param baseUrl in place of VAPI's own; null or blank for VAPI itself
   */
  public record Account(String apiKey, String baseUrl) {

    private URI at(String path) {
      String base = baseUrl == null || baseUrl.isBlank() ? VAPI : baseUrl;
      return URI.create(base.replaceAll("/+$", "") + path);
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
      return "Account[at " + baseUrl + "]";
    }
  }

  @Override
  public String provider() {
    return VapiMessage.PROVIDER;
  }

  @Override
  public Found ask(CallPlace place) {
    Account now = account.get();
    String id = URLEncoder.encode(place.callId(), StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest request =
        HttpRequest.newBuilder(now.at("/call/" + id))
            .header("Authorization", "Bearer " + now.apiKey())
            .header("Accept", "application/json")
            .build();
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      return complete(client, request, place);
    }
  }

  /** The JDK's own time limit ends with the headers; this one covers the body too. */
  private Found complete(HttpClient client, HttpRequest request, CallPlace place) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return found(answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS), place);
    } catch (TimeoutException e) {
      answer.cancel(true);
      client.shutdownNow();
      return new Found.NoAnswer("no answer within " + WHOLE.toSeconds() + " s");
    } catch (ExecutionException e) {
      return new Found.NoAnswer("no connection: " + e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      client.shutdownNow();
      Thread.currentThread().interrupt();
      return new Found.NoAnswer("interrupted");
    }
  }

  private Found found(HttpResponse<byte[]> answer, CallPlace place) {
    if (answer.statusCode() == 404) {
      return new Found.Unknown();
    }
    if (answer.statusCode() != 200) {
      return new Found.NoAnswer("answered " + answer.statusCode());
    }
    return json.read(answer.body())
        .map(call -> found(call, place))
        .orElseGet(() -> new Found.NoAnswer("answered what is no JSON"));
  }

  private Found found(Part call, CallPlace place) {
    if (!call.text("status").equals("ended")) {
      return new Found.GoesOn();
    }
    Instant now = clock.instant();
    Instant at = call.time("endedAt").orElse(now);
    return new Found.Ended(
        CallEvent.of(place, "asked", "asked", at, now, place.callId())
            .reporting(reports.of(call, at)));
  }
}
