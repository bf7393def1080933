package io.conserje.connectors.telnyx;

import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Telnyx's API over HTTP. The account is read at each use, so that a rotated key needs no restart.
 */
public final class TelnyxApi {

  private final Supplier<TelnyxAccount> account;
  private final OpenJson json;
  private final Timeouts timeouts;
  private final FreshConnections connections;

  public TelnyxApi(Supplier<TelnyxAccount> account, OpenJson json, InstantSource clock) {
    this(account, json, clock, Timeouts.USUAL);
  }

  TelnyxApi(
      Supplier<TelnyxAccount> account, OpenJson json, InstantSource clock, Timeouts timeouts) {
    this.account = account;
    this.json = json;
    this.timeouts = timeouts;
    this.connections = new FreshConnections(timeouts, clock);
  }

  /** As a part of a path: Telnyx's ids have colons in them. */
  static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * @throws WholeAnswer.NoAnswer when there is none; Telnyx may have acted all the same
   */
  Reply post(String path, Map<String, Object> body) throws WholeAnswer.NoAnswer {
    return post(path, body, timeouts.request());
  }

  /**
   * @param within the whole exchange
   * @throws WholeAnswer.NoAnswer when there is none; Telnyx may have acted all the same
   */
  Reply post(String path, Map<String, Object> body, Duration within) throws WholeAnswer.NoAnswer {
    TelnyxAccount now = account.get();
    return exchange(
        HttpRequest.newBuilder(now.at(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.write(body))),
        now,
        within);
  }

  Reply get(String path) throws WholeAnswer.NoAnswer {
    TelnyxAccount now = account.get();
    return exchange(HttpRequest.newBuilder(now.at(path)).GET(), now, timeouts.request());
  }

  private Reply exchange(HttpRequest.Builder request, TelnyxAccount now, Duration within)
      throws WholeAnswer.NoAnswer {
    HttpResponse<byte[]> answer =
        WholeAnswer.of(
            connections.client(),
            request
                .header("Authorization", "Bearer " + now.apiKey())
                .header("Accept", "application/json")
                .build(),
            BodyHandlers.ofByteArray(),
            within);
    return new Reply(
        answer.statusCode(), answer.headers(), json.read(answer.body()).orElse(Part.NOTHING));
  }
}
