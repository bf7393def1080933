package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.RequestLog;
import io.conserje.sandbox.telnyx.TelnyxCalls;
import io.conserje.sandbox.twilio.CalledPhones.Answers;
import io.conserje.sandbox.twilio.CalledPhones.Habit;
import io.conserje.sandbox.twilio.CalledPhones.Rung;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls the house makes over Twilio, from the API to the telephone that rings. */
@InSharedSandbox
class CallsOutTest {

  private static Sandbox sandbox;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @BeforeEach
  void next() {
    SharedSandbox.putBack(sandbox);
    sandbox.faults().clear(null);
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, "https://voice.example.com");
  }

  @Test
  void aMachineIsToldWhyTheHouseCalledAfterItsTone() throws Exception {
    habit("+34610000801", Answers.MACHINE);
    JsonNode ordered = order("+34610000801", "su reserva de mañana");

    JsonNode call = rest(ordered);
    Rung rung = only("+34610000801");
    assertEquals("completed", rung.status(), rung.toString());
    assertTrue(rung.steps().contains("Connect Stream"), rung.toString());
    assertTrue(
        rung.steps().stream()
            .anyMatch(s -> s.startsWith("Say") && s.contains("su reserva de mañana")),
        rung.toString());
    assertEquals("machine", call.path("answeredBy").asText(), call.toString());
    assertEquals("outbound", call.path("direction").asText());
    assertEquals("su reserva de mañana", call.path("purpose").asText());
    assertEquals("ended", call.path("state").asText());
    assertEquals(rung.sid(), call.path("providerId").asText());
  }

  @Test
  void whoIsBusyIsCalledOnceMoreWhereTheHouseHasPromisedIt() throws Exception {
    habit("+34610000802", Answers.BUSY);
    JsonNode call = rest(order("+34610000802", "call_back"));

    assertEquals("busy", call.path("endedReason").asText(), call.toString());
    assertEquals(1, call.path("attempt").asInt());
    JsonNode next = get("/api/calls/" + call.path("nextAttempt").asText());
    assertEquals("queued", next.path("state").asText(), next.toString());
    assertEquals(2, next.path("attempt").asInt());
    only("+34610000802");
  }

  @Test
  void anAnswerThatIsLostMakesNobodyRingTwice() throws Exception {
    habit("+34610000803", Answers.NO_ANSWER);
    sandbox.faults().add(new Fault("twilio", "create-call", Fault.Kind.DROP, 200, 0, null), 1);

    JsonNode call = rest(order("+34610000803", "su mesa"));
    assertEquals("no-answer", call.path("endedReason").asText(), call.toString());
    only("+34610000803");
  }

  @Test
  void whereTwilioHasTooManyToDoTheHouseCallsLaterAndOnce() throws Exception {
    habit("+34610000807", Answers.NO_ANSWER);
    sandbox.requests().clear("twilio");
    sandbox.faults().add(new Fault("twilio", "create-call", Fault.Kind.STATUS, 429, 0, 1), 1);

    JsonNode ordered = rest(order("+34610000807", "su mesa"));
    assertEquals("queued", ordered.path("state").asText(), ordered.toString());
    SharedSandbox.later(sandbox, Duration.ofSeconds(21));
    JsonNode call = rest(ordered);
    assertEquals("no-answer", call.path("endedReason").asText(), call.toString());
    only("+34610000807");
    assertEquals(
        List.of(429, 201),
        sandbox.requests().after("twilio", 0).stream()
            .filter(request -> request.operation().equals("create-call"))
            .map(RequestLog.Entry::status)
            .toList());
  }

  @Test
  void overTelnyxAMachineIsToldTheSame() throws Exception {
    sandbox.telnyx().calls().habit("+34610000804", "machine");
    overTelnyx();
    JsonNode call = rest(order("+34610000804", "su reserva"));

    var made = sandbox.telnyx().calls().made("+34610000804");
    assertEquals(1, made.size(), made.toString());
    assertEquals(
        List.of("streaming_start", "streaming_stop", "speak", "hangup"),
        made.getFirst().commands(),
        made.toString());
    assertEquals("machine", call.path("answeredBy").asText(), call.toString());
    assertEquals("ended", call.path("state").asText(), call.toString());
    assertEquals("telnyx", call.path("provider").asText());
  }

  @Test
  void overTelnyxAnAnswerThatIsLostMakesNobodyRingTwice() throws Exception {
    sandbox.telnyx().calls().habit("+34610000805", "no-answer");
    overTelnyx();
    sandbox.faults().add(new Fault("telnyx", "create-call", Fault.Kind.DROP, 200, 0, null), 1);

    JsonNode call = rest(order("+34610000805", "su mesa"));
    assertEquals("timeout", call.path("endedReason").asText(), call.toString());
    assertEquals(1, sandbox.telnyx().calls().made("+34610000805").size());
  }

  /** The last call to the house came so. */
  private static void overTelnyx() {
    sandbox
        .telnyx()
        .calls()
        .play(
            new TelnyxCalls.Script(
                "+34610000806",
                Guests.RESTAURANT,
                TelnyxCalls.Sound.ENDED,
                "no-answer",
                false,
                ""));
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  private static void habit(String number, Answers answers) {
    sandbox.twilio().phones().habit(number, new Habit(answers, List.of(), ""));
  }

  private static Rung only(String number) {
    List<Rung> rung =
        sandbox.twilio().phones().rung().stream().filter(r -> r.to().equals(number)).toList();
    assertEquals(1, rung.size(), rung.toString());
    return rung.getFirst();
  }

  private static JsonNode order(String to, String purpose) throws Exception {
    String body =
        "{\"venue\":\"restaurante\",\"to\":\"%s\",\"purpose\":\"%s\"}".formatted(to, purpose);
    return send(
        HttpRequest.newBuilder(URI.create(sandbox.gateway() + "/api/calls"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        201);
  }

  private static JsonNode rest(JsonNode ordered) throws Exception {
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
    return get("/api/calls/" + ordered.path("id").asText());
  }

  private static JsonNode get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(sandbox.gateway() + path)).GET(), 200);
  }

  private static JsonNode send(HttpRequest.Builder request, int status) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              request.header("Authorization", "Bearer sandbox-admin-key").build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(status, answer.statusCode(), answer.body());
      return Json.read(answer.body());
    }
  }
}
