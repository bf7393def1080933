package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleOutageTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void databaseDownIs503AndReadySaysSo() {
    house.migrated().seeded();
    assertEquals(200, house.get("/api/venues", "").getStatusCode());
    house.postgres.close();

    assertUnavailable(house.get("/api/venues", ""));
    assertUnavailable(house.get("/api/events", "provider=twilio&id=SM101"));
    assertNotReady("postgres");
    assertEquals(200, house.call("GET", "/health", "", Map.of()).getStatusCode());
  }

  @Test
  void redisDownIsSaidByReady() {
    house.migrated();
    house.redis.close();

    assertNotReady("redis");
  }

  @Test
  void databaseNeverMigratedIsNotReady() {
    assertNotReady("postgres");

    house.migrated();
    assertEquals(200, house.call("GET", "/ready", "", Map.of()).getStatusCode());
  }

  @Test
  void databaseOfAnOlderVersionIsNotReady() {
    house.migrated();
    house.run("UPDATE flyway_schema_history SET success = false");

    assertNotReady("postgres");
  }

  @Test
  void databaseThatNobodyNamedIsMissing() {
    house.environment.remove(Variable.POSTGRES_SERVER);

    assertUnavailable(house.get("/api/venues", ""));
    assertNotReady("postgres");
  }

  private void assertUnavailable(APIGatewayV2HTTPResponse response) {
    assertEquals(503, response.getStatusCode(), response.getBody());
    assertEquals("application/problem+json", response.getHeaders().get("Content-Type"));
  }

  private void assertNotReady(String name) {
    APIGatewayV2HTTPResponse response = house.call("GET", "/ready", "", Map.of());
    assertEquals(503, response.getStatusCode(), response.getBody());
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> checks =
        (List<Map<String, Object>>) house.json(response).get("checks");
    assertEquals(
        List.of(name),
        checks.stream().filter(c -> c.get("ok").equals(false)).map(c -> c.get("name")).toList());
  }
}
