package io.conserje.console;

import static io.conserje.console.Rows.each;
import static io.conserje.console.Rows.list;
import static io.conserje.console.Rows.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The book of rooms over the API; it is 20 November 2026, noon in Madrid. */
class StayApiTest {

  private static final String HOTEL =
      """
      {"venue": "posada", "name": "Posada", "kind": "hotel", "time_zone": "Europe/Madrid",
       "language": "es", "phone": "+34600000998", "address": "Plaza 2",
       "hotel": {"currency": "EUR", "check_in": "15:00", "check_out": "12:00",
         "late_check_out": {"until": "14:00", "per_cent": 50},
         "early_check_in": {"from": "11:00", "per_cent": 50},
         "deposit": {"per_cent": 30},
         "types": [
           {"name": "doble", "rooms": ["1", "2"], "adults": 2, "children": 1},
           {"name": "suite", "rooms": ["3"], "adults": 4}],
         "seasons": [{"name": "baja", "rates": [
           {"type": "doble", "night": 10000, "weekdays": {"saturday": 12000}, "child": 1500},
           {"type": "suite", "night": 25000}]}]}}
      """;

  private static House house;

  @BeforeAll
  static void start() {
    house = new House();
    house.run("INSERT INTO venues (id, house) VALUES ('posada', '" + HOTEL + "')");
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.run("TRUNCATE stays, room_claims, type_nights, stay_moves, guests CASCADE");
  }

  @Test
  void aStayIsMadeAndListed() {
    Map<String, Object> made =
        made(
            """
            {"venue": "posada", "arrival": "2026-11-27", "departure": "2026-11-29", "roomType": "doble",
             "adults": 2, "children": 1, "guest": {"name": "Lucía", "phone": "+34 600 000 101"},
             "notes": "cuna si hay"}
            """);

    assertEquals("confirmed", made.get("status"));
    assertEquals(Map.of("amount", 25_000, "currency", "EUR"), made.get("total"));
    assertEquals(Map.of("amount", 7_500, "currency", "EUR"), made.get("deposit"));
    assertEquals(Map.of("name", "Lucía", "phone", "+34600000101"), made.get("guest"));
    assertEquals(List.of(11_500, 13_500), each(made, "nights", "amount"));
    assertEquals("2026-11-26T14:00:00Z", map(made, "cancellation").get("freeUntil"));

    Map<String, Object> listed =
        answer(house.get("/api/stays", "venue=posada&from=2026-11-29&to=2026-11-30"), 200);
    assertEquals(List.of(made), listed.get("stays"));
    assertEquals(
        List.of(),
        answer(house.get("/api/stays", "venue=posada&from=2026-11-30&to=2026-11-30"), 200)
            .get("stays"));
  }

  @Test
  void theSameKeyMakesOneStay() {
    String wish = wish("doble", "2026-12-01", "2026-12-02");

    Map<String, Object> first = answer(post("/api/stays", wish, "k1"), 201);
    Map<String, Object> again = answer(post("/api/stays", wish, "k1"), 201);

    assertEquals(first, again);
    assertFalse(first.equals(answer(post("/api/stays", wish, "k2"), 201)));
  }

