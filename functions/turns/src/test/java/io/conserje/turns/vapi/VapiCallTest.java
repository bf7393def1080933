package io.conserje.turns.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that VAPI carries, message by message. */
class VapiCallTest {

  private static final String STAFF =
      "{\"hours\": [{\"from\": \"09:00\", \"to\": \"18:00\"}],"
          + " \"contacts\": [{\"name\": \"Marta\", \"whatsapp\": \"+34600000950\"}]}";
  private static final Map<String, Object> DINNER =
      Map.of("date", "2026-11-21", "time", "21:00", "party_size", 2, "name", "Lucía Ejemplo");

  private static Phone phone;

  @BeforeAll
  static void start() {
    phone = new Phone(STAFF);
  }

  @AfterAll
  static void stop() {
    phone.close();
  }

  @BeforeEach
  void empty() {
    phone.house.execute("TRUNCATE reservations, person_requests CASCADE");
    phone.house.empty();
    phone.now = java.time.Instant.parse("2026-11-20T11:00:00Z");
    phone.house.environment.remove(Variable.VAPI_MODEL);
    phone.house.environment.remove(Variable.PUBLIC_VOICE_URL);
  }

  @Test
  @SuppressWarnings("unchecked")
  void anIncomingCallGetsAnAssistantInTheHousesName() {
    Map<String, Object> assistant =
        (Map<String, Object>) phone.says("call-1", "assistant-request", Map.of()).get("assistant");

    assertTrue(assistant.get("firstMessage").toString().contains("Casa Uno"));
    Map<String, Object> model = (Map<String, Object>) assistant.get("model");
    String prompt = model.get("messages").toString();
    assertTrue(prompt.contains("receptionist of Casa Uno"));
    assertTrue(prompt.contains("Friday 20 November (2026-11-20)"), "today, in the house's zone");
    assertTrue(prompt.contains("read aloud on the telephone"));
    String tools = phone.write(model.get("tools"));
    assertTrue(tools.contains("\"name\":\"create_reservation\""));
    assertTrue(tools.contains("\"required\":[\"date\",\"time\",\"party_size\",\"name\"]"));
    assertTrue(tools.contains("\"type\":\"transferCall\""), "somebody is there");
    Map<String, Object> server = (Map<String, Object>) assistant.get("server");
    assertEquals("https://api.example.com/vapi/webhook", server.get("url"));
    assertEquals(Map.of("X-Vapi-Secret", "test-vapi-secret"), server.get("headers"));
    assertEquals("exponential", ((Map<String, Object>) server.get("backoffPlan")).get("type"));
    assertTrue(assistant.get("serverMessages").toString().contains("transcript"));
    assertEquals(1, phone.house.count("calls WHERE state = 'ringing'"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void whereTheHouseThinksItselfVapiAsksItAndBringsNoWordsTwice() {
    phone.house.environment.put(Variable.VAPI_MODEL, "custom-llm");
    phone.house.environment.put(Variable.PUBLIC_VOICE_URL, "https://voice.example.com/");

    Map<String, Object> assistant =
        (Map<String, Object>) phone.says("call-1", "assistant-request", Map.of()).get("assistant");

    Map<String, Object> model = (Map<String, Object>) assistant.get("model");
    assertEquals("custom-llm", model.get("provider"));
    assertEquals("https://voice.example.com/vapi", model.get("url"));
    assertEquals("restaurante", model.get("model"));
    assertEquals(
        List.of("transferCall", "endCall"),
        ((List<Map<String, Object>>) model.get("tools"))
            .stream().map(tool -> tool.get("type")).toList());
    assertFalse(assistant.get("serverMessages").toString().contains("transcript"));
  }

  @Test
  void outsideTheHoursOfItsPeopleNothingIsSaidOfPuttingThrough() {
    phone.now = java.time.Instant.parse("2026-11-20T22:00:00Z");

    String assistant = phone.write(phone.says("call-1", "assistant-request", Map.of()));

    assertFalse(assistant.contains("transferCall"));
    assertTrue(assistant.contains("Friday 20 November (2026-11-20)"));
  }

  @Test
  void aTableIsBookedOnceHoweverOftenItIsBrought() {
    Map<String, Object> first = phone.tool("call-1", "t-1", "create_reservation", DINNER);
    Map<String, Object> again = phone.tool("call-1", "t-1", "create_reservation", DINNER);

    assertEquals(first, again);
    assertEquals("t-1", first.get("toolCallId"));
    assertEquals("create_reservation", first.get("name"));
    String said = first.get("result").toString();
    assertTrue(said.contains("las nueve de la noche"), said);
    assertFalse(said.contains("\n"));
    assertEquals(1, phone.house.count("reservations"));
    assertEquals(
        1,
        phone.house.count(
            "reservations WHERE channel = 'voice' AND status = 'pending' AND guest_phone = '+34600000101'"),
        "who speaks is asked for a yes by message, as over every voice");
  }

  @Test
  void argumentsMayBeATextOrFlatOrCutOff() {
    Map<String, Object> text =
        phone.tool("call-1", "t-1", "create_reservation", phone.write(DINNER));
    assertTrue(text.containsKey("result"), text.toString());
    Map<String, Object> twice =
        phone.tool("call-1", "t-2", "check_availability", phone.write(phone.write(DINNER)));
    assertTrue(twice.containsKey("result"), twice.toString());
    Map<String, Object> cut =
        phone.tool("call-1", "t-3", "create_reservation", "{\"date\": \"2026-11-2");
    assertEquals(
        "Los datos han llegado incompletos o no encajan: compruébelos y vuelva a pedirlo con todos.",
        cut.get("error"));
    assertEquals(1, phone.house.count("reservations"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void theSameCallsListedThreeTimesAreEachDoneOnceInTheirOrder() {
    Map<String, Object> one =
        Map.of("id", "t-1", "function", Map.of("name", "create_reservation", "arguments", DINNER));
    Map<String, Object> two =
        Map.of("id", "t-2", "name", "find_reservation", "parameters", Map.of());
    Map<String, Object> answer =
        phone.says(
            "call-1",
            "tool-calls",
            Map.of(
                "toolCallList", List.of(one, two),
                "toolCalls", List.of(one, two),
                "toolWithToolCallList",
                    List.of(
                        Map.of("function", Map.of("name", "find_reservation"), "toolCall", two),
                        Map.of(
                            "function", Map.of("name", "create_reservation"), "toolCall", one))));

    List<Map<String, Object>> results = (List<Map<String, Object>>) answer.get("results");
    assertEquals(List.of("t-1", "t-2"), results.stream().map(r -> r.get("toolCallId")).toList());
    assertTrue(results.get(1).get("result").toString().contains("Lucía Ejemplo"));
    assertEquals(1, phone.house.count("reservations"));
  }

  @Test
  void aFullHouseSaysWhatIsPossibleInstead() {
    for (int i = 0; i < 3; i++) {
      phone.tool("call-" + i, "t-1", "create_reservation", DINNER);
    }

    Map<String, Object> full = phone.tool("call-9", "t-1", "check_availability", DINNER);

    assertTrue(full.get("result").toString().startsWith("A esa hora no nos queda mesa."));
    assertTrue(full.get("result").toString().contains("Sí es posible"), full.toString());
  }

  @Test
  void whoHidesTheNumberIsNobodysGuest() {
    phone.says("call-1", "anonymous", "status-update", Map.of("status", "in-progress"));
    phone.says("call-2", "+266696687", "status-update", Map.of("status", "in-progress"));
    phone.workOff();

    assertEquals(2, phone.house.count("conversations"));
    assertEquals(2, phone.house.count("conversations WHERE guest_address LIKE 'hidden:vapi:%'"));
  }

  @Test
  void newsInAnyOrderNeverTakeACallBack() {
    phone.says("call-1", "end-of-call-report", report("customer-ended-call"));
    phone.workOff();
    phone.says("call-1", "status-update", Map.of("status", "in-progress"));
    phone.says("call-1", "status-update", Map.of("status", "ended", "endedReason", "late"));
    phone.says("call-1", "status-update", Map.of("status", "ringing"));
    phone.workOff();

    assertEquals(
        1,
        phone.house.count(
            """
            calls WHERE state = 'ended' AND ended_reason = 'customer-ended-call'
              AND summary = 'Reservó.' AND cost_micros = 87300 AND currency = 'USD'
              AND recording = 'https://storage.example.com/a.wav' AND outcome ->> 'intent' = 'booking'
              AND transcript LIKE 'AI: Hola%' AND reported_at IS NOT NULL
            """));
    assertEquals(1, phone.house.count("messages WHERE sender = 'guest' AND body = 'Quería mesa.'"));
  }

  @Test
  void everyPieceOfNewsCountsOnce() {
    for (int i = 0; i < 3; i++) {
      phone.says("call-1", "status-update", Map.of("status", "in-progress"));
      phone.says("call-1", "user-interrupted", Map.of("turnId", "1"));
      phone.says("call-1", "hang", Map.of());
      phone.says("call-1", "transcript", line("user", "Hola"));
      phone.says("call-1", "transcript", line("assistant", "Buenas"));
      phone.says("call-1", "end-of-call-report", report("customer-ended-call"));
      phone.workOff(2);
    }

    assertEquals(1, phone.house.count("calls WHERE interruptions = 1 AND hangs = 1"));
    assertEquals(2, phone.house.count("messages"), "what was heard live is not said again");
    assertEquals(6, phone.house.count("inbound_ledger WHERE event_id = 'call-1'"));
  }

  @Test
  void aGuestWhoWantsAPersonIsPutThroughWhileSomebodyIsThere() {
    phone.says("call-1", "transcript", line("user", "Páseme con una persona"));
    phone.workOff();

    Map<String, Object> answer =
        phone.says("call-1", "transfer-destination-request", last("Páseme"));
    Map<String, Object> again =
        phone.says("call-1", "transfer-destination-request", last("Páseme"));

    String written = phone.write(answer);
    assertEquals(answer, again);
    assertTrue(written.contains("\"number\":\"+34600000999\""), written);
    assertTrue(written.contains("then-say-message"), written);
    assertTrue(written.contains("Ha dicho: Páseme"), written);
    assertEquals(1, phone.house.count("person_requests WHERE reason = 'wish'"));
    assertEquals(
        1, phone.house.count("outbox WHERE guest_address = '+34600000950'"), "staff are told once");
  }

  @Test
  void outsideTheirHoursAMessageIsTaken() {
    phone.now = java.time.Instant.parse("2026-11-20T22:00:00Z");

    Map<String, Object> answer =
        phone.says("call-1", "transfer-destination-request", last("Páseme"));

    assertFalse(answer.containsKey("destination"));
    assertTrue(
        answer.get("error").toString().contains("No hay nadie") || answer.containsKey("error"));
    assertEquals(1, phone.house.count("person_requests WHERE reason = 'wish' AND done_at IS NULL"));
  }

  @Test
  void whatWasBookedByTelephoneIsChangedOnWhatsApp() {
    phone.tool("call-1", "t-1", "create_reservation", DINNER);

    phone.whatsapp("sí");
    assertEquals(1, phone.house.count("reservations WHERE status = 'confirmed'"));
    String asked = phone.whatsapp("quiero cambiar mi reserva a las diez de la noche");
    String changed = asked.contains("?") ? phone.whatsapp("sí, cámbiela") : asked;

    assertEquals(1, phone.house.count("reservations"), changed);
    assertEquals(
        1,
        phone.house.count("reservations WHERE starts_at = '2026-11-21T21:00:00Z'"),
        asked + " / " + changed);
    Map<String, Object> found = phone.tool("call-2", "t-1", "find_reservation", Map.of());
    assertTrue(found.get("result").toString().contains("diez de la noche"), found.toString());
  }

  @Test
  void whatTheHouseKnowsIsGivenAsDocuments() {
    Map<String, Object> answer =
        phone.says("call-1", "knowledge-base-request", last("¿Tienen parking?"));

    assertTrue(phone.write(answer).contains("Hay aparcamiento en la plaza."), answer.toString());
  }

  @Test
  void whatIsOutOfReachIsSaidAndNothingIsHalfDone() {
    String request = message("assistant-request");
    String hang = message("hang");

    assertEquals(503, phone.statusWith(Variable.POSTGRES_PORT, "1", request));
    assertEquals(200, phone.statusWith(Variable.POSTGRES_PORT, "1", hang), "told, not asked");
    assertEquals(503, phone.statusWith(Variable.AWS_ENDPOINT_URL_SQS, "http://127.0.0.1:1", hang));
    assertEquals(503, phone.statusWith(Variable.VAPI_SERVER_SECRET, "", hang));
    assertEquals(413, phone.statusWith("NOTHING", "", "x".repeat(4 * 1024 * 1024 + 1)));
  }

  private static String message(String type) {
    return "{\"message\":{\"type\":\""
        + type
        + "\",\"call\":{\"id\":\"outage\"},"
        + "\"phoneNumber\":{\"number\":\"+34600000900\"}}}";
  }

  @Test
  void aBearerTokenLetsInToo() {
    phone.house.environment.put(Variable.VAPI_SERVER_AUTH, "bearer");
    try {
      String hang = "{\"message\":{\"type\":\"hang\",\"call\":{\"id\":\"b\"}}}";
      assertEquals(200, status(hang, "authorization", "Bearer test-vapi-secret"));
      assertEquals(200, status(hang, "x-vapi-secret", "test-vapi-secret"));
      assertEquals(401, status(hang, "authorization", "test-vapi-secret"));
      assertEquals(401, status(hang, "authorization", "Bearer test-vapi-secrex"));
    } finally {
      phone.house.environment.remove(Variable.VAPI_SERVER_AUTH);
    }
  }

  private static int status(String body, String header, String value) {
    return phone.post(body, Map.of(header, value)).getStatusCode();
  }

  private static Map<String, Object> line(String role, String text) {
    return Map.of("role", role, "transcriptType", "final", "transcript", text);
  }

  private static Map<String, Object> last(String words) {
    return Map.of(
        "artifact", Map.of("messages", List.of(Map.of("role", "user", "message", words))));
  }

  private static Map<String, Object> report(String reason) {
    return Map.of(
        "endedReason",
        reason,
        "startedAt",
        "2026-11-20T10:59:00.000Z",
        "endedAt",
        "2026-11-20T11:00:00.000Z",
        "cost",
        0.0873,
        "analysis",
        Map.of("summary", "Reservó.", "structuredData", Map.of("intent", "booking")),
        "artifact",
        Map.of(
            "transcript", "AI: Hola\nUser: Quería mesa.",
            "recordingUrl", "https://storage.example.com/a.wav",
            "messages",
                List.of(
                    Map.of("role", "system", "message", "secret"),
                    Map.of("role", "bot", "message", "Hola", "time", 1795172341000L),
                    Map.of("role", "user", "message", "Quería mesa.", "time", 1795172342000L))));
  }
}
