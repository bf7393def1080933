package io.conserje.webhooks.twilio;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import io.conserje.call.CarriedCall;
import io.conserje.connectors.lambda.FormFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** What Twilio tells of calls, in our own words. */
final class TwilioCalls {

  private final InstantSource clock;

  TwilioCalls(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param ours our own id of a call that we make; empty for any other
   * @param attempt of which time its sound is told of; empty for other news
   */
  CallEvent event(FormFields form, String ours, String attempt, String correlation) {
    CallEvent event = event(form, correlation);
    if (!attempt.isEmpty()) {
      return event.bringingBack(CarriedCall.MEMO + attempt);
    }
    return ours.isEmpty() ? event : event.bringingBack("call:" + ours);
  }

  /** News of a recording, of the sound's way to us, of who has answered, or of the call itself. */
  CallEvent event(FormFields form, String correlation) {
    if (form.has("RecordingSid")) {
      return recording(form, correlation);
    }
    if (form.has("StreamEvent") || form.has("StreamSid")) {
      return signal(form, "stream", TwilioEvents.needed(form, "StreamEvent"), correlation);
    }
    if (form.has("AnsweredBy")
        && (form.has("MachineDetectionDuration") || !form.has("CallStatus"))) {
      return signal(form, "answered-by", form.text("AnsweredBy"), correlation);
    }
    return progress(form, correlation);
  }

  private CallEvent progress(FormFields form, String correlation) {
    String status = TwilioEvents.needed(form, "CallStatus");
    String name = "status:" + status + ":" + form.text("SequenceNumber");
    CallEvent event = news(form, name, "status-update", correlation);
    return switch (status) {
      case "queued" -> event.with(CallState.QUEUED, "");
      case "initiated", "ringing" -> event.with(CallState.RINGING, "");
      case "in-progress" -> event.with(CallState.IN_PROGRESS, "");
      case "completed", "busy", "failed", "no-answer", "canceled" ->
          event.reporting(CallReport.ofEnd(status, event.at()).lasting(form.text("CallDuration")));
      default -> event;
    };
  }

  private CallEvent signal(FormFields form, String kind, String word, String correlation) {
    String name = kind + ":" + word + ":" + form.text("StreamSid");
    return news(form, name, kind + "-" + word, correlation);
  }

  /** A recording may be ready before the call is over, or long after: it says nothing of that. */
  private CallEvent recording(FormFields form, String correlation) {
    String status = TwilioEvents.needed(form, "RecordingStatus");
    String name = "recording:" + form.text("RecordingSid") + ":" + status;
    CallEvent event = news(form, name, "recording-" + status, correlation);
    if (!status.equals("completed")) {
      return event;
    }
    return event.adding(CallReport.ofRecording(form.text("RecordingUrl")));
  }

  private CallEvent news(FormFields form, String name, String signal, String correlation) {
    Instant now = clock.instant();
    return CallEvent.of(place(form), name, signal, at(form, now), now, correlation);
  }

  /** For a call that comes in the house is called; for one that goes out it calls. */
  private static CallPlace place(FormFields form) {
    boolean out = form.text("Direction").startsWith("outbound");
    String direction = out ? "outbound" : "inbound";
    List<String> house =
        Stream.of(form.text(out ? "From" : "To")).filter(number -> !number.isBlank()).toList();
    return new CallPlace(
        "twilio",
        TwilioEvents.needed(form, "CallSid"),
        "",
        house,
        form.text(out ? "To" : "From"),
        direction);
  }

  private static Instant at(FormFields form, Instant otherwise) {
    try {
      return ZonedDateTime.parse(form.text("Timestamp"), DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant();
    } catch (DateTimeException none) {
      return otherwise;
    }
  }
}
