package io.conserje.turns.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlan.Step;
import io.conserje.connectors.json.Part;
import io.conserje.names.Queue;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What Telnyx will not do, or cannot be told now: the caller is never left in silence. */
class RefusedByTelnyxTest extends CallsOverTelnyx {

  private static final String ENDED =
      "{\"errors\":[{\"code\":\"90018\",\"title\":\"Call has already ended\"}]}";

  @Test
  void anAnswerWithTheSoundThatIsRefusedIsGivenWithoutIt() {
    withVoiceHost();
    telnyx.afresh().answers(422, REFUSED).answers(200, OK);
    CallEvent event = initiated("+34600000900");

    assertTaken(event);

    Part answer = told("answer");
    assertFalse(answer.has("stream_url"));
    assertEquals(Step.HELP, plan(answer).step());
    assertEquals(2, commandIds().stream().distinct().count(), "or Telnyx takes it for the first");
    assertTaken(event);
    assertEquals(2, telnyx.seen().size(), "each once");
    assertTaken(event("call.answered", Step.HELP));
    told("speak");
  }

  @Test
  void whatFollowsFromARefusalIsDoneEvenIfTheEventMustComeAgainForIt() {
    withVoiceHost();
    telnyx.afresh().answers(422, REFUSED).answers(503, "");
    CallEvent event = initiated("+34600000900");
    assertEquals(1, failures(event));

    telnyx.afresh().answers(200, OK);
    assertTaken(event);

    assertEquals(1, telnyx.seen().size(), "what was refused is not asked again");
    assertFalse(told("answer").has("stream_url"));
  }

  @Test
  void wordsThatCannotBeSaidAreLeftOut() {
    telnyx.afresh().answers(422, REFUSED).answers(200, OK);
    assertTaken(event("call.answered", Step.HELP));
    assertEquals(Step.RECORDING, plan(told("record_start")).step());

    telnyx.afresh().answers(422, REFUSED).answers(200, OK);
    assertTaken(event("call.recording.saved", Step.RECORDING));
    told("hangup");
  }

  @Test
  void aPersonIsCalledWithoutTheWordsBeforeIt() {
    house.execute(STAFFED);
    telnyx.afresh().answers(422, REFUSED).answers(200, OK);
    assertTaken(event("call.answered", Step.HELP));
    told("transfer");
  }

  @Test
  void whoseMessageCannotBeTakenIsToldSoAndTheCallEnds() {
    telnyx.afresh().answers(422, REFUSED).answers(200, OK);
    assertTaken(event("call.speak.ended", Step.MESSAGE));
    Part last = told("speak");
    assertEquals(Step.GOODBYE, plan(last).step());
    assertTrue(last.text("payload").startsWith("Ahora no nos es posible"), last.text("payload"));
  }

  @Test
  void whereEverythingIsRefusedTheCallIsHungUp() {
    house.execute(STAFFED);
    telnyx.afresh().answers(422, REFUSED);
    CallEvent event = event("call.answered", Step.HELP);
    assertTaken(event);
    assertEquals(
        List.of("speak", "transfer", "speak", "record_start", "speak", "hangup"),
        telnyx.seen().stream()
            .map(seen -> seen.path().substring(seen.path().lastIndexOf('/') + 1))
            .toList());
    assertEquals(6, commandIds().stream().distinct().count());
    assertTaken(event);
    assertEquals(6, telnyx.seen().size(), "each once");
  }

  @Test
  void aCallThatIsOverIsNoFault() {
    telnyx.afresh().answers(422, ENDED);
    assertTaken(initiated("+34600000900"));
    assertTaken(event("call.speak.ended", Step.MESSAGE));
  }

  @Test
  void whatTelnyxCannotBeToldNowIsBroughtAgainByTheQueue() {
    telnyx.afresh().answers(503, "");
    CallEvent event = initiated("+34600000900");
    assertEquals(1, failures(event));
    assertEquals(1, house.count("calls"), "what was told of it is kept all the same");
    telnyx.afresh().answers(200, OK);
    assertTaken(event);
    told("answer");
  }

  /** Its queue would keep it for three minutes. */
  @Test
  void whatTelnyxCannotBeToldNowComesBackWhileTheCallerWaits() {
    telnyx.afresh().answers(503, "");
    house.put(Queue.CALL_EVENTS, JSON.write(initiated("+34600000900")));
    assertEquals(1, failures(house.await(Queue.CALL_EVENTS)));
    telnyx.afresh().answers(200, OK);

    Message again = house.await(Queue.CALL_EVENTS);

    assertEquals(0, failures(again));
    told("answer");
  }
}
