package io.conserje.turns.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPlan.Step;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import io.conserje.call.StreamToken;
import io.conserje.connectors.json.Part;
import io.conserje.names.Variable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Telnyx is told to do with a call, event by event. */
class CallsOverTelnyxTest extends CallsOverTelnyx {

  @Test
  void theSoundGoesToItsHostWithATokenForThisCall() {
    withVoiceHost();

    assertTaken(initiated("+34600000900"));

    Part answer = told("answer");
    assertEquals("/v2/calls/v3%3A101/actions/answer", telnyx.seen().getFirst().path());
    String address = answer.text("stream_url");
    String before = "wss://voice.example.com/voice/telnyx/stream/";
    assertTrue(address.startsWith(before), address);
    StreamToken token =
        StreamToken.read(address.substring(before.length()), "test-session-key-not-real", now)
            .orElseThrow();
    assertEquals("leg-101", token.callId());
    assertEquals("casa", token.venue());
    assertEquals("rtp", answer.text("stream_bidirectional_mode"));
    assertEquals("PCMU", answer.text("stream_bidirectional_codec"));
    assertEquals("inbound_track", answer.text("stream_track"));
    assertEquals(Step.STREAM, plan(answer).step());
    assertEquals("1", house.one("SELECT count(*) FROM calls WHERE state = 'ringing'"));
  }

  @Test
  void theSoundIsAskedForInTheFormThatIsConfigured() {
    withVoiceHost();
    house.environment.put(Variable.TELNYX_STREAM_CODEC, "L16");
    assertTaken(initiated("+34600000900"));
    Part answer = told("answer");
    assertEquals("L16", answer.text("stream_codec"));
    assertEquals("L16", answer.text("stream_bidirectional_codec"));
    assertEquals("16000", answer.text("stream_bidirectional_sampling_rate"));
    assertTrue(answer.text("stream_url").endsWith("/l16"), answer.text("stream_url"));
  }

  @Test
  void aDuplicateWithinMinutesOrAfterDaysIsAnsweredOnce() {
    withVoiceHost();
    CallEvent event = initiated("+34600000900");
    assertTaken(event);
    assertTaken(event);
    now = now.plus(Duration.ofDays(3));
    assertTaken(event);
    assertEquals(1, telnyx.seen().size());
  }

  @Test
  void afterACrashBetweenCommandAndNoteTelnyxGetsTheSameCommandId() {
    withVoiceHost();
    CallEvent event = initiated("+34600000900");
    assertTaken(event);
    house.execute("DELETE FROM inbound_ledger WHERE event LIKE 'told:%'");
    now = now.plusSeconds(20);
    assertTaken(event);

    List<String> commands = commandIds();
    assertEquals(2, commands.size());
    assertEquals(commands.getFirst(), commands.getLast());
  }

  @Test
  void whatACallerWouldHearTwiceIsNotRepeatedOnceTelnyxHasForgotten() {
    CallEvent event = event("call.answered", Step.HELP).with(CallState.IN_PROGRESS, "");
    assertTaken(event);
    assertEquals(1, telnyx.seen().size());
    house.execute("DELETE FROM inbound_ledger WHERE event LIKE 'told:%'");
    now = now.plusSeconds(61);
    assertTaken(event);
    assertEquals(1, telnyx.seen().size());
  }

  @Test
  void aNumberThatIsNoHousesIsNotAnswered() {
    assertTaken(initiated("+34600000555"));
    assertEquals("CALL_REJECTED", told("reject").text("cause"));
    assertEquals(0, house.count("calls"));
    assertEquals(1, house.count("inbound_ledger WHERE outcome = 'no_venue'"));
  }

  @Test
  void aLegOfOurOwnIsNotAnsweredAndIsNobodysCall() {
    CallPlace ours =
        new CallPlace("telnyx", "leg-102", "v3:102", List.of(), "+34600000900", "outbound");
    assertTaken(news(ours, "call.initiated", "").with(CallState.RINGING, ""));
    assertEquals(List.of(), telnyx.seen());
    assertEquals(0, house.count("calls"));
  }

  @Test
  void withoutAHostOfTheSoundAMessageIsTaken() {
    assertTaken(initiated("+34600000900"));
    Part answer = told("answer");
    assertFalse(answer.has("stream_url"));
    assertEquals(Step.HELP, plan(answer).step());

    assertTaken(event("call.answered", Step.HELP));
    Part words = told("speak");
    assertTrue(
        words.text("payload").startsWith("Gracias por llamar a Casa."), words.text("payload"));
    assertEquals("es-ES", words.text("language"));
    assertEquals(Step.MESSAGE, plan(words).step());

    assertTaken(event("call.speak.ended", Step.MESSAGE));
    assertEquals("true", told("record_start").text("play_beep"));

    CallPlace noControl = new CallPlace("telnyx", "leg-101", "", List.of(), "", "inbound");
    CallEvent saved =
        news(noControl, "call.recording.saved", PLAN.at(Step.RECORDING).kept())
            .adding(CallReport.ofRecording("telnyx:recording:3fa85f64"));
    assertTaken(saved);
    Part thanks = told("speak");
    assertTrue(
        thanks.text("payload").startsWith("Gracias, hemos recibido"), thanks.text("payload"));
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A101"), "by the plan it brings back");
    assertEquals(1, house.count("person_requests WHERE reason = 'message'"));

    assertTaken(saved);
    assertEquals(1, house.count("person_requests WHERE reason = 'message'"));
    assertTaken(event("call.speak.ended", Step.GOODBYE));
    told("hangup");
    assertEquals("telnyx:recording:3fa85f64", house.one("SELECT recording FROM calls"));
    String told = house.one("SELECT summary FROM person_requests WHERE reason = 'message'");
    assertTrue(told.contains("/recordings/"), told);
  }

  @Test
  void eventsWithAPlanThatIsNotOursAskNothingOfTelnyx() {
    assertTaken(initiated("+34600000900"));
    telnyx.afresh().answers(200, OK);
    assertTaken(news(place("+34600000900"), "call.answered", ""));
    assertTaken(news(place("+34600000900"), "streaming.stopped", "bm90IG91cnM="));
    assertTaken(event("call.teleported", Step.STREAM));
    assertEquals(List.of(), telnyx.seen());
  }

  @Test
  void theRecordTakesKeysCostAndCauseAndNeverGoesBack() {
    assertTaken(initiated("+34600000900"));
    CallPlace place = place("+34600000900");
    assertTaken(news(place, "call.hangup", "").reporting(CallReport.ofEnd("user_busy", now)));
    assertTaken(news(place, "call.answered", "").with(CallState.IN_PROGRESS, ""));
    assertTaken(news(place, "call.cost", "").adding(CallReport.ofCost(12_000, "USD")));
    assertEquals(
        "ended user_busy 12000 USD",
        house.one("SELECT concat_ws(' ', state, ended_reason, cost_micros, currency) FROM calls"));
  }
}
