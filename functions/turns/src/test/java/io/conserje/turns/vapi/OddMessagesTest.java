package io.conserje.turns.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.connectors.lambda.logs.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Authentic messages as no sample shows them. */
class OddMessagesTest {

  private static final Map<String, String> SECRET = Map.of("x-vapi-secret", "test-vapi-secret");
  private static final Map<String, Object> DINNER =
      Map.of("date", "2026-11-21", "time", "21:00", "party_size", 2, "name", "Lucía Ejemplo");

  private static Phone phone;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private PrintStream before;

  @BeforeAll
  static void start() {
    phone = Phone.unattended();
    phone.house.execute(
        """
        INSERT INTO venues (id, house) SELECT 'otro', house || '{"venue": "otro", "name": "Casa Dos"}'
        FROM venues WHERE id = 'restaurante';
        INSERT INTO channel_addresses VALUES ('voice', '+34600000777', 'otro')
        """);
  }

  @AfterAll
  static void stop() {
    phone.close();
  }

  @BeforeEach
  void listen() {
    phone.house.execute("TRUNCATE reservations CASCADE");
    before = System.out;
    LogLevel.from(Map.of("LOG_LEVEL", "WARN"));
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void nothingBroke() {
    phone.workOff();
    System.setOut(before);
    LogLevel.from(Map.of());
    List<String> errors =
        log.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(l -> l.contains("\"ERROR\"") || l.contains("Exception"))
            .toList();
    assertEquals(List.of(), errors);
  }

  private Map<String, Object> post(String message) {
    APIGatewayV2HTTPResponse answer = phone.post("{\"message\": " + message + "}", SECRET);
    assertEquals(200, answer.getStatusCode(), () -> answer.getBody() + " to " + message);
    return phone.map(answer.getBody());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> results(Map<String, Object> answer) {
    return (List<Map<String, Object>>) answer.get("results");
  }

  private static final List<String> TYPES =
      List.of(
          "assistant-request",
          "tool-calls",
          "function-call",
          "transfer-destination-request",
          "handoff-destination-request",
          "knowledge-base-request",
          "status-update",
          "end-of-call-report",
          "transcript",
          "transfer-update",
          "language-change-detected",
          "hang",
          "user-interrupted",
          "conversation-update",
          "phone-call-control",
          "🎉",
          "x[y");

  private static final List<String> FIELDS =
      List.of(
          "call",
          "phoneNumber",
          "customer",
          "artifact",
          "analysis",
          "toolCallList",
          "toolWithToolCallList",
          "toolCalls",
          "functionCall",
          "timestamp",
          "status",
          "endedReason",
          "transcript",
          "transcriptType",
          "role",
          "language",
          "destination",
          "messages",
          "messagesOpenAIFormatted",
          "cost",
          "costs",
          "costBreakdown",
          "startedAt",
          "endedAt",
          "assistant",
          "summary");

  @Test
  void everyFieldMayBeOfAnyOtherKind() {
    List<String> odd =
        List.of(
            "null",
            "[]",
            "{}",
            "[null, 1, \"a\", [], {}]",
            "\"text\"",
            "\"7\"",
            "-1.5e10",
            "true",
            "9223372036854775808",
            "{\"id\": null, \"number\": [], \"name\": {}, \"messages\": {}}",
            "[{\"id\": 7, \"function\": [], \"name\": null}]");
    for (String type : TYPES) {
      for (String value : odd) {
        StringBuilder all = new StringBuilder("{\"type\": \"" + type + "\"");
        FIELDS.forEach(field -> all.append(", \"").append(field).append("\": ").append(value));
        post(all + "}");
        post(
            all.toString()
                    .replace("\"call\": " + value, "\"call\": {\"id\": \"odd-1\"}")
                    .replace(
                        "\"phoneNumber\": " + value,
                        "\"phoneNumber\": {\"number\": \"" + Phone.HOUSE + "\"}")
                + "}");
      }
    }
  }

  @Test
  void numbersMayBeWrittenAsTexts() {
    Map<String, Object> texts = new HashMap<>(DINNER);
    texts.put("party_size", "2");

    Map<String, Object> result = phone.tool("odd-2", "t-1", "create_reservation", texts);

    assertTrue(result.get("result").toString().contains("para dos"), result.toString());
    assertEquals(1, phone.house.count("reservations"));
  }

  @Test
  void argumentsWrappedThriceAreAskedForAgainInWords() {
    String thrice = phone.write(phone.write(phone.write(DINNER)));

    Map<String, Object> result = phone.tool("odd-3", "t-1", "create_reservation", thrice);

    assertTrue(result.get("error").toString().startsWith("Los datos han llegado"));
    assertEquals(0, phone.house.count("reservations"));
  }

  @Test
  void aToolThatDoesNotExistIsAnErrorInTheLanguageOfTheCall() {
    Map<String, Object> result =
        phone.tool("odd-4", "t-" + "9".repeat(5_000), "n".repeat(20_000), Map.of());

    assertEquals("Eso no se puede hacer desde aquí.", result.get("error"));
    assertEquals("t-" + "9".repeat(5_000), result.get("toolCallId"));
  }

  @Test
  void aVeryLongNameIsRefusedInWords() {
    Map<String, Object> asked = new HashMap<>(DINNER);
    asked.put("name", "Ñandú 👩‍👩‍👧‍👦 ".repeat(5_000));

    Map<String, Object> result = phone.tool("odd-5", "t-1", "create_reservation", asked);

    String said = String.valueOf(result.getOrDefault("error", result.get("result")));
    assertFalse(said.isBlank());
    assertTrue(said.length() < 300, said);
    assertEquals(0, phone.house.count("reservations"));
  }

  @Test
  void theSameToolCallInTwoMessagesAtOnceIsDoneOnce() {
    List<CompletableFuture<Map<String, Object>>> both =
        List.of(1, 2).stream()
            .map(_ ->
                CompletableFuture.supplyAsync(
                    () -> phone.tool("odd-6", "t-1", "create_reservation", DINNER)))
            .toList();

    assertEquals(both.getFirst().join(), both.getLast().join());
    assertEquals(1, phone.house.count("reservations"));
  }

  @Test
  void theSameIdInTwoCallsAreTwoCalls() {
    Map<String, Object> one = phone.tool("odd-7", "t-1", "create_reservation", DINNER);
    Map<String, Object> other = phone.tool("odd-8", "t-1", "check_availability", DINNER);

    assertFalse(one.get("result").equals(other.get("result")));
  }

  @Test
  void whoCallsMayBeMissingAndWhatIsCalledASipAddress() {
    phone.house.execute(
        "INSERT INTO channel_addresses VALUES ('voice', 'sip:casa@sip.vapi.ai', 'restaurante')"
            + " ON CONFLICT DO NOTHING");
    Map<String, Object> answer =
        post(
            "{\"type\": \"assistant-request\", \"call\": {\"id\": \"odd-9\"}, \"customer\": null,"
                + " \"phoneNumber\": {\"sipUri\": \"sip:casa@sip.vapi.ai\"}}");

    assertTrue(answer.get("assistant").toString().contains("Casa Uno"));
    Map<String, Object> booked =
        post(
            "{\"type\": \"tool-calls\", \"call\": {\"id\": \"odd-9\"}, \"toolCallList\": [{\"id\": \"1\","
                + " \"name\": \"create_reservation\", \"parameters\": "
                + phone.write(DINNER)
                + "}]}");
    String said = results(booked).getFirst().toString();
    assertTrue(said.contains("result="), said);
  }

  @Test
  void aCallStaysWithTheHouseItBeganIn() {
    phone.tool("odd-10", "t-1", "check_availability", DINNER);

    Map<String, Object> other =
        post(
            "{\"type\": \"tool-calls\", \"call\": {\"id\": \"odd-10\"}, \"phoneNumber\": {\"number\":"
                + " \"+34600000777\"}, \"toolCallList\": [{\"id\": \"t-2\", \"name\":"
                + " \"check_availability\", \"arguments\": "
                + phone.write(DINNER)
                + "}]}");
    post(
        "{\"type\": \"status-update\", \"status\": \"ended\", \"call\": {\"id\": \"odd-10\"},"
            + " \"phoneNumber\": {\"number\": \"+34600000777\"}}");

    assertTrue(results(other).getFirst().containsKey("result"), other.toString());
    phone.workOff();
    assertEquals(
        1,
        phone.house.count(
            "calls WHERE provider_call_id = 'odd-10' AND venue = 'restaurante' AND state = 'ended'"));
  }

  @Test
  void aHugeReportIsKeptAsFarAsItFits() {
    String said = "¿Qué tal? 😊 ".repeat(60_000);
    post(
        "{\"type\": \"end-of-call-report\", \"call\": {\"id\": \"odd-11\"}, \"phoneNumber\": {\"number\": \""
            + Phone.HOUSE
            + "\"}, \"endedReason\": \"customer-ended-call\", \"artifact\": {\"transcript\": \""
            + said
            + "\", \"messages\": [{\"role\": \"user\", \"message\": \""
            + said
            + "\"}]}}");
    phone.workOff();

    assertEquals(
        1,
        phone.house.count(
            "calls WHERE provider_call_id = 'odd-11' AND length(transcript) > 20000"));
  }

  @Test
  void everyToolOfARestaurantAnswersInWords() {
    List<String> said = new ArrayList<>();
    said.add(say("get_house_info", Map.of("topic", "hours")));
    said.add(say("get_house_info", Map.of("topic", "hours", "date", "2026-11-22")));
    said.add(say("get_house_info", Map.of("topic", "policies")));
    said.add(say("get_house_info", Map.of("topic", "address")));
    said.add(say("get_house_info", Map.of("topic", "rooms")));
    said.add(say("get_house_info", Map.of("question", "¿Hay parking?")));
    said.add(say("get_house_info", Map.of("question", "¿Admiten iguanas?")));
    said.add(say("find_reservation", Map.of()));
    said.add(say("check_availability", DINNER));
    said.add(say("create_reservation", DINNER));
    said.add(say("find_reservation", Map.of()));
    said.add(say("take_message", Map.of("about", "Una cartera", "name", "Lucía")));
    said.add(say("hand_to_person", Map.of("reason", "complaint")));
    said.add(say("join_waitlist", DINNER));
    said.add(say("leave_waitlist", Map.of()));

    for (String line : said) {
      assertFalse(line.isBlank() || line.contains("\n") || line.contains("_"), line);
      assertFalse(
          line.replaceAll("\\b[A-Z]{2}[0-9]{4}\\b", "").matches(".*[0-9].*"),
          "for the ear: " + line);
      assertFalse(line.matches(".*\\b(status|house phone|found|closed|table)\\b.*"), line);
    }
    assertTrue(
        said.getFirst().startsWith("De lunes a domingo, se puede reservar cena desde las ocho"),
        said.getFirst());
  }

  private static int tools;

  private String say(String tool, Map<String, Object> arguments) {
    Map<String, Object> answer = phone.tool("odd-12", "tool-" + tools++, tool, arguments);
    return String.valueOf(answer.getOrDefault("result", answer.get("error")));
  }

  @Test
  void severalToolsInOneMessageAreAnsweredInTheirOrderWhateverTheyAre() {
    List<Object> calls =
        Arrays.asList(
            null,
            Map.of("id", "a", "name", "check_availability", "arguments", "["),
            Map.of("id", "b"),
            Map.of("name", "find_reservation", "arguments", Map.of()),
            Map.of("id", 12, "name", "find_reservation", "arguments", 7));
    Map<String, Object> message = new HashMap<>();
    message.put("toolCallList", calls);

    List<Map<String, Object>> answered = results(phone.says("odd-13", "tool-calls", message));

    assertEquals(4, answered.size());
    assertEquals("a", answered.getFirst().get("toolCallId"));
    assertEquals("12", answered.getLast().get("toolCallId"));
    answered.forEach(
        one -> assertTrue(one.containsKey("result") ^ one.containsKey("error"), one.toString()));
  }
}
