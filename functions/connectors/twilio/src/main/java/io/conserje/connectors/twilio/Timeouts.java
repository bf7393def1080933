package io.conserje.connectors.twilio;

import java.time.Duration;

/**
 * How long Twilio may take.
 *
 * @param connect to the first byte of TCP and TLS
 * @param request the whole exchange, body included
 * @param idle how long a kept connection may have been quiet before it is no longer trusted
 */
record Timeouts(Duration connect, Duration request, Duration idle) {

  static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(15));
}
