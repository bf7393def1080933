package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.SharedPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleOutageTest {

  private House house;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void databaseDownIs503AndReadySaysSo() {
    EmbeddedPostgresServer mortal = EmbeddedPostgresServer.start(false).create("houses");
    SharedPostgres.migrate(mortal, "houses");
    house = new House(mortal, "houses").seeded();
    assertEquals(200, house.get("/api/venues", "").getStatusCode());
    mortal.close();

    assertUnavailable(house.get("/api/venues", ""));
    assertUnavailable(house.get("/api/events", "provider=twilio&id=SM101"));
    assertNotReady("postgres");
    assertEquals(200, house.call("GET", "/health", "", Map.of()).getStatusCode());
  }

  @Test
  void redisDownIsSaidByReady() {
    house = new House();
    house.redis.close();

    assertNotReady("redis");
  }

  @Test
  void databaseNeverMigratedIsNotReady() {
    house = new House(SharedPostgres.server(), SharedPostgres.bare());
    assertNotReady("postgres");

    SharedPostgres.migrate(house.postgres, house.database);
    assertEquals(200, house.call("GET", "/ready", "", Map.of()).getStatusCode());
  }

  @Test
  void databaseOfAnOlderVersionIsNotReady() {
    house = new House(SharedPostgres.server(), SharedPostgres.migrated());
    house.run("UPDATE flyway_schema_history SET success = false");

    assertNotReady("postgres");
  }

  @Test
  void databaseThatNobodyNamedIsMissing() {
    house = new House();
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
