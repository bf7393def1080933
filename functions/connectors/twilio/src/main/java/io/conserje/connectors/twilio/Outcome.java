package io.conserje.connectors.twilio;

import com.twilio.exception.ApiException;
import io.conserje.call.out.CallCarrier.Dialled;
import io.conserje.connectors.http.NoNumbers;
import io.conserje.connectors.http.RetryAfter;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Set;

/** What a failed try means: the one place that decides whether it may be tried again. */
final class Outcome {

  /** Too many requests; WhatsApp's own rate; our queue at Twilio is full. */
  private static final Set<Integer> PASSING = Set.of(20429, 63018, 30001);

  /** About one sender, or one sender and one guest. */
  private static final Set<Integer> NOT_OF_TWILIO = Set.of(63018, 30001);

  private Outcome() {}

  /** No answer. Twilio may have taken the message all the same: it is asked before the next try. */
  static Sending unanswered(String reason) {
    return new Sending.Later("no_answer", "Twilio: " + reason, null);
  }

  static Sending of(Exchange exchange, ApiException e) {
    return exchange
        .answer()
        .map(answer -> of(answer.statusCode(), answer.headers(), e))
        .orElseGet(() -> unanswered(NoNumbers.in(e.getMessage())));
  }

  /** The same of a call: what Twilio may have taken it is asked for before the next try. */
  static Dialled ofCall(Exchange exchange, ApiException e) {
    return switch (of(exchange, e)) {
      case Sending.Refused no -> new Dialled.Refused(no.errorCode(), no.reason());
      case Sending.Later later ->
          new Dialled.Later(later.reason(), true, orZero(later.askedToWait()));
      case Sending.Taken _ -> new Dialled.Later("Twilio gave no id", true);
    };
  }

  private static Duration orZero(Duration asked) {
    return asked == null ? Duration.ZERO : asked;
  }

  private static Sending of(int status, HttpHeaders headers, ApiException e) {
    String code =
        e.getCode() == null || e.getCode() == 0 ? "http_" + status : e.getCode().toString();
    String reason = "Twilio answered " + status + ": " + NoNumbers.in(e.getMessage());
    return passing(status, e)
        ? later(code, reason, RetryAfter.of(headers), e.getCode())
        : new Sending.Refused(code, reason, Codes.refusal(code));
  }

  private static Sending.Later later(String name, String reason, Duration asked, Integer code) {
    return code != null && NOT_OF_TWILIO.contains(code)
        ? new Sending.Later(name, reason, asked, About.MESSAGE)
        : new Sending.Later(name, reason, asked);
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
}
