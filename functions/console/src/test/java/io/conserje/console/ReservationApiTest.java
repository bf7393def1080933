package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** It is Friday noon; the house has two tables, T1 for two and T2 for four. */
class ReservationApiTest {

  private final House house = new House().seeded();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void staffBookAndTheBookingIsConfirmedAtOnce() {
    APIGatewayV2HTTPResponse made = book("2026-11-21", "21:00", 4, "a");

    assertEquals(201, made.getStatusCode(), made.getBody());
    Map<String, Object> booking = json(made);
    assertEquals("confirmed", booking.get("status"));
    assertEquals("staff", booking.get("channel"));
    assertEquals(List.of("T2"), booking.get("tables"));
    assertEquals("21:00", booking.get("time"));
    assertEquals(Map.of("name", "Ana", "phone", "+34600000555"), booking.get("guest"));
    assertEquals("alergia al marisco", booking.get("allergies"));
  }

  @Test
  void theSameKeyBooksOnce() {
    Map<String, Object> first = json(book("2026-11-21", "21:00", 4, "a"));
    Map<String, Object> again = json(book("2026-11-21", "21:00", 4, "a"));

    assertEquals(first, again);
    assertEquals(409, book("2026-11-21", "21:00", 4, "b").getStatusCode());
  }

  @Test
  void whoFindsItFullIsToldWhatIsFreeInstead() {
    book("2026-11-21", "21:00", 4, "a");

    APIGatewayV2HTTPResponse full = book("2026-11-21", "21:00", 4, "b");

    assertEquals("application/problem+json", full.getHeaders().get("Content-Type"));
    assertEquals("full", json(full).get("reason"));
    assertEquals("A esa hora no nos queda mesa.", json(full).get("detail"));
    assertTrue(full.getBody().contains("\"time\":\"23:00\""), full.getBody());
  }

  @Test
  void aBookingIsFollowedFromItsFirstMoveToItsLast() {
    String reference = json(book("2026-11-20", "21:00", 2, "a")).get("reference").toString();

    assertEquals(
        409, post("/api/reservations/" + reference + "/no-show", Map.of()).getStatusCode());
    Map<String, Object> seated = json(post("/api/reservations/" + reference + "/seat", Map.of()));
    assertEquals("too_early", seated.get("reason"));
    assertEquals(
        "cancelled",
        json(post("/api/reservations/" + reference + "/cancel", Map.of())).get("status"));
    assertEquals(
        "too_late",
        json(post("/api/reservations/" + reference + "/confirm", Map.of())).get("reason"));

    String story = house.get("/api/reservations/" + reference, "venue=restaurante").getBody();
    assertTrue(story.contains("\"who\":\"staff\",\"why\":\"booked\""), story);
    assertTrue(story.contains("\"why\":\"called off late\""), story);
  }

  @Test
  void aChangeThatCannotBeLeavesTheBookingAsItWas() {
    book("2026-11-21", "22:00", 4, "other");
    String reference = json(book("2026-11-21", "20:00", 4, "a")).get("reference").toString();

    APIGatewayV2HTTPResponse no =
        post("/api/reservations/" + reference + "/change", Map.of("time", "21:00"));
    Map<String, Object> yes =
        json(post("/api/reservations/" + reference + "/change", Map.of("partySize", 3)));

    assertEquals(409, no.getStatusCode());
    assertEquals("20:00", yes.get("time"));
    assertEquals(3, yes.get("partySize"));
  }

  @Test
  void aPersonMayAnswerForABookingTheHouseWouldNotTakeByItself() {
    Map<String, Object> wish = wish("2027-02-20", "21:00", 4);
    assertEquals("too_far_ahead", json(post("/api/reservations", wish)).get("reason"));

    wish.put("byHand", true);
    assertEquals(201, post("/api/reservations", wish).getStatusCode());
  }

  @Test
  void aHoldIsConfirmedLater() {
    Map<String, Object> wish = wish("2026-11-21", "21:00", 4);
    wish.put("hold", true);
    Map<String, Object> held = json(post("/api/reservations", wish));

    assertEquals("held", held.get("status"));
    assertEquals("2026-11-20T11:10:00Z", held.get("expiresAt"));
    assertEquals(
        "confirmed",
        json(post("/api/reservations/" + held.get("reference") + "/confirm", Map.of()))
            .get("status"));
  }

