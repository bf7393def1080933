package io.conserje.turns.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPlan;
import io.conserje.call.CallPlan.Step;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import io.conserje.call.StreamToken;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.http.ScriptedServer;
import io.conserje.turns.House;
import io.conserje.turns.Turns;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What Telnyx is told to do with a call, event by event. */
class CallsOverTelnyxTest {

  private static final String OK = "{\"data\":{\"result\":\"ok\"}}";
  private static final String ENDED =
      "{\"errors\":[{\"code\":\"90018\",\"title\":\"Call has already ended\"}]}";
  private static final String REFUSED = "{\"errors\":[{\"code\":\"90045\",\"title\":\"No.\"}]}";
  private static final String STAFFED =
      "UPDATE venues SET version = version + 1, house = house || '{\"staff\":"
          + " {\"hours\": [{\"from\": \"00:00\", \"to\": \"00:00\"}]}}'";
  private static final CallPlan PLAN = new CallPlan(Step.HELP, "v3:101", "leg-101");
  private static final ApplicationContext WRITER =
      FunctionContext.start(Turns.class, new FunctionEnvironment(Map.of(), InstantSource.system()));
  private static final QueueJson JSON = WRITER.getBean(QueueJson.class);
  private static final OpenJson OPEN = new OpenJson(WRITER.getBean(ObjectMapper.class));

  private final ScriptedServer telnyx = new ScriptedServer().answers(200, OK);
  private final AtomicInteger ids = new AtomicInteger();
  private House house;
  private Turns turns;
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");

  @AfterAll
  static void stop() {
    WRITER.close();
  }

  @BeforeEach
  void open() {
    house = new House();
    house.environment.put(Variable.TELNYX_API_KEY, "KEY0");
    house.environment.put(Variable.TELNYX_BASE_URL, telnyx.url());
    turns = new Turns(house.environment, () -> now);
  }

  @AfterEach
  void close() {
    house.close();
    telnyx.close();
  }

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

    assertTaken(ofPerson("v3:102", "call.gather.ended:1"));
    assertEquals("v3:102", told("bridge").text("call_control_id"));
    assertTrue(telnyx.seen().getLast().path().contains("v3%3A101"), "the caller with them");
    assertEquals("taken", house.one("SELECT state FROM call_transfers"));
    int before = telnyx.seen().size();
    assertTaken(hungUp("v3:102", "normal_clearing"));
    assertEquals(before, telnyx.seen().size(), "they have talked");
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
  void aTelephoneThatMayRingAndMayNotIsNotRungAgain() {
    house.execute(STAFFED);
    house.environment.put(Variable.TELNYX_CONNECTION_ID, "1494");
    assertTaken(initiated("+34600000900"));
    telnyx.afresh().answers(503, "").answers(200, OK);
    assertTaken(event("call.speak.ended", Step.DIAL));
    assertEquals(1, telnyx.seen().stream().filter(seen -> seen.path().equals("/v2/calls")).count());
    assertEquals(Step.MESSAGE, plan(told("speak")).step());
  }

  private static final String DIALLED = "{\"data\":{\"call_control_id\":\"v3:102\"}}";

  /**
   * The house's own telephone rings.
   *
   * @param contact who is rung next
   */
  private void rung(String contact) {
    house.execute(STAFFED.replace("]}}'", "], \"contacts\": [" + contact + "]}}'"));
    house.environment.put(Variable.TELNYX_CONNECTION_ID, "1494");
    assertTaken(initiated("+34600000900"));
    telnyx.afresh().answers(200, DIALLED).answers(200, OK);
    assertTaken(event("call.speak.ended", Step.DIAL));
  }

  private CallEvent ofPerson(String control, String type) {
    CallPlace leg = new CallPlace("telnyx", "leg-" + control, control, List.of(), "", "outbound");
    return news(leg, type, PLAN.at(Step.RUNG_PERSON).kept());
  }

  private CallEvent hungUp(String control, String cause) {
    return ofPerson(control, "call.hangup").reporting(CallReport.ofEnd(cause, now));
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

  /** As the host of the sound does. */
  private void note(String name) {
    house.execute(
        "INSERT INTO inbound_ledger (provider, event_id, event, venue, outcome, correlation, received_at,"
            + " recorded_at)"
            + " SELECT 'telnyx', 'leg-101', '"
            + name
            + "', 'casa', 'recorded', 'test', now(), now()");
  }

  @Test
  void aStreamThatTelnyxRefusesIsNoReasonToLeaveTheCallerInSilence() {
    withVoiceHost();
    assertTaken(initiated("+34600000900"));
    telnyx.afresh().answers(422, REFUSED).answers(200, OK);
    assertTaken(event("streaming.stopped", Step.STREAM));
    assertTrue(told("speak").text("payload").startsWith("Perdone, se ha cortado"));
  }

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

  private List<String> commandIds() {
    return telnyx.seen().stream().map(seen -> part(seen.body()).text("command_id")).toList();
  }

  private void withVoiceHost() {
    house.environment.put(Variable.PUBLIC_VOICE_URL, "https://voice.example.com/");
  }

  private static CallPlace place(String called) {
    return new CallPlace("telnyx", "leg-101", "v3:101", List.of(called), "+34600000101", "inbound");
  }

  private CallEvent initiated(String called) {
    return news(place(called), "call.initiated", "").with(CallState.RINGING, "");
  }

  private CallEvent event(String type, Step step) {
    return news(place("+34600000900"), type, PLAN.at(step).kept());
  }

  private CallEvent news(CallPlace place, String type, String clientState) {
    return CallEvent.of(place, type + ":" + ids.incrementAndGet(), type, now, now, "test")
        .bringingBack(CallPlan.read(clientState));
  }

  private void assertTaken(CallEvent event) {
    assertEquals(0, failures(event));
  }

  private int failures(CallEvent event) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("1");
    message.setBody(JSON.write(event));
    message.setEventSourceArn("arn:aws:sqs:eu-west-1:000000000000:call-events.fifo");
    message.setAttributes(Map.of("MessageGroupId", "g"));
    SQSEvent batch = new SQSEvent();
    batch.setRecords(List.of(message));
    return turns.handleRequest(batch, null).getBatchItemFailures().size();
  }

  private int failures(Message received) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(received.messageId());
    message.setReceiptHandle(received.receiptHandle());
    message.setBody(received.body());
    message.setEventSourceArn("arn:aws:sqs:eu-west-1:000000000000:call-events.fifo");
    message.setAttributes(received.attributesAsStrings());
    SQSEvent batch = new SQSEvent();
    batch.setRecords(List.of(message));
    return turns.handleRequest(batch, null).getBatchItemFailures().size();
  }

  /** The last command, which has to be this one. */
  private Part told(String command) {
    ScriptedServer.Seen last = telnyx.seen().getLast();
    assertTrue(last.path().endsWith("/actions/" + command), last.path());
    return part(last.body());
  }

  private static Part part(String body) {
    return OPEN.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static CallPlan plan(Part command) {
    return CallPlan.of(CallPlan.read(command.text("client_state"))).orElseThrow();
  }
}
