package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** It is Friday noon; the house has two tables, T1 for two and T2 for four. */
class WaitlistApiTest {

  private final House house = new House().seeded();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoWaitsIsListedInOrderAndOfferedWhatIsGivenBack() {
    String booked =
        json(post("/api/reservations", waiter(4, "+34600000555"))).get("reference") + "";
    APIGatewayV2HTTPResponse made = post("/api/waitlist", waiter(4, "+34600000556"));
    post("/api/waitlist", waiter(3, "+34600000557"));

    assertEquals(201, made.getStatusCode(), made.getBody());
    assertEquals("waiting", json(made).get("status"));
    assertEquals(List.of(1, 2), each("position"));
    assertEquals("staff", json(made).get("channel"));

    post("/api/reservations/" + booked + "/cancel", "{\"venue\":\"restaurante\"}");

    assertEquals(List.of("offered", "waiting"), each("status"));
    assertEquals("2026-11-20T11:15:00Z", each("offeredUntil").getFirst());
    assertNotNull(each("reference").getFirst());
    assertNull(each("reference").getLast());
  }

  @Test
  void whoIsTakenOffGivesTheOfferToTheNext() {
    String first = json(post("/api/waitlist", waiter(4, "+34600000556"))).get("id").toString();
    post("/api/waitlist", waiter(4, "+34600000557"));

    String path = "/api/waitlist/" + first + "/leave";
    assertEquals("left", json(post(path, "{\"venue\":\"restaurante\"}")).get("status"));
    assertEquals("left", json(post(path, "{\"venue\":\"restaurante\"}")).get("status"));
    assertNull(each("position").getFirst());
    assertEquals(1, each("position").getLast());
  }

  @Test
  void nonsenseIsRefusedWithWhatToDo() {
    APIGatewayV2HTTPResponse unreachable = post("/api/waitlist", waiter(4, ""));
    assertEquals(409, unreachable.getStatusCode());
    assertEquals("mobile_needed", json(unreachable).get("reason"));
    assertEquals("application/problem+json", unreachable.getHeaders().get("Content-Type"));
    assertEquals(
        "party_too_large", json(post("/api/waitlist", waiter(50, "+34600000556"))).get("reason"));
    assertEquals(400, post("/api/waitlist", "{\"venue\":\"restaurante\"}").getStatusCode());
    assertEquals(400, post("/api/waitlist", "{\"venue\":").getStatusCode());
    assertEquals(404, post("/api/waitlist", "{\"venue\":\"nowhere\"}").getStatusCode());
    String nobody = "/api/waitlist/" + UUID.randomUUID() + "/leave";
    assertEquals(404, post(nobody, "{\"venue\":\"restaurante\"}").getStatusCode());
    assertEquals(404, post("/api/waitlist/x/leave", "{\"venue\":\"restaurante\"}").getStatusCode());
    assertEquals(400, house.get("/api/waitlist", "venue=restaurante").getStatusCode());
  }

  private static String waiter(int party, String phone) {
    return """
    {"venue": "restaurante", "date": "2026-11-21", "time": "21:00", "partySize": %d,
     "guest": {"name": "Ana", "phone": "%s"}}
    """
        .formatted(party, phone);
  }

  @SuppressWarnings("unchecked")
  private List<Object> each(String field) {
    APIGatewayV2HTTPResponse listed =
        house.get("/api/waitlist", "venue=restaurante&date=2026-11-21");
    List<Map<String, Object>> waitlist = (List<Map<String, Object>>) json(listed).get("waitlist");
    return waitlist.stream().map(entry -> entry.get(field)).toList();
  }

  private APIGatewayV2HTTPResponse post(String path, String body) {
    return house.post(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> json(APIGatewayV2HTTPResponse response) {
    return house.json(response);
  }
}
