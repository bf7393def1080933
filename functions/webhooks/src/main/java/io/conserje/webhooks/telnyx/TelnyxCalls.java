package io.conserje.webhooks.telnyx;

import io.conserje.call.CallEvent;
import io.conserje.call.CallLine;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPlan;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import io.conserje.call.KeptRecording;
import io.conserje.connectors.json.OpenWord;
import io.conserje.connectors.json.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Telnyx tells of calls, in our own words. */
final class TelnyxCalls {

  private static final int LONGEST = 200;
  private static final int LONGEST_ADDRESS = 2000;
  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  /** Empty for what belongs to no call. */
  Optional<CallEvent> event(TelnyxEvent event) {
    String leg = leg(event.payload());
    return leg.isEmpty() ? Optional.empty() : Optional.of(told(event, news(event, leg)));
  }

  /** Recordings say no more of a call than its leg; commands want the control id. */
  private static String leg(Part payload) {
    return TelnyxEvent.id(payload.firstText("call_leg_id", "call_session_id", "call_control_id"));
  }

  private static CallEvent news(TelnyxEvent event, String leg) {
    String memo = CallPlan.read(event.payload().text("client_state"));
    return CallEvent.of(
            place(event.payload(), leg, memo),
            event.type() + ":" + event.id(),
            signal(event),
            event.at(),
            event.receivedAt(),
            event.correlation())
        .bringingBack(memo);
  }

  /** What was pressed is known at the end of asking for it, and nowhere else. */
  private static String signal(TelnyxEvent event) {
    return event.type().equals("call.gather.ended")
        ? event.type() + ":" + OpenWord.of(key(event.payload().text("digits")))
        : event.type();
  }

  /**
   * A leg of our own, to one of the house's people, is no guest's call; in one that we make it is
   * the house that calls.
   */
  private static CallPlace place(Part payload, String leg, String memo) {
    boolean made = CallPlan.of(memo).map(CallPlan::ours).isPresent();
    boolean ours = payload.text("direction").equals("outgoing") || CallPlan.isOfCalledPerson(memo);
    List<String> house =
        Stream.of(cut(payload.text(made ? "from" : "to")))
            .filter(number -> (made || !ours) && !number.isBlank())
            .toList();
    return new CallPlace(
        TelnyxMessages.PROVIDER,
        leg,
        cut(payload.text("call_control_id")),
        house,
        cut(payload.text(made ? "to" : "from")),
        made || ours ? "outbound" : "inbound");
  }

  private static CallEvent told(TelnyxEvent event, CallEvent news) {
    Part payload = event.payload();
    return switch (event.type()) {
      case "call.initiated" -> news.with(CallState.RINGING, "");
      case "call.answered" -> news.with(CallState.IN_PROGRESS, "");
      case "call.bridged" -> news.with(CallState.FORWARDING, "");
      case "call.hangup" ->
          news.reporting(CallReport.ofEnd(OpenWord.of(payload.text("hangup_cause")), event.at()));
      case "call.dtmf.received" ->
          news.saying(
              new CallLine(true, "[" + OpenWord.of(key(payload.text("digit"))) + "]", event.at()));
      case "call.recording.saved" -> news.adding(CallReport.ofRecording(recording(payload)));
      case "call.machine.detection.ended", "call.machine.premium.detection.ended" ->
          news.adding(
              CallReport.ofOutcome(
                  "{\"answered_by\":\"" + OpenWord.of(payload.text("result")) + "\"}"));
      case "call.cost" -> cost(payload).map(news::adding).orElse(news);
      default -> news;
    };
  }

  private static String key(String digit) {
    return digit.replace("*", "star").replace("#", "hash");
  }

  /**
   * Its addresses are good for ten minutes: kept is under what Telnyx gives new ones. One that is
   * public lasts, and is taken only where there is nothing better.
   */
  private static String recording(Part payload) {
    if (address(payload, "recording_urls").isEmpty()
        && address(payload, "public_recording_urls").isEmpty()) {
      return "";
    }
    String id = payload.text("recording_id");
    return kept(id, false)
        .or(() -> Optional.of(address(payload, "public_recording_urls")).filter(u -> !u.isEmpty()))
        .or(() -> kept(payload.text("call_leg_id"), true))
        .orElse("");
  }

  private static String address(Part payload, String kind) {
    String url = payload.at(kind).firstText("mp3", "wav");
    return url.length() <= LONGEST_ADDRESS ? url : "";
  }

  /** Empty for an id that is none. */
  private static Optional<String> kept(String id, boolean isOfLeg) {
    String written = new KeptRecording(TelnyxMessages.PROVIDER, id, isOfLeg).written();
    return KeptRecording.of(written).map(KeptRecording::written);
  }

  private static Optional<CallReport> cost(Part payload) {
    String total = payload.text("total_cost");
    if (!total.matches("\\d{1,9}(\\.\\d{1,12})?")) {
      return Optional.empty();
    }
    BigDecimal micros = new BigDecimal(total).multiply(MICROS).min(MOST);
    String currency =
        payload.each("cost_parts").stream()
            .map(part -> part.text("currency"))
            .filter(code -> code.matches("[A-Z]{3}"))
            .findFirst()
            .orElse("USD");
    return Optional.of(
        CallReport.ofCost(micros.setScale(0, RoundingMode.HALF_UP).longValue(), currency));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
