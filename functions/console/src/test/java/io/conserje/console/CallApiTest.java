package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallApiTest {

  private static final String CALL = "00000000-0000-0000-0000-00000000ca11";

  private final House house = new House().seeded();

  @BeforeEach
  void called() {
    house.run(
        """
        INSERT INTO calls (id, venue, provider, provider_call_id, direction, conversation, house_address,
          guest_address, state, began_at, heard_at, ended_at, ended_reason, reported_at, transcript, cost_micros,
          currency, outcome)
        SELECT '%1$s', 'restaurante', 'vapi', 'call-1', 'inbound', id, '+34600000900', '+34600000101', 'ended',
          '2026-11-20T23:30:00Z', '2026-11-20T23:31:00Z', '2026-11-20T23:31:00Z', 'customer-ended-call',
          '2026-11-20T23:31:05Z', 'User: hola', 87300, 'USD', '{"intent": "booking"}'
        FROM conversations WHERE venue = 'restaurante' LIMIT 1;
        INSERT INTO messages (conversation, venue, sender, body, at, state, call)
        SELECT conversation, venue, 'guest', 'hola', '2026-11-20T23:30:10Z', 'done', id FROM calls;
        """
            .formatted(CALL));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theDayIsTheHousesOwn() {
    assertEquals(0, calls("2026-11-20").size());

    Map<String, Object> call = calls("2026-11-21").getFirst();
    assertEquals("customer-ended-call", call.get("endedReason"));
    assertEquals(Map.of("intent", "booking"), call.get("outcome"));
    assertEquals(87300, ((Number) ((Map<?, ?>) call.get("cost")).get("micros")).intValue());
    assertEquals(true, call.get("reported"));
    assertNull(call.get("lines"), "what was said is for whoever asks for the one call");
  }

  @Test
  void oneCallHasWhatWasSaid() {
    Map<String, Object> call = house.json(house.get("/api/calls/" + CALL, ""));

    assertEquals("User: hola", call.get("transcript"));
    assertEquals("hola", ((Map<?, ?>) ((List<?>) call.get("lines")).getFirst()).get("text"));
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertEquals(404, house.get("/api/calls/" + CALL.replace('c', 'd'), "").getStatusCode());
    assertEquals(404, house.get("/api/calls/none", "").getStatusCode());
    assertEquals(400, house.get("/api/calls", "venue=restaurante").getStatusCode());
    assertEquals(404, house.get("/api/calls", "venue=nowhere&date=2026-11-21").getStatusCode());
  }

  @Test
  void theHouseCallsAGuestOnceForEachKey() {
    house.run(
        "INSERT INTO channel_addresses VALUES ('voice', '+34600000900', 'restaurante') ON CONFLICT DO NOTHING");
    String wish = "{\"venue\":\"restaurante\",\"to\":\"+34 600 000 107\",\"purpose\":\"su mesa\"}";

    Map<String, Object> call = house.json(post(wish, "one", 201));
    assertEquals("queued", call.get("state"));
    assertEquals("outbound", call.get("direction"));
    assertEquals("+34600000107", call.get("from"));
    assertEquals("su mesa", call.get("purpose"));
    assertEquals(call.get("id"), house.json(post(wish, "one", 201)).get("id"));
    assertNotEquals(call.get("id"), house.json(post(wish, "two", 201)).get("id"));
    post(wish, "three", 201);
    assertEquals("too_many_to_guest", house.json(post(wish, "four", 429)).get("reason"));
  }

  @Test
  void whyTheHouseDoesNotCallIsSaid() {
    assertEquals(
        "not_a_telephone",
        house
            .json(post("{\"venue\":\"restaurante\",\"to\":\"600\",\"purpose\":\"x\"}", "a", 422))
            .get("reason"));
    post("{\"venue\":\"nowhere\",\"to\":\"+34600000107\",\"purpose\":\"x\"}", "b", 404);
    post("{\"venue\":\"restaurante\",\"to\":\"+34600000107\"}", "c", 400);
    post("{\"venue\":\"restaurante\",\"request\":\"" + CALL + "\"}", "d", 404);
  }

  private APIGatewayV2HTTPResponse post(String body, String key, int status) {
    Map<String, String> headers =
        Map.of(
            "authorization",
            "Bearer " + House.KEY,
            "content-type",
            "application/json",
            "idempotency-key",
            key);
    APIGatewayV2HTTPEvent event = House.event("POST", "/api/calls", "", headers);
    event.setBody(body);
    APIGatewayV2HTTPResponse answer = house.console.handleRequest(event, new MockLambdaContext());
    assertEquals(status, answer.getStatusCode(), answer.getBody());
    return answer;
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> calls(String date) {
    return (List<Map<String, Object>>)
        house.json(house.get("/api/calls", "venue=restaurante&date=" + date)).get("calls");
  }
}
