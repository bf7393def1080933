package io.conserje.turns.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPlan;
import io.conserje.call.CallPlan.Step;
import io.conserje.call.CallReport;
import io.conserje.connectors.json.Part;
import io.conserje.names.Variable;
import io.conserje.testkit.http.ScriptedServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call over Telnyx that goes to a person of the house. */
class TransfersOverTelnyxTest extends CallsOverTelnyx {

  private static final String DIALLED = "{\"data\":{\"call_control_id\":\"v3:102\"}}";

  @Test
  void whileSomebodyIsThereTheCallGoesToTheHouse() {
    house.execute(STAFFED);
    assertTaken(initiated("+34600000900"));
    assertTaken(event("call.answered", Step.HELP));
    assertEquals(Step.DIAL, plan(told("speak")).step());

    assertTaken(event("call.speak.ended", Step.DIAL));
    Part transfer = told("transfer");
    assertEquals("+34600000999", transfer.text("to"));
    CallPlan back =
        CallPlan.of(CallPlan.read(transfer.text("target_leg_client_state"))).orElseThrow();
    assertEquals(PLAN.at(Step.CALLED_PERSON), back);

    CallPlace person = new CallPlace("telnyx", "leg-102", "v3:102", List.of(), "", "outbound");
    assertTaken(
        news(person, "call.hangup", PLAN.at(Step.CALLED_PERSON).kept())
            .reporting(CallReport.ofEnd("timeout", now)));
    Part after = told("speak");
    assertEquals(Step.MESSAGE, plan(after).step());
    assertTrue(after.text("payload").startsWith("Ahora no nos es posible"), after.text("payload"));
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A101"), "to the guest's leg");
    assertEquals("1", house.one("SELECT count(*) FROM calls"));
  }

  @Test
  void aPersonHearsWhoCallsAndTakesTheCallWithAKeyWhileTheCallerHearsItRing() {
    rung(
        "{\"name\": \"Marta\", \"email\": \"marta@example.com\", \"phone\": \"+34957000000;ext=12\"}");
    List<ScriptedServer.Seen> seen = telnyx.seen();
    Part dial = part(seen.get(seen.size() - 2).body());
    assertEquals("/v2/calls", seen.get(seen.size() - 2).path());
    assertEquals("+34600000999", dial.text("to"));
    assertEquals("+34600000900", dial.text("from"));
    assertEquals("v3:101", dial.text("link_to"));
    assertEquals("https://api.example.com/telnyx/events", dial.text("webhook_url"));
    Part tone = told("playback_start");
    assertEquals("https://api.example.com/media/ringing.wav", tone.text("audio_url"));

    assertTaken(ofPerson("v3:102", "call.answered"));
    Part brief = told("gather_using_speak");
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A102"), "to the person's leg");
    assertTrue(brief.text("payload").startsWith("Llamada para Casa"), brief.text("payload"));
    assertTrue(brief.text("payload").endsWith("Pulse uno para atender la llamada."));

    CallEvent key = ofPerson("v3:102", "call.gather.ended:1");
    assertTaken(key);
    assertEquals("v3:102", told("bridge").text("call_control_id"));
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A101"), "the caller with them");
    String before = telnyx.seen().get(telnyx.seen().size() - 2).path();
    assertTrue(before.endsWith("/actions/playback_stop"), "it rings no more: " + before);
    assertEquals("taken", house.one("SELECT state FROM call_transfers"));
    int told = telnyx.seen().size();
    assertTaken(key);
    assertEquals(told, telnyx.seen().size(), "they talk, though the key is told of again");
    assertTaken(hungUp("v3:102", "normal_clearing"));
    assertEquals(told, telnyx.seen().size(), "they have talked");
  }

  /** As a number may be that Telnyx does not call. */
  @Test
  void whoCannotBeRungIsNotedAndTheCallerHearsTheNextOneRing() {
    rung(
        "{\"name\": \"Marta\", \"email\": \"marta@example.com\", \"phone\": \"+34957000000\"}",
        new Answer(422, REFUSED),
        new Answer(200, DIALLED));

    assertEquals(
        List.of("+34600000999", "+34957000000"),
        telnyx.seen().stream()
            .filter(seen -> seen.path().equals("/v2/calls"))
            .map(seen -> part(seen.body()).text("to"))
            .toList());
    told("playback_start");
    assertEquals(3, telnyx.seen().size(), "one tone for both");
    assertEquals(
        List.of("0 not_taken refused 90045", "1 ringing "),
        house.all(
            "SELECT position || ' ' || state || ' ' || reason FROM call_transfers ORDER BY 1"));
  }

