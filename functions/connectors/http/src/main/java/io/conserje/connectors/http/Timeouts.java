package io.conserje.connectors.http;

import java.time.Duration;

/**
 * How long a provider may take.
 *
 * @param connect to the first byte of TCP and TLS
 * @param request the whole exchange, body included
 * @param idle how long a kept connection may have been quiet before it is no longer trusted
 */
public record Timeouts(Duration connect, Duration request, Duration idle) {

  public static final Timeouts USUAL =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(15));
}
