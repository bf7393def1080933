package io.conserje.connectors.twilio;

import com.twilio.exception.ApiException;
import io.conserje.outbound.Sending;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;

/** What a failed try means: the one place that decides whether it may be tried again. */
final class Outcome {

  /** Too many requests; WhatsApp's own rate; our queue at Twilio is full. */
  private static final Set<Integer> PASSING = Set.of(20429, 63018, 30001);

  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ().-]{4,}\\d");

  private Outcome() {}

  /** No answer. Twilio may have taken the message all the same: it is asked before the next try. */
  static Sending unanswered(String reason) {
    return new Sending.Later("no_answer", "Twilio: " + reason, null);
  }

  static Sending of(Exchange exchange, ApiException e) {
    return exchange
        .answer()
        .map(answer -> of(answer.statusCode(), answer.headers(), e))
        .orElseGet(() -> unanswered(withoutNumbers(e.getMessage())));
  }

  private static Sending of(int status, HttpHeaders headers, ApiException e) {
    String code =
        e.getCode() == null || e.getCode() == 0 ? "http_" + status : e.getCode().toString();
    String reason = "Twilio answered " + status + ": " + withoutNumbers(e.getMessage());
    return passing(status, e)
        ? new Sending.Later(code, reason, askedToWait(headers))
        : new Sending.Refused(code, reason, Codes.refusal(code));
  }

  /**
   * A 2xx that cannot be read was taken, most probably; asking Twilio will tell. A 401 is a token
   * of ours that is not, or no longer, right: an operator puts it right, and no reply is lost over
   * it.
   */
  private static boolean passing(int status, ApiException e) {
    return status < 300
        || status == 401
        || status == 408
        || status == 429
        || status >= 500
        || (e.getCode() != null && PASSING.contains(e.getCode()));
  }

  /** {@code Retry-After}: seconds, or a date to be taken against the answer's own. */
  static Duration askedToWait(HttpHeaders headers) {
    String asked = headers.firstValue("Retry-After").orElse("").strip();
    if (asked.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(asked));
    }
    try {
      Duration wait = Duration.between(date(headers.firstValue("Date").orElse("")), date(asked));
      return wait.isNegative() ? null : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Twilio repeats the guest's number in its messages; it belongs in no log. */
  static String withoutNumbers(String message) {
    return message == null ? "" : NUMBER.matcher(message).replaceAll("…");
  }

  private static ZonedDateTime date(String header) {
    return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
