package io.conserje.turns.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallPlan.Step;
import io.conserje.connectors.json.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sound of a call over Telnyx that stops, and whether it is started again. */
class SoundOverTelnyxTest extends CallsOverTelnyx {

  @Test
  void aStreamThatFailsIsStartedAgainAndThenTheCallerIsHelped() {
    withVoiceHost();
    assertTaken(initiated("+34600000900"));
    String first = told("answer").text("stream_url");

    assertTaken(event("streaming.failed", Step.STREAM));
    Part again = told("streaming_start");
    assertEquals(Step.STREAM_AGAIN, plan(again).step());
    assertFalse(first.equals(again.text("stream_url")), "a token is for one time");
    assertTrue(
        again.each("custom_parameters").stream()
            .anyMatch(p -> p.text("name").equals("language") && p.text("value").equals("es")));

    assertTaken(event("streaming.stopped", Step.STREAM_AGAIN));
    assertTrue(told("speak").text("payload").startsWith("Perdone, se ha cortado"));
  }

  @Test
  void aCallThatWasCarriedGetsItsSoundBackThreeTimes() {
    withVoiceHost();
    assertTaken(initiated("+34600000900"));
    note("carried");

    Step step = Step.STREAM;
    for (Step next : List.of(Step.STREAM_AGAIN, Step.STREAM_ONCE_MORE, Step.STREAM_LAST)) {
      assertTaken(event("streaming.stopped", step));
      assertEquals(next, plan(told("streaming_start")).step());
      step = next;
    }
    assertTaken(event("streaming.stopped", step));
    assertTrue(told("speak").text("payload").startsWith("Perdone, se ha cortado"));
  }

  @Test
  void aStreamThatIsToldOfAsFailedAndAsStoppedIsStartedAgainOnce() {
    withVoiceHost();
    assertTaken(initiated("+34600000900"));
    assertTaken(event("streaming.failed", Step.STREAM));
    assertTaken(event("streaming.stopped", Step.STREAM));
    assertEquals(2, telnyx.seen().size(), "the answer, and the stream");
  }

  @Test
  void whomTheHouseLeftToAPersonHearsNoApology() {
    withVoiceHost();
    assertTaken(initiated("+34600000900"));
    note("carried");
    note("left-to-person");
    assertTaken(event("streaming.stopped", Step.STREAM));
    assertFalse(told("speak").text("payload").contains("se ha cortado"));
  }

  @Test
  void whomTheHouseCouldNotHearAnyMoreIsHelped() {
    withVoiceHost();
    assertTaken(initiated("+34600000900"));
    note("carried");
    note("left");
    assertTaken(event("streaming.stopped", Step.STREAM));
    assertTrue(told("speak").text("payload").startsWith("Perdone, se ha cortado"));
  }

  @Test
  void aStreamThatTelnyxRefusesIsNoReasonToLeaveTheCallerInSilence() {
    withVoiceHost();
    assertTaken(initiated("+34600000900"));
    telnyx.afresh().answers(422, REFUSED).answers(200, OK);
    assertTaken(event("streaming.stopped", Step.STREAM));
    assertTrue(told("speak").text("payload").startsWith("Perdone, se ha cortado"));
  }
}
