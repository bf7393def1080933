package io.conserje.connectors.meta;

import io.conserje.connectors.http.NoNumbers;
import io.conserje.connectors.http.RetryAfter;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What Meta's answer means: the one place that decides whether a try may be repeated. */
final class Outcome {

  /**
   * Meta cannot be asked what it has taken, but tells it, within seconds, in a status that carries
   * our id of the message. Until one had the time to come nothing is said again.
   */
  static final Duration FOR_A_STATUS = Duration.ofSeconds(20);

  private final OpenJson json;

  Outcome(OpenJson json) {
    this.json = json;
  }

  /** No answer. Meta may have taken the message all the same. */
  static Sending unanswered(String reason) {
    return new Sending.Later("no_answer", "Meta: " + reason, FOR_A_STATUS, About.PROVIDER);
  }

  Sending of(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    Part body = json.read(answer.body()).orElse(Part.NOTHING);
    if (status / 100 == 2) {
      String id = body.each("messages").stream().map(m -> m.text("id")).findFirst().orElse("");
      return id.isBlank() ? unanswered("an answer without an id") : new Sending.Taken(id);
    }
    return refused(answer, body.at("error"));
  }

  private static Sending refused(HttpResponse<byte[]> answer, Part error) {
    int status = answer.statusCode();
    int code = Codes.of(error.text("code"));
    String name = code < 0 ? "http_" + status : String.valueOf(code);
    String said = NoNumbers.in(error.text("message"));
    String reason = "Meta answered " + status + (said.isBlank() ? "" : ": " + said);
    if (status >= 500 && code < 0) {
      Duration asked = RetryAfter.of(answer.headers());
      About about = asked == null ? About.PROVIDER : About.PAUSE;
      return new Sending.Later(name, reason, longer(asked), about);
    }
    if (Codes.isAboutOne(code)) {
      return new Sending.Later(name, reason, RetryAfter.of(answer.headers()), About.MESSAGE);
    }
    boolean passing = status >= 500 || status == 401 || status == 408 || status == 429;
    if (passing || Codes.isPassing(code)) {
      return new Sending.Later(name, reason, RetryAfter.of(answer.headers()));
    }
    return new Sending.Refused(name, reason, Codes.refusal(code));
  }

  /** Somebody on the way has answered: Meta may have taken the message all the same. */
  private static Duration longer(Duration asked) {
    return asked == null || asked.compareTo(FOR_A_STATUS) < 0 ? FOR_A_STATUS : asked;
  }
}