  @Test
  void whatIsFullIsAConflictWithWhatIsFreeInstead() {
    made(wish("suite", "2026-12-01", "2026-12-03"));

    Map<String, Object> no =
        answer(post("/api/stays", wish("suite", "2026-12-02", "2026-12-03"), null), 409);

    assertEquals("full", no.get("reason"));
    assertEquals("Para esas noches no nos queda ninguna.", no.get("detail"));
    assertEquals(List.of("doble", "suite", "suite", "suite"), each(no, "alternatives", "roomType"));
    assertEquals("2026-12-03", list(no, "alternatives").get(1).get("arrival"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "adults": 0                                        | 422 | no_adults
          "adults": -1                                       | 422 | no_adults
          "adults": 500                                      | 422 | too_many_guests
          "adults": 3                                        | 409 | room_too_small
          "arrival": "2026-11-19"                            | 422 | past
          "arrival": "2028-11-19", "departure": "2028-11-20" | 409 | too_far_ahead
          "departure": "2026-12-01"                          | 422 | departure_before_arrival
          "departure": "2027-02-01"                          | 409 | too_many_nights
          "roomType": "choza"                                | 422 | unknown_type
          "guest": {"name": " "}                             | 422 | name_missing
          "guest": {"name": "\\u200b"}                        | 422 | name_missing
          "guest": {"name": "L", "phone": "no tengo"}        | 422 | phone_invalid
          "arrival": "2026-13-01"                            | 400 |
          "arrival": "mañana"                                | 400 |
          "arrival": null                                    | 400 |
          "adults": null                                     | 400 |
          "adults": "dos"                                    | 400 |
          "venue": "nadie"                                   | 404 |
          """)
  void nonsenseIsRefusedWithAReason(String wrong, int status, String reason) {
    Map<String, Object> no = answer(post("/api/stays", with(wrong), null), status);

    assertEquals(reason, no.get("reason"));
    assertEquals(0, count("stays"));
  }

  @Test
  void aNameOfTenThousandCharactersIsRefused() {
    String long_ = with("\"guest\": {\"name\": \"" + "x".repeat(10_000) + "\"}");

    assertEquals("name_too_long", answer(post("/api/stays", long_, null), 422).get("reason"));
  }

  @Test
  void aStayGoesThroughItsWholeLife() {
    Object reference = made(wish("doble", "2026-11-27", "2026-11-29")).get("reference");

    Map<String, Object> changed =
        verb(reference, "change", ", \"departure\": \"2026-11-30\", \"roomType\": \"suite\"", 200);
    assertEquals("suite", changed.get("roomType"));
    assertEquals(Map.of("amount", 75_000, "currency", "EUR"), changed.get("total"));
    Map<String, Object> late = verb(reference, "late-check-out", ", \"time\": \"13:30\"", 200);
    assertEquals("13:30", late.get("lateCheckOut"));
    assertEquals(Map.of("amount", 87_500, "currency", "EUR"), late.get("total"));
    assertEquals(
        "outside_hours",
        verb(reference, "late-check-out", ", \"time\": \"18:00\"", 422).get("reason"));
    assertEquals("not_possible", verb(reference, "check-in", "", 409).get("reason"));
    assertEquals("not_possible", verb(reference, "no-show", "", 409).get("reason"));
    Map<String, Object> cancelled = verb(reference, "cancel", "", 200);
    assertEquals("cancelled", cancelled.get("status"));
    assertEquals(Map.of("amount", 0, "currency", "EUR"), cancelled.get("owed"));
    assertEquals(null, cancelled.get("room"));
    assertEquals("not_possible", verb(reference, "cancel", "", 409).get("reason"));
    assertEquals(
        List.of("book", "change", "late_check_out", "cancel"),
        each(answer(house.get("/api/stays/" + reference, "venue=posada"), 200), "moves", "verb"));
  }

  @Test
  void aHeldRoomIsConfirmedOrGivenMoreTimeTwice() {
    Map<String, Object> held = made(with("\"hold\": true"));
    assertEquals("2026-11-20T11:20:00Z", held.get("heldUntil"));
    Object reference = held.get("reference");

    verb(reference, "extend", "", 200);
    assertEquals("2026-11-20T11:40:00Z", verb(reference, "extend", "", 200).get("heldUntil"));
    assertEquals("held_long_enough", verb(reference, "extend", "", 409).get("reason"));
    assertEquals("confirmed", verb(reference, "confirm", "", 200).get("status"));
  }

  @Test
  void aStayNobodyKnowsIsNotFound() {
    assertEquals("not_found", verb("ZZZ999", "cancel", "", 404).get("reason"));
    assertEquals("not_found", verb("%00", "cancel", "", 404).get("reason"));
    answer(house.get("/api/stays/ZZZ999", "venue=posada"), 404);
    answer(house.get("/api/stays/%00", "venue=posada"), 404);
    answer(house.get("/api/stays", "venue=posada&from=2026-13-01&to=2026-12-01"), 400);
    answer(house.get("/api/stays", "venue=posada&from=2026-12-02&to=2026-12-01"), 400);
    answer(house.get("/api/stays", "venue=posada&from=2026-12-01&to=2027-02-01"), 200);
    answer(house.get("/api/stays", "venue=posada&from=2026-12-01&to=2027-02-02"), 400);
  }

  @Test
  void freeRoomsAreShownNightByNightAndWithTheirPrice() {
    made(wish("doble", "2026-11-28", "2026-11-29"));

    Map<String, Object> nights =
        answer(house.get("/api/rooms", "venue=posada&from=2026-11-27&to=2026-11-29"), 200);
    assertEquals(List.of(2, 1, 1, 1), each(nights, "nights", "free"));
    assertEquals(List.of(10_000, 25_000, 12_000, 25_000), each(nights, "nights", "price"));

    Map<String, Object> quote =
        answer(
            house.get(
                "/api/rooms/quote",
                "venue=posada&arrival=2026-11-28&departure=2026-11-29&adults=2"),
            200);
    assertEquals(List.of("doble", "suite"), each(quote, "offers", "roomType"));
    assertTrue(list(quote, "offers").getFirst().containsKey("taxes"));
  }

  private static String wish(String type, String arrival, String departure) {
    return """
    {"venue": "posada", "arrival": "%s", "departure": "%s", "roomType": "%s", "adults": 2,
     "guest": {"name": "Lucía", "phone": "+34600000101"}}
    """
        .formatted(arrival, departure, type);
  }

  /** A good wish but for this; of a key that stands twice the last counts. */
  private static String with(String other) {
    Map<String, String> wish = new java.util.LinkedHashMap<>();
    wish.put("venue", "\"posada\"");
    wish.put("arrival", "\"2026-12-01\"");
    wish.put("departure", "\"2026-12-02\"");
    wish.put("roomType", "\"doble\"");
    wish.put("adults", "2");
    wish.put("guest", "{\"name\": \"Lucía\"}");
    String json = other;
    for (Map.Entry<String, String> field : wish.entrySet()) {
      if (!other.contains("\"" + field.getKey() + "\":")) {
        json += ", \"" + field.getKey() + "\": " + field.getValue();
      }
    }
    return "{" + json + "}";
  }

  private static Map<String, Object> made(String body) {
    return answer(post("/api/stays", body, null), 201);
  }

  private static Map<String, Object> verb(Object reference, String verb, String more, int status) {
    return answer(
        post("/api/stays/" + reference + "/" + verb, "{\"venue\": \"posada\"" + more + "}", null),
        status);
  }

  private static Map<String, Object> answer(APIGatewayV2HTTPResponse response, int status) {
    assertEquals(status, response.getStatusCode(), response.getBody());
    return house.json(response);
  }

  private static long count(String table) {
    try (var connection = house.postgres.connect(house.database);
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static APIGatewayV2HTTPResponse post(String path, String body, String key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("authorization", "Bearer " + House.KEY);
    headers.put("content-type", "application/json");
    if (key != null) {
      headers.put("idempotency-key", key);
    }
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey("ANY /api/{proxy+}")
            .withRawPath(path)
            .withRawQueryString("")
            .withHeaders(headers)
            .withBody(body)
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withRequestId("gateway-1")
                    .withStage("$default")
                    .withHttp(
                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                            .withMethod("POST")
                            .withPath(path)
                            .withProtocol("HTTP/1.1")
                            .withSourceIp("203.0.113.7")
                            .build())
                    .build())
            .build();
    return house.console.handleRequest(event, new MockLambdaContext());
  }
}
