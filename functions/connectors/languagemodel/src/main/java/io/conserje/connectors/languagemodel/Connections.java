package io.conserje.connectors.languagemodel;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Connections that are not reused after a pause: a function is frozen between two events, and what
 * was connected before may be dead without anybody having been told.
 */
final class Connections {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofSeconds(15);

  private final InstantSource clock;
  private HttpClient client;
  private Instant lastUse = Instant.MIN;

  Connections(InstantSource clock) {
    this.clock = clock;
  }

  synchronized HttpClient client() {
    Instant now = clock.instant();
    if (client == null || Duration.between(lastUse, now).abs().compareTo(IDLE) > 0) {
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
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }
}
