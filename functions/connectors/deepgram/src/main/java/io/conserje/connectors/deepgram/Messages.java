package io.conserje.connectors.deepgram;

import io.conserje.connectors.json.Part;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What one socket's messages mean, one after the other. Deepgram's times count from the first byte
 * of the socket, ours from the first of the session.
 */
interface Messages {

  /** What is unknown is nothing. */
  void take(Part message);

  static Duration seconds(Part part, String name) {
    double seconds = part.number(name).map(BigDecimal::doubleValue).orElse(0.0);
    return Duration.ofNanos(Math.round(1e9 * Math.clamp(seconds, 0, 1e6)));
  }
}
