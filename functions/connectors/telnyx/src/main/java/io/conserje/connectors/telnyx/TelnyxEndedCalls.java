package io.conserje.connectors.telnyx;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.json.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether a call goes on: {@code GET /calls/{id}}. Telnyx tells it until ten minutes after the end.
 */
public final class TelnyxEndedCalls implements ProviderCalls {

  private final TelnyxApi api;
  private final InstantSource clock;

  public TelnyxEndedCalls(TelnyxApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public String provider() {
    return TelnyxSender.PROVIDER;
  }

  /** Asked after ten minutes, it would have forgotten the call. */
  @Override
  public Duration quiet() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Found ask(Unreported call) {
    CallPlace place = call.place();
    if (place.carrierCallId().isEmpty()) {
      return new Found.Unknown();
    }
    try {
      return found(api.get("/calls/" + TelnyxApi.segment(place.carrierCallId())), place);
    } catch (WholeAnswer.NoAnswer e) {
      return new Found.NoAnswer(e.getMessage());
    }
  }

  private Found found(Reply reply, CallPlace place) {
    if (reply.status() == 404) {
      return new Found.Unknown();
    }
    Part call = reply.body().at("data");
    if (!reply.isYes() || !call.has("is_alive")) {
      return new Found.NoAnswer(reply.reason());
    }
    if (call.text("is_alive").equals("true")) {
      return new Found.GoesOn();
    }
    Instant now = clock.instant();
    Instant ended = call.time("end_time").orElse(now);
    return new Found.Ended(
        CallEvent.of(place, "asked", "asked", ended, now, place.callId())
            .reporting(CallReport.ofEnd(UNREPORTED, ended)));
  }
}