  @Test
  void whoPressesNothingIsRungOffAndTheNextIsRungBehindTheirSwitchboard() {
    rung(
        "{\"name\": \"Marta\", \"email\": \"marta@example.com\", \"phone\": \"+34957000000;ext=12\"}");
    assertTaken(ofPerson("v3:102", "call.answered"));
    assertTaken(ofPerson("v3:102", "call.gather.ended:none"));
    told("hangup");
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A102"), "to the person's leg");

    telnyx.afresh().answers(200, DIALLED.replace("102", "103"));
    CallEvent gone = hungUp("v3:102", "normal_clearing");
    assertTaken(gone);
    assertTaken(gone);
    assertEquals(1, telnyx.seen().size(), "once, and the caller hears it ring as before");
    assertEquals("+34957000000", part(telnyx.seen().getLast().body()).text("to"));
    telnyx.afresh().answers(200, OK);
    assertTaken(ofPerson("v3:103", "call.answered"));
    assertEquals("wwww12", part(telnyx.seen().getFirst().body()).text("digits"));
    told("gather_using_speak");
  }

  @Test
  void whomNobodyTakesTalksToOurSideAgain() {
    withVoiceHost();
    rung("");
    note("carried");
    note("left-to-person");
    CallEvent gone = hungUp("v3:102", "timeout");
    assertTaken(gone);
    assertEquals(Step.STREAM_BACK, plan(told("streaming_start")).step());
    int before = telnyx.seen().size();
    assertTaken(gone);
    assertEquals(before, telnyx.seen().size(), "once");

    note("carried-back");
    note("left-to-person-back");
    assertTaken(event("streaming.stopped", Step.STREAM_BACK));
    Part message = told("speak");
    assertEquals(Step.MESSAGE, plan(message).step());
  }

  @Test
  void aCallerWhoHangsUpRingsNobodyAnyMore() {
    rung("{\"name\": \"Marta\", \"sms\": \"+34600000950\"}");
    assertTaken(
        event("call.hangup", Step.DIALLED).reporting(CallReport.ofEnd("originator_cancel", now)));
    told("hangup");
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A102"), "to the person's leg");
    int before = telnyx.seen().size();
    assertTaken(hungUp("v3:102", "normal_clearing"));
    assertEquals(before, telnyx.seen().size());
  }

  @Test
  void whoCannotBeToldWhoCallsIsRungOff() {
    rung("");
    telnyx.afresh().answers(422, REFUSED).answers(200, OK);
    assertTaken(ofPerson("v3:102", "call.answered"));
    told("hangup");
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A102"), "to the person's leg");
  }

  /** It was rung by the command whose answer was lost; the caller leaves a message meanwhile. */
  @Test
  void whoAnswersATelephoneThatNobodyWaitsForIsRungOff() {
    house.execute(STAFFED);
    house.environment.put(Variable.TELNYX_CONNECTION_ID, "1494");
    assertTaken(initiated("+34600000900"));
    telnyx.afresh().answers(503, "").answers(200, OK);
    assertTaken(event("call.speak.ended", Step.DIAL));

    assertTaken(ofPerson("v3:102", "call.gather.ended:1"));

    told("hangup");
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A102"), "to the person's leg");
  }

  @Test
  void aTelephoneThatMayRingAndMayNotIsNotRungAgain() {
    house.execute(STAFFED);
    house.environment.put(Variable.TELNYX_CONNECTION_ID, "1494");
    assertTaken(initiated("+34600000900"));
    telnyx.afresh().answers(503, "").answers(200, OK);
    assertTaken(event("call.speak.ended", Step.DIAL));
    assertEquals(1, telnyx.seen().stream().filter(seen -> seen.path().equals("/v2/calls")).count());
    assertEquals(Step.MESSAGE, plan(told("speak")).step());
  }

  @Test
  void afterTheyTalkedNothingMoreIsSaid() {
    assertTaken(initiated("+34600000900"));
    telnyx.afresh().answers(200, OK);
    CallPlace person = new CallPlace("telnyx", "leg-102", "v3:102", List.of(), "", "outbound");
    assertTaken(
        news(person, "call.hangup", PLAN.at(Step.CALLED_PERSON).kept())
            .reporting(CallReport.ofEnd("normal_clearing", now)));
    assertEquals(List.of(), telnyx.seen());
  }

  /**
   * The house's own telephone rings.
   *
   * @param contact who is rung next
   */
  private void rung(String contact) {
    rung(contact, new Answer(200, DIALLED));
  }

  private void rung(String contact, Answer... toRinging) {
    house.execute(STAFFED.replace("]}}'", "], \"contacts\": [" + contact + "]}}'"));
    house.environment.put(Variable.TELNYX_CONNECTION_ID, "1494");
    assertTaken(initiated("+34600000900"));
    telnyx.afresh();
    for (Answer answer : toRinging) {
      telnyx.answers(answer.status(), answer.body());
    }
    telnyx.answers(200, OK);
    assertTaken(event("call.speak.ended", Step.DIAL));
  }

  /** What Telnyx says to being asked to ring somebody. */
  private record Answer(int status, String body) {}

  private CallEvent ofPerson(String control, String type) {
    CallPlace leg = new CallPlace("telnyx", "leg-" + control, control, List.of(), "", "outbound");
    return news(leg, type, PLAN.at(Step.RUNG_PERSON).kept());
  }

  private CallEvent hungUp(String control, String cause) {
    return ofPerson(control, "call.hangup").reporting(CallReport.ofEnd(cause, now));
  }
}
