package io.conserje.connectors.telnyx;

import io.conserje.connectors.http.NoNumbers;
import io.conserje.connectors.http.RetryAfter;
import io.conserje.connectors.json.Part;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;

/**
 * What Telnyx answered.
 *
 * @param body empty for what is no JSON
 */
record Reply(int status, HttpHeaders headers, Part body) {

  private static final long LONGEST_WAIT_SECONDS = 600;

  boolean isYes() {
    return status / 100 == 2;
  }

  /** The first of Telnyx's own codes; empty for none. */
  String code() {
    return first().text("code");
  }

  /** For the log and the API. */
  String reason() {
    Part error = first();
    String said = error.firstText("detail", "title");
    return "Telnyx answered " + status + (said.isEmpty() ? "" : ": " + NoNumbers.in(said));
  }

  private Part first() {
    List<Part> errors = body.each("errors");
    return errors.isEmpty() ? Part.NOTHING : errors.getFirst();
  }

  /**
   * Whether the same may be asked again. A 401 is a key of ours that is not, or no longer, right:
   * an operator puts it right, and nothing is lost over it.
   */
  boolean isPassing() {
    return status == 401 || status == 408 || status == 429 || status >= 500;
  }

  /** What Telnyx asks for; null for nothing. */
  Duration askedToWait() {
    Duration asked = RetryAfter.of(headers);
    String reset = headers.firstValue("x-ratelimit-reset").orElse("").strip();
    if (asked != null || status != 429 || !reset.matches("\\d{1,4}")) {
      return asked;
    }
    long seconds = Long.parseLong(reset);
    return seconds > LONGEST_WAIT_SECONDS ? null : Duration.ofSeconds(seconds);
  }
}
