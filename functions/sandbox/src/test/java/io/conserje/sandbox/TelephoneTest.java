package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.demo.VapiCall;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.vapi.PhoneCalls;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A house that VAPI answers the telephone of, with everything real but VAPI and Twilio. */
@InSharedSandbox
class TelephoneTest {

  private static final String HOUSE = "+34600000900";
  private static final String BOOKING =
      """
      [{"user": "Una mesa para dos mañana a las nueve"},
       {"tool": "create_reservation", "id": "call_book_1", "arguments":
         {"date": "2026-11-21", "time": "21:00", "party_size": 2, "name": "Ana"}},
       {"message": {"type": "hang"}}]
      """;

  private static Sandbox sandbox;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @AfterEach
  void next() {
    sandbox.faults().clear(null);
    sandbox.settings().set(Variable.VAPI_SERVER_AUTH, "secret");
    sandbox.settings().set(Variable.VAPI_MODEL, null);
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, null);
  }

  @Test
  void theDemoHolds() {
    assertTrue(VapiCall.play(sandbox, new PrintStream(PrintStream.nullOutputStream())));
  }

  @Test
  void everyMessageTwiceIsAsIfOnce() {
    fault("tool-calls", Fault.Kind.DUPLICATE);
    fault("status-update", Fault.Kind.DUPLICATE);
    fault("transcript", Fault.Kind.DUPLICATE);
    fault("end-of-call-report", Fault.Kind.DUPLICATE);
    fault("end-of-call-report", Fault.Kind.REORDER);
    PhoneCalls.Played played = call("+34600000131", BOOKING);
    rest();

    assertFalse(
        played.results().path(0).path("result").asText().isBlank(), played.results().toString());
    assertEquals(
        "1", one("SELECT count(*)::text FROM reservations WHERE guest_phone = '+34600000131'"));
    assertEquals("2", one("SELECT count(*)::text FROM messages m " + ofCall(played)));
    assertEquals("ended/1", one("SELECT state || '/' || hangs FROM calls m " + called(played)));
  }

  @Test
  void aLostReportIsAskedFor() throws Exception {
    fault("end-of-call-report", Fault.Kind.DROP);
    fault("status-update", Fault.Kind.DROP);
    PhoneCalls.Played played = call("+34600000132", BOOKING);
    rest();
    assertEquals(
        "false", one("SELECT (reported_at IS NOT NULL)::text FROM calls m " + called(played)));

    SharedSandbox.later(sandbox, Duration.ofMinutes(11));
    rest();

    assertEquals(
        "true", one("SELECT (reported_at IS NOT NULL)::text FROM calls m " + called(played)));
    assertEquals("ended", one("SELECT state FROM calls m " + called(played)));
  }

  @Test
  void aSignedMessageIsTakenAndAnUnknownNumberIsToldSo() {
    sandbox.settings().set(Variable.VAPI_SERVER_AUTH, "hmac");
    assertTrue(call("+34600000133", "[]").assistant().has("assistant"));

    PhoneCalls.Played unknown =
        sandbox
            .vapi()
            .calls()
            .play(new PhoneCalls.Script("+34600000133", "+34600009999", steps("[]"), "x"));
    assertEquals("assistant-request-returned-error", unknown.endedReason());
  }

  @Test
  void theHouseItselfThinksWhereVapisModelIsOurs() {
    sandbox.settings().set(Variable.VAPI_MODEL, "custom-llm");
    sandbox.carryCalls();

    PhoneCalls.Played played =
        call(
            "+34600000135",
            """
            [{"user": "Quería", "cut": true},
             {"user": "Quería una mesa para dos mañana a las nueve, a nombre de Ana", "hears": "La mesa es suya"},
             {"user": "Sí"},
             {"user": "Gracias, adiós"}]
            """);
    rest();

    JsonNode answers = played.answers();
    assertEquals(3, answers.size(), answers::toString);
    answers.forEach(answer -> assertEquals(200, answer.path("status").asInt(), answers::toString));
    assertEquals(
        "1",
        one("SELECT count(*)::text FROM reservations WHERE guest_phone = '+34600000135'"),
        answers::toString);
    assertEquals("assistant-ended-call", played.endedReason());
    assertEquals(
        "3",
        one(
            "SELECT count(*)::text FROM messages m "
                + ofCall(played)
                + " AND sender = 'guest' AND m.state = 'done'"));
    String interrupted =
        one(
            "SELECT m.body FROM messages m "
                + ofCall(played)
                + " AND sender = 'assistant' AND m.state = 'done' ORDER BY position LIMIT 1");
    assertEquals(4, interrupted.split(" ").length, interrupted);
    assertEquals(
        "0",
        one(
            "SELECT count(*)::text FROM outbox WHERE channel = 'voice' AND state IN ('waiting', 'failed')"));
  }

  @Test
  void whoSaysYesBeforeAnythingWasHeardIsAskedAgain() {
    sandbox.settings().set(Variable.VAPI_MODEL, "custom-llm");
    sandbox.carryCalls();

    PhoneCalls.Played played =
        call(
            "+34600000136",
            """
            [{"user": "Quería una mesa para dos mañana a las nueve, a nombre de Ana", "hears": ""},
             {"user": "Sí"},
             {"user": "Sí, está bien"}]
            """);
    rest();

    JsonNode answers = played.answers();
    assertTrue(
        answers.path(1).path("says").asText().endsWith("¿Está todo bien?"), answers::toString);
    assertEquals(
        "1",
        one("SELECT count(*)::text FROM reservations WHERE guest_phone = '+34600000136'"),
        answers::toString);
  }

  @Test
  void aGuestIsPutThroughWhileSomebodyIsThere() {
    JsonNode answer = call("+34600000134", "[{\"transfer\": true}]").answers().path(0);

    assertEquals(
        "+34600000999", answer.path("destination").path("number").asText(), answer::toString);
  }

  private static PhoneCalls.Played call(String from, String script) {
    return sandbox
        .vapi()
        .calls()
        .play(new PhoneCalls.Script(from, HOUSE, steps(script), "customer-ended-call"));
  }

  private static JsonNode steps(String script) {
    return Json.read(script);
  }

  private static void fault(String operation, Fault.Kind kind) {
    sandbox.faults().add(new Fault("vapi", operation, kind, 0, 0, null), null);
  }

  private static String called(PhoneCalls.Played played) {
    return "WHERE m.provider_call_id = '" + played.callId() + "'";
  }

  private static String ofCall(PhoneCalls.Played played) {
    return "JOIN calls c ON c.id = m.call WHERE c.provider_call_id = '" + played.callId() + "'";
  }

  private static void rest() {
    assertTrue(sandbox.awaitQuiet(Duration.ofSeconds(60)));
  }

  private static String one(String query) {
    return sandbox.database().strings(query).getFirst();
  }
}
