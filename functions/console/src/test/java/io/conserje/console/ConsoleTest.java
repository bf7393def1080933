package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

  private static final String CONVERSATION = "00000000-0000-0000-0000-00000000c001";

  private static House house;

  @BeforeAll
  static void start() {
    house = new House().migrated().seeded();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @Test
  void healthNeedsNoKey() {
    APIGatewayV2HTTPResponse response = house.call("GET", "/health", "", Map.of());

    assertEquals(200, response.getStatusCode());
    assertEquals(Map.of("status", "ok", "function", "console"), house.json(response));
  }

  @Test
  void snapshotIsRehearsedWithoutKeyAndDatabase() {
    try (House bare = new House()) {
      bare.environment.remove(Variable.ADMIN_API_KEY);
      bare.environment.remove(Variable.POSTGRES_SERVER);
      assertDoesNotThrow(() -> bare.console.snapshot().beforeCheckpoint(null));
      assertDoesNotThrow(() -> bare.console.snapshot().afterRestore(null));
    }
  }

  @Test
  void readyNamesWhatItNeeds() {
    APIGatewayV2HTTPResponse response = house.call("GET", "/ready", "", Map.of());

    assertEquals(200, response.getStatusCode(), response.getBody());
    assertEquals("ready", house.json(response).get("status"));
    assertEquals(
        List.of("postgres", "redis", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "ADMIN_API_KEY"),
        each(house.json(response), "checks", "name"));
    assertFalse(response.getBody().contains(House.KEY));
  }

  @ParameterizedTest
  @CsvSource({
    "TWILIO_AUTH_TOKEN, ''",
    "TWILIO_AUTH_TOKEN, changeme",
    "TWILIO_ACCOUNT_SID, <your account sid>",
    "ADMIN_API_KEY, your-key-here"
  })
  void missingAndPlaceholderSettingsAreNamed(String name, String value) {
    String before = house.environment.put(name, value);
    try {
      APIGatewayV2HTTPResponse response = house.call("GET", "/ready", "", Map.of());

      assertEquals(503, response.getStatusCode());
      assertEquals("not ready", house.json(response).get("status"));
      assertEquals(List.of(name), failing(house.json(response)));
    } finally {
      house.environment.put(name, before);
    }
  }

  @Test
  void sampleValuesAreNoSecretsInProduction() {
    house.environment.put(Variable.ENVIRONMENT, "prod");
    try {
      APIGatewayV2HTTPResponse response = house.call("GET", "/ready", "", Map.of());

      assertEquals(
          List.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"), failing(house.json(response)));
    } finally {
      house.environment.remove(Variable.ENVIRONMENT);
    }
  }

  @Test
  void keyIsAskedForEverywhereElse() {
    List<String> paths =
        List.of(
            "/api/venues",
            "/api/reservations",
            "/api/conversations/" + CONVERSATION,
            "/api/nowhere",
            "/api",
            "//api/venues",
            "/API/venues",
            "/api/../api/venues",
            "/health/../api/venues",
            "/health/",
            "/ready;/api/venues",
            "/nowhere");
    for (String path : paths) {
      for (String method : List.of("GET", "POST", "DELETE", "OPTIONS")) {
        APIGatewayV2HTTPResponse response = house.call(method, path, "", Map.of());
        assertProblem(401, response, method + " " + path);
        assertTrue(response.getHeaders().get("WWW-Authenticate").startsWith("Bearer"), path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer console-test-ke",
        "Bearer console-test-key2",
        "console-test-key",
        "Basic Y29uc29sZS10ZXN0LWtleQ==",
        "Bearer console-test-key, Bearer x",
        "Bearer ñ"
      })
  void wrongKeyIsRefused(String authorization) {
    assertProblem(
        401,
        house.call("GET", "/api/venues", "", Map.of("authorization", authorization)),
        authorization);
  }

  @Test
  void changedKeyCountsAtOnceAndWithoutOneNothingIsOpen() {
    house.environment.put(Variable.ADMIN_API_KEY, "another");
    try {
      assertEquals(401, house.get("/api/venues", "").getStatusCode());
      house.environment.put(Variable.ADMIN_API_KEY, "");
      assertProblem(503, house.get("/api/venues", ""), "no key set");
      assertEquals(
          503,
          house.call("GET", "/api/venues", "", Map.of("authorization", "Bearer ")).getStatusCode());
    } finally {
      house.environment.put(Variable.ADMIN_API_KEY, House.KEY);
    }
    assertEquals(200, house.get("/api/venues", "").getStatusCode());
  }

  @Test
  void venuesAreShownWithTheirRules() {
    Map<String, Object> venues = answer("/api/venues", "");

    assertEquals(List.of("hotel", "restaurante"), each(venues, "venues", "id"));
    Map<String, Object> venue = list(venues, "venues").get(1);
    assertEquals("Europe/Madrid", venue.get("timeZone"));
    assertEquals(
        List.of(Map.of("channel", "whatsapp", "address", "+34600000900")), venue.get("channels"));
    assertEquals(
        Map.of("weekday", 6, "name", "dinner", "firstBooking", "20:00", "lastBooking", "00:30"),
        list(venue, "services").get(1));
    assertEquals(List.of("T1", "T2"), each(venue, "tables", "name"));
    assertEquals(
        Map.of(
            "largestParty", 8,
            "noticeMinutes", 30,
            "horizonDays", 60,
            "stays", List.of(Map.of("upTo", 2, "minutes", 90), Map.of("upTo", 8, "minutes", 120))),
        venue.get("rules"));
    assertEquals(List.of(), list(venues, "venues").get(0).get("services"));
  }

  @Test
  void dayOfTheBookIsTheVenuesOwn() {
    Map<String, Object> book = answer("/api/reservations", "venue=restaurante&date=2026-11-21");

    Map<String, Object> late = new HashMap<>();
    late.put("reference", "AA1111");
    late.put("venue", "restaurante");
    late.put("status", "confirmed");
    late.put("date", "2026-11-21");
    late.put("time", "00:30");
    late.put("startsAt", "2026-11-20T23:30:00Z");
    late.put("endsAt", "2026-11-21T01:00:00Z");
    late.put("partySize", 2);
    late.put("tables", List.of("T1", "T2"));
    late.put("guest", Map.of("name", "Lucía", "phone", "+34600000101"));
    late.put("notes", "sin gluten");
    late.put("channel", "whatsapp");
    late.put("conversation", CONVERSATION);
    assertEquals(late, list(book, "reservations").get(0));

    Map<String, Object> cancelled = list(book, "reservations").get(1);
    assertEquals("BB2222", cancelled.get("reference"));
    assertEquals(List.of(), cancelled.get("tables"));
    assertTrue(cancelled.containsKey("conversation"));
    assertEquals(null, cancelled.get("conversation"));
    assertEquals(2, list(book, "reservations").size());
  }

  @Test
  void emptyDayIsAnEmptyBook() {
    assertEquals(
        Map.of("reservations", List.of()),
        answer("/api/reservations", "venue=restaurante&date=2026-11-19"));
  }

  @Test
  void conversationsOfAHouseAreListedNewestFirstPageByPage() {
    Map<String, Object> first = answer("/api/conversations", "venue=restaurante&limit=2");

    assertEquals(List.of(CONVERSATION, conversation(3)), each(first, "conversations", "id"));

    Map<String, Object> second =
        answer("/api/conversations", "venue=restaurante&limit=2&before=" + first.get("next"));
    assertEquals(List.of(conversation(2)), each(second, "conversations", "id"));
    assertEquals(null, second.get("next"));
  }

  @Test
  void pageThatIsJustFullHasNoNext() {
    Map<String, Object> all = answer("/api/conversations", "venue=restaurante&limit=3");

    assertEquals(3, list(all, "conversations").size());
    assertEquals(null, all.get("next"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2B34600000101", "+34600000101"})
  void conversationIsFoundByTheGuestsAddressHoweverThePlusIsWritten(String address) {
    Map<String, Object> found =
        answer("/api/conversations", "venue=restaurante&address=" + address);

    Map<String, Object> expected = new HashMap<>();
    expected.put("id", CONVERSATION);
    expected.put("venue", "restaurante");
    expected.put("channel", "whatsapp");
    expected.put("address", "+34600000101");
    expected.put("houseAddress", "+34600000900");
    expected.put("guestName", "Lucía");
    expected.put("owner", "assistant");
    expected.put("language", "es");
    expected.put("startedAt", "2026-11-20T11:00:00Z");
    expected.put("lastAt", "2026-11-20T11:00:05.123456Z");
    assertEquals(List.of(expected), found.get("conversations"));
  }

  @Test
  void conversationShowsWhatWasSaidAndHowFarItCame() {
    Map<String, Object> conversation = answer("/api/conversations/" + CONVERSATION, "");

    assertEquals("assistant", conversation.get("owner"));
    assertEquals(
        List.of("guest", "assistant", "guest", "house"), each(conversation, "messages", "from"));
    assertEquals(
        List.of("mesa para dos", "Hecho, Lucía.", "hola hola", "Un momento, por favor."),
        each(conversation, "messages", "text"));
    assertEquals(
        Arrays.asList("done", null, "silenced", null), each(conversation, "messages", "state"));

    Map<String, Object> question = list(conversation, "messages").get(0);
    assertEquals(List.of("https://media.example/1"), question.get("media"));
    assertEquals(null, question.get("delivery"));

    Map<String, Object> delivery = map(list(conversation, "messages").get(1), "delivery");
    assertEquals("delivered", delivery.get("state"));
    assertEquals(2, delivery.get("attempts"));
    assertEquals("SM301", delivery.get("providerMessageId"));

    Map<String, Object> failed = map(list(conversation, "messages").get(3), "delivery");
    assertEquals("failed", failed.get("state"));
    assertEquals("21610", failed.get("errorCode"));
  }

  @Test
  void conversationShowsWhichToolsWereUsed() {
    Map<String, Object> conversation = answer("/api/conversations/" + CONVERSATION, "");

    List<Map<String, Object>> calls = list(conversation, "toolCalls");
    assertEquals(List.of("check_availability", "create_reservation"), names(calls));
    assertEquals(Map.of("party_size", 2), calls.get(0).get("arguments"));
    assertEquals(Map.of("status", "free"), calls.get(0).get("result"));
    assertEquals(0, calls.get(0).get("position"));
    assertEquals("built-in", calls.get(0).get("model"));
    assertEquals(null, calls.get(1).get("result"));
  }

  @Test
  void ledgerTellsWhatBecameOfAnEvent() {
    assertEquals(
        List.of("sent", "delivered"),
        each(answer("/api/events", "provider=twilio&id=SM301"), "events", "event"));

    Map<String, Object> lost =
        list(answer("/api/events", "provider=twilio&id=SM102"), "events").getFirst();
    assertEquals("no_venue", lost.get("outcome"));
    assertEquals(null, lost.get("venue"));
    assertEquals("corr-4", lost.get("correlation"));

    assertEquals(Map.of("events", List.of()), answer("/api/events", "provider=twilio&id=unknown"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/reservations | date=2026-11-21 | 400 | parameter venue",
        "/api/reservations | venue=&date=2026-11-21 | 400 | parameter venue",
        "/api/reservations | venue=nowhere&date=2026-11-21 | 404 | GET /api/venues",
        "/api/reservations | venue=restaurante | 400 | parameter date",
        "/api/reservations | venue=restaurante&date=tomorrow | 400 | 2026-11-21",
        "/api/reservations | venue=restaurante&date=2026-02-30 | 400 | 2026-11-21",
        "/api/reservations | venue=restaurante&date=2026-11-21T00:00 | 400 | 2026-11-21",
        "/api/reservations | venue=restaurante&date=%2B999999999-12-31 | 400 | 2026-11-21",
        "/api/reservations | venue=restaurante&date=-2026-11-21 | 400 | 2026-11-21",
        "/api/reservations | venue=%00&date=2026-11-21 | 400 | control characters",
        "/api/conversations | limit=5 | 400 | parameter venue",
        "/api/conversations | venue=nowhere | 404 | GET /api/venues",
        "/api/conversations | venue=restaurante&limit=0 | 400 | 1 to 200",
        "/api/conversations | venue=restaurante&limit=201 | 400 | 1 to 200",
        "/api/conversations | venue=restaurante&limit=-1 | 400 | 1 to 200",
        "/api/conversations | venue=restaurante&limit=99999999999 | 400 | 1 to 200",
        "/api/conversations | venue=restaurante&before=x | 400 | next",
        "/api/conversations | venue=restaurante&before=2026-11-20T11:00:00Z_x | 400 | next",
        "/api/conversations | venue=restaurante&before=%2B1000000000-12-31T23:59:59.999999999Z_00000000-0000-0000-0000-00000000c001 | 400 | next",
        "/api/conversations | venue=restaurante&address=%00 | 400 | control characters",
        "/api/conversations/1 |  | 404 | lists them",
        "/api/conversations/1-1-1-1-1 |  | 404 | lists them",
        "/api/conversations/00000000-0000-0000-0000-00000000c999 |  | 404 | lists them",
        "/api/conversations/00000000-0000-0000-0000-00000000c001' |  | 404 | lists them",
        "/api/events | provider=twilio | 400 | parameter id",
        "/api/events | id=SM101 | 400 | parameter provider",
        "/api/events | provider=a%0Ab&id=SM101 | 400 | control characters",
        "/api/conversations/% |  | 400 | Malformed path",
        "/api/a b |  | 400 | Malformed path",
        "/api/nowhere |  | 404 | Not Found",
        "/api |  | 404 | Not Found"
      })
  void whatCannotBeServedIsAProblemThatSaysWhatToDo(
      String path, String query, int status, String detail) {
    APIGatewayV2HTTPResponse response = house.get(path, query == null ? "" : query);

    Map<String, Object> problem = assertProblem(status, response, path + "?" + query);
    assertTrue(problem.get("detail").toString().contains(detail), response.getBody());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void otherMethodsAreNotAllowed(String method) {
    assertProblem(
        405,
        house.call(method, "/api/venues", "", Map.of("authorization", "Bearer " + House.KEY)),
        method);
  }

  @Test
  void hostileInputNeverFails() {
    List<String> texts = new ArrayList<>();
    texts.addAll(
        List.of("'", "%27%3B--", "%", "%zz", "%ff%fe", "%ED%A0%80", "%F0%9F%98%80", "%u0000"));
    texts.addAll(
        List.of("a".repeat(5000), "../..", "${x}", "%0d%0aX:1", "[]", "{}", "null", "&&==", "💥"));
    for (String text : texts) {
      for (String path : List.of("/api/reservations", "/api/conversations", "/api/events")) {
        below500(path, "venue=" + text + "&date=" + text + "&provider=" + text + "&id=" + text);
        below500(path, "venue=restaurante&date=2026-11-21&address=" + text + "&limit=" + text);
        below500(path, "venue=restaurante&before=" + text);
        below500(path, text);
      }
      below500("/api/conversations/" + text, "");
      below500("/api/" + text, "");
    }
  }

  private static void below500(String path, String query) {
    APIGatewayV2HTTPResponse response = house.get(path, query);
    assertTrue(
        response.getStatusCode() < 500,
        path + "?" + query + " gave " + response.getStatusCode() + " " + response.getBody());
  }

  private static Map<String, Object> answer(String path, String query) {
    APIGatewayV2HTTPResponse response = house.get(path, query);
    assertEquals(200, response.getStatusCode(), response.getBody());
    assertEquals("application/json", response.getHeaders().get("Content-Type"));
    return house.json(response);
  }

  private static Map<String, Object> assertProblem(
      int status, APIGatewayV2HTTPResponse response, String what) {
    assertEquals(status, response.getStatusCode(), what + ": " + response.getBody());
    assertEquals("application/problem+json", response.getHeaders().get("Content-Type"), what);
    Map<String, Object> problem = house.json(response);
    assertEquals(status, problem.get("status"), what);
    return problem;
  }

  private static String conversation(int number) {
    return "00000000-0000-0000-0000-00000000c00" + number;
  }

  private static List<Object> failing(Map<String, Object> ready) {
    return list(ready, "checks").stream()
        .filter(check -> check.get("ok").equals(false))
        .map(check -> check.get("name"))
        .toList();
  }

  private static List<Object> names(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> row.get("name")).toList();
  }

  private static List<Object> each(Map<String, Object> json, String name, String field) {
    List<Object> values = new ArrayList<>();
    list(json, name).forEach(row -> values.add(row.get(field)));
    return values;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
    return (List<Map<String, Object>>) json.get(name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> json, String name) {
    return (Map<String, Object>) json.get(name);
  }
}
