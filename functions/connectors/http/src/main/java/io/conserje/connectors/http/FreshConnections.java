package io.conserje.connectors.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Connections to one provider that are not reused after a pause. A function is frozen between two
 * events, and a snapshot is restored much later: what was connected before is dead then without
 * anybody having been told, and a POST into it would have to be taken for an ambiguous failure.
 */
public final class FreshConnections {

  private final Timeouts timeouts;
  private final InstantSource clock;
  private HttpClient client;
  private Instant lastUse = Instant.MIN;

  public FreshConnections(Timeouts timeouts, InstantSource clock) {
    this.timeouts = timeouts;
    this.clock = clock;
  }

  /** A client that follows no redirects and speaks HTTP/1.1; for one exchange, not to be kept. */
  public synchronized HttpClient client() {
    Instant now = clock.instant();
    if (client == null || Duration.between(lastUse, now).abs().compareTo(timeouts.idle()) > 0) {
      replace();
    }
    lastUse = now;
    return client;
  }

  private void replace() {
    if (client != null) {
      client.shutdown();
    }
    client =
        HttpClient.newBuilder()
            .connectTimeout(timeouts.connect())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }
}
