package io.conserje.connectors.meta;

import io.conserje.connectors.http.CappedBody;
import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.http.WholeAnswer.NoAnswer;
import io.conserje.connectors.json.OpenJson;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Meta's Graph API, one exchange at a time. */
final class Graph {

  private final OpenJson json;
  private final Timeouts timeouts;
  private final FreshConnections connections;

  Graph(OpenJson json, InstantSource clock, Timeouts timeouts) {
    this.json = json;
    this.timeouts = timeouts;
    this.connections = new FreshConnections(timeouts, clock);
  }

  /** The answer to what is posted to {@code /{number}/messages}, whatever its status. */
  HttpResponse<byte[]> post(MetaAccount account, String number, Map<String, Object> body)
      throws NoAnswer {
    return ask(
        HttpRequest.newBuilder(account.at(number, "messages"))
            .header("Authorization", account.bearer())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(json.write(body)))
            .build(),
        timeouts.request());
  }

  /** No more than {@code most} bytes are read; empty for a body of more. */
  HttpResponse<Optional<byte[]>> ask(HttpRequest request, Duration within, int most)
      throws NoAnswer {
    return WholeAnswer.of(connections.client(), request, CappedBody.of(most), within);
  }

  HttpResponse<byte[]> ask(HttpRequest request, Duration within) throws NoAnswer {
    return WholeAnswer.of(connections.client(), request, BodyHandlers.ofByteArray(), within);
  }
}
