package io.conserje.console;

import static io.conserje.console.Rows.each;
import static io.conserje.console.Rows.list;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Variable;
import java.util.ArrayList;
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
    house = new House().seeded();
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
        List.of(
            "postgres",
            "redis",
            "TWILIO_ACCOUNT_SID",
            "TWILIO_AUTH_TOKEN",
            "ADMIN_API_KEY",
            "SESSION_SECRET_KEY",
            "voice_notes"),
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
  void whatVapiNeedsIsNamedWhereVapiIsUsed() {
    house.environment.put(Variable.VAPI_SERVER_SECRET, "test-vapi-secret");
    try {
      APIGatewayV2HTTPResponse response = house.call("GET", "/ready", "", Map.of());

      assertEquals(503, response.getStatusCode());
      assertEquals(List.of("VAPI_API_KEY"), failing(house.json(response)));
    } finally {
      house.environment.remove(Variable.VAPI_SERVER_SECRET);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SMTP_HOST, EMAILS_FROM",
    "EMAILS_FROM, SMTP_HOST",
    "STAFF_WEBHOOK_SECRET, STAFF_WEBHOOK_ORIGINS",
    "STAFF_WEBHOOK_ORIGINS, STAFF_WEBHOOK_SECRET"
  })
  void whatMailAndWebhooksNeedIsNamedWhereEitherIsUsed(String set, String missing) {
    house.environment.put(set, "https://staff.example.com");
    try {
      APIGatewayV2HTTPResponse response = house.call("GET", "/ready", "", Map.of());

      assertEquals(503, response.getStatusCode());
      assertEquals(List.of(missing), failing(house.json(response)));
      assertTrue(each(house.json(response), "checks", "name").contains(set));

      house.environment.put(missing, "https://staff.example.com");
      assertEquals(List.of(), failing(house.json(house.call("GET", "/ready", "", Map.of()))));
    } finally {
      house.environment.keySet().removeAll(List.of(set, missing));
    }
  }

  @Test
  void whoWritesDownOrSpeaksIsNamedWhenLeftAloneAndTheHouseIsReady() {
    house.run(
        """
        INSERT INTO provider_circuits VALUES ('transcription-groq', 7, '2026-11-20T11:01:00Z', 20000, NULL, 'slow',
          '2026-11-20T10:59:00Z')
        """);
    try {
      APIGatewayV2HTTPResponse response = house.call("GET", "/ready", "", Map.of());

      assertEquals(200, response.getStatusCode(), response.getBody());
      assertTrue(
          response.getBody().contains("Left alone since 2026-11-20T10:59:00Z (slow)"),
          response.getBody());
    } finally {
      house.run("DELETE FROM provider_circuits");
    }
  }

  @Test
  void whereVapiSignsTheCredentialIsNeededToo() {
    Map<String, String> vapi =
        Map.of(
            Variable.VAPI_SERVER_SECRET, "test-vapi-secret",
            Variable.VAPI_API_KEY, "test-vapi-key",
            Variable.VAPI_SERVER_AUTH, "hmac");
    house.environment.putAll(vapi);
    try {
      assertEquals(
          List.of("VAPI_CREDENTIAL_ID"),
          failing(house.json(house.call("GET", "/ready", "", Map.of()))));
    } finally {
      house.environment.keySet().removeAll(vapi.keySet());
    }
  }

  @Test
  void aWayVapiCannotAuthenticateByIsNamed() {
    Map<String, String> vapi =
        Map.of(
            Variable.VAPI_SERVER_SECRET, "test-vapi-secret",
            Variable.VAPI_API_KEY, "test-vapi-key",
            Variable.VAPI_SERVER_AUTH, "password");
    house.environment.putAll(vapi);
    try {
      assertEquals(
          List.of("VAPI_SERVER_AUTH"),
          failing(house.json(house.call("GET", "/ready", "", Map.of()))));
    } finally {
      house.environment.keySet().removeAll(vapi.keySet());
    }
  }

  @Test
  void aProviderThatIsLeftAloneIsNamedUntilItTakesMessagesAgain() {
    house.run(
        """
        INSERT INTO provider_circuits VALUES ('twilio', 7, '2026-11-20T11:01:00Z', 20000, NULL, 'http_503',
          '2026-11-20T10:59:00Z')
        """);
    try {
      Map<String, Object> ready = house.json(house.call("GET", "/ready", "", Map.of()));
      assertEquals(List.of("twilio"), failing(ready));

      house.run("UPDATE provider_circuits SET open_until = NULL, failures = 0");
      assertEquals(List.of(), failing(house.json(house.call("GET", "/ready", "", Map.of()))));
    } finally {
      house.run("DELETE FROM provider_circuits");
    }
  }

  @Test
  void sampleValuesAreNoSecretsInProduction() {
    house.environment.put(Variable.ENVIRONMENT, "prod");
    try {
      APIGatewayV2HTTPResponse response = house.call("GET", "/ready", "", Map.of());

      assertEquals(
          List.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "SESSION_SECRET_KEY"),
          failing(house.json(response)));
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
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
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
      below500("/api/venues/" + text, "");
      below500("/api/" + text, "");
    }
  }

  private static void below500(String path, String query) {
    APIGatewayV2HTTPResponse response = house.get(path, query);
    assertTrue(
        response.getStatusCode() < 500,
        path + "?" + query + " gave " + response.getStatusCode() + " " + response.getBody());
  }

  private static Map<String, Object> assertProblem(
      int status, APIGatewayV2HTTPResponse response, String what) {
    assertEquals(status, response.getStatusCode(), what + ": " + response.getBody());
    assertEquals("application/problem+json", response.getHeaders().get("Content-Type"), what);
    Map<String, Object> problem = house.json(response);
    assertEquals(status, problem.get("status"), what);
    return problem;
  }

  private static List<Object> failing(Map<String, Object> ready) {
    return list(ready, "checks").stream()
        .filter(check -> check.get("ok").equals(false))
        .map(check -> check.get("name"))
        .toList();
  }
}
