package io.conserje.connectors.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long a provider asks to be left alone (RFC 9110, 10.2.3). */
public final class RetryAfter {

  private RetryAfter() {}

  /**
   * {@code retry-after-ms} (OpenAI's), or {@code Retry-After}: seconds, with decimals at some
   * providers, or a date, which is taken against the answer's own. Null when nothing readable is
   * asked for.
   */
  public static Duration of(HttpHeaders headers) {
    String millis = headers.firstValue("retry-after-ms").orElse("").strip();
    if (millis.matches("\\d{1,8}(\\.\\d+)?")) {
      return Duration.ofMillis((long) Math.ceil(Double.parseDouble(millis)));
    }
    String asked = headers.firstValue("Retry-After").orElse("").strip();
    if (asked.matches("\\d{1,6}(\\.\\d+)?")) {
      return Duration.ofMillis((long) Math.ceil(1000 * Double.parseDouble(asked)));
    }
    try {
      Duration wait = Duration.between(date(headers.firstValue("Date").orElse("")), date(asked));
      return wait.isNegative() ? null : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ZonedDateTime date(String header) {
    return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
