package io.conserje.connectors.vapi;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls;
import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What VAPI's API says of a call: {@code GET /call/{id}}. */
public final class VapiCalls implements ProviderCalls {

  private static final String VAPI = "https://api.vapi.ai";

  private final Supplier<Account> account;
  private final VapiReports reports;
  private final OpenJson json;
  private final InstantSource clock;
  private final FreshConnections connections;

  public VapiCalls(Supplier<Account> account, OpenJson json, InstantSource clock) {
    this.account = account;
    this.reports = new VapiReports(json);
    this.json = json;
    this.clock = clock;
    this.connections = new FreshConnections(Timeouts.USUAL, clock);
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
  public Found ask(Unreported call) {
    CallPlace place = call.place();
    Account now = account.get();
    String id = URLEncoder.encode(place.callId(), StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest request =
        HttpRequest.newBuilder(now.at("/call/" + id))
            .header("Authorization", "Bearer " + now.apiKey())
            .header("Accept", "application/json")
            .build();
    try {
      return found(
          WholeAnswer.of(
              connections.client(), request, BodyHandlers.ofByteArray(), Timeouts.USUAL.request()),
          place);
    } catch (WholeAnswer.NoAnswer e) {
      return new Found.NoAnswer(e.getMessage());
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