  @Test
  void nonsenseIsRefusedWithWhatToDo() {
    assertEquals(422, book("2026-11-21", "21:00", 0, "a").getStatusCode());
    assertEquals("party_too_large", json(book("2026-11-21", "21:00", 500, "a")).get("reason"));
    assertEquals("past", json(book("2026-11-19", "21:00", 2, "a")).get("reason"));
    assertEquals(400, book("2026-13-21", "21:00", 2, "a").getStatusCode());
    assertEquals(400, book("2026-11-21", "25:00", 2, "a").getStatusCode());
    assertEquals(400, post("/api/reservations", Map.of("date", "2026-11-21")).getStatusCode());
    assertEquals(400, send("POST", "/api/reservations", "", "{\"venue\":").getStatusCode());
    Map<String, Object> nameless = wish("2026-11-21", "21:00", 2);
    nameless.put("guest", Map.of("name", "x".repeat(10_000)));
    assertEquals("name_missing", json(post("/api/reservations", nameless)).get("reason"));
    Map<String, Object> unreachable = wish("2026-11-21", "21:00", 2);
    unreachable.put("guest", Map.of("name", "Ana", "phone", "dime"));
    assertEquals("phone_invalid", json(post("/api/reservations", unreachable)).get("reason"));
    assertEquals(404, post("/api/reservations/ZZ9999/cancel", Map.of()).getStatusCode());
    assertEquals(404, post("/api/reservations/a%00b/cancel", Map.of()).getStatusCode());
    assertEquals(404, house.get("/api/reservations/%00", "venue=restaurante").getStatusCode());
  }

  @Test
  void aMonthOfFreeTimesIsOneQuestion() {
    book("2026-11-21", "21:00", 4, "a");

    String free =
        house
            .get("/api/availability", "venue=restaurante&from=2026-11-20&to=2026-11-21&partySize=4")
            .getBody();

    assertTrue(free.contains("\"date\":\"2026-11-20\",\"times\":[\"2026-11-20T20:00\""), free);
    assertTrue(free.contains("\"date\":\"2026-11-21\",\"times\":[\"2026-11-21T23:00\""), free);
    assertEquals(
        400,
        house
            .get("/api/availability", "venue=restaurante&from=2026-11-20&to=2027-11-21&partySize=4")
            .getStatusCode());
  }

  @Test
  void availabilitySaysWhyItHasNoTimeOnAnyDay() {
    assertEquals(400, availability("&partySize=0").getStatusCode());
    assertEquals(400, availability("&partySize=-1").getStatusCode());
    assertEquals(400, availability("&partySize=500").getStatusCode());
    assertEquals(400, availability("&partySize=2&zone=roof").getStatusCode());
    assertEquals(400, availability("&partySize=2&highChairs=-1").getStatusCode());

    APIGatewayV2HTTPResponse group = availability("&partySize=9");
    assertEquals(200, group.getStatusCode());
    assertEquals("party_too_large", json(group).get("reason"));
    assertEquals(true, json(group).get("byPerson"));
    assertTrue(json(group).get("detail").toString().startsWith("Los grupos de más de 8"));
    assertTrue(group.getBody().contains("\"date\":\"2026-11-20\",\"times\":[]"), group.getBody());

    assertEquals(false, json(availability("&partySize=2")).get("byPerson"));
  }

  private APIGatewayV2HTTPResponse availability(String party) {
    return house.get(
        "/api/availability", "venue=restaurante&from=2026-11-20&to=2026-11-20" + party);
  }

  @Test
  void aBlockedTableIsNotGivenUntilItIsFreeAgain() {
    Map<String, Object> wish =
        Map.of("table", "T2", "from", "2026-11-21T20:00", "to", "2026-11-21T23:59", "why", "coja");
    Map<String, Object> block = json(post("/api/blocks", wish));

    assertEquals("full", json(book("2026-11-21", "21:00", 4, "a")).get("reason"));
    assertEquals(409, post("/api/blocks", wish).getStatusCode());
    assertEquals(
        204,
        send("DELETE", "/api/blocks/" + block.get("id"), "venue=restaurante", "").getStatusCode());
    assertEquals(201, book("2026-11-21", "21:00", 4, "b").getStatusCode());
  }

  private APIGatewayV2HTTPResponse book(String date, String time, int party, String key) {
    Map<String, Object> wish = wish(date, time, party);
    wish.put("allergies", "alergia al marisco");
    return send("POST", "/api/reservations", "", body(wish), Map.of("idempotency-key", key));
  }

  private static Map<String, Object> wish(String date, String time, int party) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("date", date);
    wish.put("time", time);
    wish.put("partySize", party);
    wish.put("guest", Map.of("name", "Ana", "phone", "+34600000555"));
    return wish;
  }

  private APIGatewayV2HTTPResponse post(String path, Map<String, Object> body) {
    return send("POST", path, "", body(body));
  }

  private String body(Map<String, Object> body) {
    Map<String, Object> whole = new HashMap<>(body);
    whole.putIfAbsent("venue", "restaurante");
    try {
      return mapper().writeValueAsString(whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private APIGatewayV2HTTPResponse send(String method, String path, String query, String body) {
    return send(method, path, query, body, Map.of());
  }

  private APIGatewayV2HTTPResponse send(
      String method, String path, String query, String body, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("authorization", "Bearer " + House.KEY);
    headers.put("content-type", "application/json");
    APIGatewayV2HTTPEvent event = House.event(method, path, query, headers);
    event.setBody(body);
    return house.console.handleRequest(event, new MockLambdaContext());
  }

  private Map<String, Object> json(APIGatewayV2HTTPResponse response) {
    return house.json(response);
  }

  private JsonMapper mapper() {
    return house.console.getApplicationContext().getBean(JsonMapper.class);
  }
}
