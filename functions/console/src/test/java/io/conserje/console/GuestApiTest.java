package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lucía has three bookings at the restaurant, two of them still to come. */
class GuestApiTest {

  private static final String LUCIA = "00000000-0000-0000-0000-000000000001";
  private static final String LUCIA_AT_THE_HOTEL = "00000000-0000-0000-0000-000000000002";
  private static final String ANA = "00000000-0000-0000-0000-000000000003";
  private static final String NOBODY = "00000000-0000-0000-0000-000000000009";

  private final House house = new House().seeded();

  {
    house.run("INSERT INTO guests (id, venue, name) VALUES ('" + ANA + "', 'restaurante', 'Ana')");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aGuestIsFoundByWhateverTheHouseHasInHand() {
    for (String query :
        List.of("phone=600000101", "phone=+34600000101", "whatsapp=34600000101", "name=lucia")) {
      assertEquals(List.of(LUCIA), found("venue=restaurante&" + query), query);
    }
    assertEquals(List.of(), found("venue=restaurante&email=lucia%40example.com"));
    assertEquals(List.of(LUCIA_AT_THE_HOTEL), found("venue=hotel&phone=600000101"));
  }

  private List<Object> found(String query) {
    APIGatewayV2HTTPResponse response = house.get("/api/guests", query);
    assertEquals(200, response.getStatusCode(), response.getBody());
    return Rows.each(house.json(response), "guests", "id");
  }

  @Test
  void aGuestIsShownWithVisitsAndTier() {
    Map<String, Object> guest = house.json(house.get("/api/guests/" + LUCIA, "venue=restaurante"));

    assertEquals("Lucía", guest.get("name"));
    assertEquals(2, guest.get("upcoming"));
    assertEquals(0, guest.get("visits"));
    assertEquals("regular", guest.get("tier"));
    assertEquals(
        List.of(Map.of("kind", "phone", "address", "+34600000101")), guest.get("addresses"));
  }

  @Test
  void notesAndPreferencesAreKeptWithWhoSaidThem() {
    for (int i = 0; i < 2; i++) {
      post(LUCIA + "/notes", "k1", "\"note\": \"Le gusta la ventana.\", \"who\": \"Marta\"");
    }
    post(LUCIA + "/preferences", null, "\"name\": \"zone\", \"value\": \"terrace\"");
    Map<String, Object> guest =
        house.json(post(LUCIA + "/tier", null, "\"tier\": \"vip\", \"who\": \"Marta\""));

    assertEquals("vip", guest.get("tier"));
    assertEquals(true, guest.get("tierSetByStaff"));
    assertEquals(List.of("Le gusta la ventana."), Rows.each(guest, "notes", "note"));
    assertEquals(List.of("Marta"), Rows.each(guest, "notes", "who"));
    assertEquals(List.of("terrace"), Rows.each(guest, "preferences", "value"));
    assertEquals(List.of("api"), Rows.each(guest, "preferences", "who"));
  }

  @Test
  void twoGuestsBecomeOneAndTheLogSaysWho() {
    String into = "\"into\": \"" + ANA + "\", \"who\": \"Marta\"";
    Map<String, Object> merged = house.json(post(LUCIA + "/merge", null, into));

    assertEquals(ANA, merged.get("id"));
    assertEquals(List.of("Lucía"), merged.get("alsoKnownAs"));
    assertEquals(2, merged.get("upcoming"));
    assertEquals(List.of(ANA), found("venue=restaurante&phone=600000101"));
    Map<String, Object> audit =
        house.json(house.get("/api/audit", "venue=restaurante&subject=" + ANA));
    assertEquals(List.of("guests_merged"), Rows.each(audit, "entries", "what"));
    assertEquals(List.of("Marta"), Rows.each(audit, "entries", "who"));
  }

  @Test
  void theLogIsReadPageByPage() {
    for (int i = 0; i < 3; i++) {
      post(LUCIA + "/notes", null, "\"note\": \"" + i + "\", \"who\": \"Marta " + i + "\"");
    }

    Map<String, Object> first = house.json(house.get("/api/audit", "venue=restaurante&limit=2"));
    Map<String, Object> second =
        house.json(
            house.get("/api/audit", "venue=restaurante&limit=2&before=" + first.get("next")));

    assertEquals(List.of("Marta 2", "Marta 1"), Rows.each(first, "entries", "who"));
    assertEquals(List.of("Marta 0"), Rows.each(second, "entries", "who"));
    assertEquals(null, second.get("next"));
    assertEquals(List.of(), house.json(house.get("/api/audit", "venue=hotel")).get("entries"));
  }

  @Test
  void aGuestIsGivenEverythingAndForgottenOnceNothingIsToCome() {
    APIGatewayV2HTTPResponse export =
        house.get("/api/guests/" + LUCIA + "/export", "venue=restaurante");
    assertEquals(200, export.getStatusCode(), export.getBody());
    for (String stored : List.of("sin gluten", "hola hola", "Hecho, Lucía.", "+34600000101")) {
      assertTrue(export.getBody().contains(stored), stored);
    }
    assertFalse(export.getBody().contains("DD4444"), "a booking at another house");

    APIGatewayV2HTTPResponse early = erase();
    assertEquals(409, early.getStatusCode());
    assertTrue(early.getBody().contains("AA1111"), early.getBody());

    house.run("UPDATE reservations SET status = 'cancelled'");
    assertEquals(204, erase().getStatusCode());
    assertEquals(204, erase().getStatusCode());
    assertEquals(404, house.get("/api/guests/" + LUCIA, "venue=restaurante").getStatusCode());
    String book = house.get("/api/reservations", "venue=restaurante&date=2026-11-21").getBody();
    assertTrue(book.contains("AA1111") && !book.contains("Luc"), book);
    String conversations = house.get("/api/conversations", "venue=restaurante").getBody();
    assertFalse(conversations.contains("Lucía"), conversations);
    assertEquals(
        200,
        house.get("/api/conversations/00000000-0000-0000-0000-00000000c001", "").getStatusCode());
  }

  private APIGatewayV2HTTPResponse erase() {
    return house.call(
        "DELETE",
        "/api/guests/" + LUCIA,
        "venue=restaurante&who=Marta",
        Map.of("authorization", "Bearer " + House.KEY));
  }

  @Test
  void whatCannotBeDoneIsAProblemThatSaysWhatToDo() {
    problem(400, "parameter venue", house.get("/api/guests", "phone=600000101"));
    problem(400, "phone, whatsapp, email or name", house.get("/api/guests", "venue=restaurante"));
    problem(404, "GET /api/venues", house.get("/api/guests", "venue=nowhere&name=a"));
    problem(404, "no such guest", house.get("/api/guests/" + NOBODY, "venue=restaurante"));
    problem(404, "no such guest", house.get("/api/guests/x", "venue=restaurante"));
    problem(404, "no such guest", house.get("/api/guests/" + LUCIA, "venue=hotel"));
    problem(404, "no such guest", house.get("/api/guests/" + NOBODY + "/export", "venue=hotel"));
    problem(404, "no such guest", post(NOBODY + "/notes", null, "\"note\": \"a\""));
    problem(400, "A note is", post(LUCIA + "/notes", null, "\"note\": \" \""));
    problem(400, "A tier is", post(LUCIA + "/tier", null, "\"tier\": \"king\""));
    problem(400, "preference's name", post(LUCIA + "/preferences", null, "\"value\": \"a\""));
    problem(400, "parameter into", post(LUCIA + "/merge", null, "\"who\": \"Marta\""));
    problem(409, "into itself", post(LUCIA + "/merge", null, "\"into\": \"" + LUCIA + "\""));
    problem(
        404,
        "no such guest",
        post(LUCIA + "/merge", null, "\"into\": \"" + LUCIA_AT_THE_HOTEL + "\""));
    problem(400, "next of the page", house.get("/api/audit", "venue=restaurante&before=x"));
    problem(400, "", send("POST", LUCIA + "/merge", null, "{"));
    problem(
        405,
        "",
        house.call("PUT", "/api/guests", "", Map.of("authorization", "Bearer " + House.KEY)));
  }

  private void problem(int status, String detail, APIGatewayV2HTTPResponse response) {
    assertEquals(status, response.getStatusCode(), response.getBody());
    assertEquals("application/problem+json", response.getHeaders().get("Content-Type"));
    assertTrue(house.json(response).get("detail").toString().contains(detail), response.getBody());
  }

  private APIGatewayV2HTTPResponse post(String path, String key, String fields) {
    return send("POST", path, key, "{\"venue\": \"restaurante\", " + fields + "}");
  }

  private APIGatewayV2HTTPResponse send(String method, String path, String key, String body) {
    APIGatewayV2HTTPEvent event =
        House.event(
            method,
            "/api/guests/" + path,
            "",
            key == null
                ? Map.of("authorization", "Bearer " + House.KEY, "content-type", "application/json")
                : Map.of(
                    "authorization",
                    "Bearer " + House.KEY,
                    "content-type",
                    "application/json",
                    "idempotency-key",
                    key));
    event.setBody(body);
    return house.console.handleRequest(event, new MockLambdaContext());
  }
}
