package io.conserje.connectors.twilio;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls;
import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/**
 * What Twilio knows of a call: {@code GET …/Calls/{sid}.json}. Without the SDK, which whoever only
 * asks can leave out.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Twilio: call resource</a>
 */
public final class TwilioEndedCalls implements ProviderCalls {

  /** Twilio's own word for a call it does not have; any other 404 is somebody else's. */
  private static final String NOT_FOUND_CODE = "20404";

  private final Supplier<TwilioAccount> account;
  private final OpenJson json;
  private final InstantSource clock;
  private final FreshConnections connections;

  public TwilioEndedCalls(Supplier<TwilioAccount> account, OpenJson json, InstantSource clock) {
    this.account = account;
    this.json = json;
    this.clock = clock;
    this.connections = new FreshConnections(Timeouts.USUAL, clock);
  }

  @Override
  public String provider() {
    return "twilio";
  }

  @Override
  public Found ask(Unreported call) {
    CallPlace place = call.place();
    if (!place.callId().matches("\\w+")) {
      return new Found.Unknown();
    }
    TwilioAccount now = account.get();
    URI address =
        URI.create(
            now.baseUrl()
                + "/2010-04-01/Accounts/"
                + now.accountSid()
                + "/Calls/"
                + place.callId()
                + ".json");
    try {
      return found(now.withAnyToken(authorization -> get(address, authorization)), place);
    } catch (WholeAnswer.NoAnswer e) {
      return new Found.NoAnswer(e.getMessage());
    }
  }

  private HttpResponse<byte[]> get(URI address, String authorization) throws WholeAnswer.NoAnswer {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", authorization)
            .header("Accept", "application/json")
            .build();
    return WholeAnswer.of(
        connections.client(), request, BodyHandlers.ofByteArray(), Timeouts.USUAL.request());
  }

  private Found found(HttpResponse<byte[]> answer, CallPlace place) {
    int status = answer.statusCode();
    Part body = json.read(answer.body()).orElse(Part.NOTHING);
    if (status == 404 && body.text("code").equals(NOT_FOUND_CODE)) {
      return ended(place, CallReport.ofEnd(LOST, null), clock.instant());
    }
    return status == 200
        ? found(body, place)
        : new Found.NoAnswer("answered " + status + " " + body.text("code"));
  }

  /** In the words and with the times that its last callback would have had. */
  private Found found(Part call, CallPlace place) {
    String status = call.text("status");
    return switch (status) {
      case "queued", "initiated", "ringing", "in-progress" -> new Found.GoesOn();
      case "completed", "busy", "failed", "no-answer", "canceled" -> {
        Instant at = time(call.text("end_time"));
        CallReport report = CallReport.ofEnd(status, at).lasting(call.text("duration"));
        yield ended(place, report, at);
      }
      default -> new Found.NoAnswer("answered what is no status of a call");
    };
  }

  private Found ended(CallPlace place, CallReport report, Instant at) {
    return new Found.Ended(
        CallEvent.of(place, "asked", "asked", at, clock.instant(), place.callId())
            .reporting(report));
  }

  /** Now where it says nothing. */
  private Instant time(String written) {
    try {
      return ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException none) {
      return clock.instant();
    }
  }
}
