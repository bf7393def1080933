package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandoverApiTest {

  private static final String TALK = "/api/conversations/00000000-0000-0000-0000-00000000c001";
  private static final String NOBODY = "/api/conversations/00000000-0000-0000-0000-0000000000ff";

  private final House house = new House().seeded();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void staffTakeAConversationWriteInItAndHandItBack() {
    Map<String, Object> taken = json(post(TALK + "/take-over", "{\"by\": \"Marta\"}", "k1"));
    assertEquals("person", taken.get("owner"));
    assertEquals("Marta", taken.get("by"));
    assertEquals("2026-11-20T11:00:00Z", taken.get("since"));

    APIGatewayV2HTTPResponse said =
        post(TALK + "/messages", "{\"text\": \"Buenas, soy Marta\", \"by\": \"Marta\"}", "k2");
    assertEquals(201, said.getStatusCode(), said.getBody());
    assertEquals("person", json(said).get("from"));
    assertEquals(
        json(said), json(post(TALK + "/messages", "{\"text\": \"Buenas, soy Marta\"}", "k2")));
    assertEquals(List.of("Buenas, soy Marta"), saidBy("person"));
    assertEquals(List.of(), saidBy("house").stream().filter(t -> t.contains("Marta")).toList());

    Map<String, Object> back = json(post(TALK + "/hand-back", "{\"by\": \"Marta\"}", "k3"));
    assertEquals("assistant", back.get("owner"));
    assertNull(back.get("by"));
    assertEquals(
        List.of("conversation_handed_back", "person_wrote", "conversation_taken"), audit("what"));
    assertEquals(List.of("Marta", "Marta", "Marta"), audit("who"));
  }

  @Test
  void whoWritesWithoutHavingItOrTakesWhatAColleagueHasIsRefused() {
    assertEquals(409, post(TALK + "/messages", "{\"text\": \"Buenas\"}", null).getStatusCode());
    post(TALK + "/take-over", "{\"by\": \"Marta\"}", null);

    APIGatewayV2HTTPResponse refused = post(TALK + "/take-over", "{\"by\": \"Luis\"}", null);
    assertEquals(409, refused.getStatusCode());
    assertEquals("application/problem+json", refused.getHeaders().get("Content-Type"));
    assertEquals(200, post(TALK + "/take-over", "{\"by\": \"Marta\"}", null).getStatusCode());
  }

  @Test
  void withoutANameItIsSomebodyOfTheStaff() {
    APIGatewayV2HTTPResponse taken = post(TALK + "/take-over", "{}", null);

    assertEquals(200, taken.getStatusCode(), taken.getBody());
    assertEquals("staff", json(taken).get("by"));
    assertEquals(200, post(TALK + "/hand-back", "{}", null).getStatusCode());
    assertEquals(200, post(TALK + "/hand-back", "{}", null).getStatusCode());
  }

  @Test
  void nothingHasToBeSentToTakeAConversationOrHandItBack() {
    for (String type :
        new String[] {null, "application/json", "application/x-www-form-urlencoded"}) {
      APIGatewayV2HTTPResponse taken = post(TALK + "/take-over", type);
      assertEquals(200, taken.getStatusCode(), type + ": " + taken.getBody());
      assertEquals("staff", json(taken).get("by"));
      APIGatewayV2HTTPResponse back = post(TALK + "/hand-back", type);
      assertEquals(200, back.getStatusCode(), type + ": " + back.getBody());
    }
  }

  @Test
  void nonsenseIsRefusedWithWhatToDo() {
    assertEquals(404, post(NOBODY + "/take-over", "{}", null).getStatusCode());
    assertEquals(404, post(NOBODY + "/hand-back", "{}", null).getStatusCode());
    assertEquals(404, post(NOBODY + "/messages", "{\"text\": \"a\"}", null).getStatusCode());
    assertEquals(404, post("/api/conversations/x/take-over", "{}", null).getStatusCode());
    assertEquals(400, post(TALK + "/take-over", "{\"by\":", null).getStatusCode());
    post(TALK + "/take-over", "{}", null);
    assertEquals(400, post(TALK + "/messages", "{}", null).getStatusCode());
    assertEquals(400, post(TALK + "/messages", "{\"text\": \"  \"}", null).getStatusCode());
    assertEquals(400, post(TALK + "/messages", "{\"text\":", null).getStatusCode());
    String tooLong = "{\"text\": \"" + "a".repeat(4_001) + "\"}";
    assertEquals(413, post(TALK + "/messages", tooLong, null).getStatusCode());
    String by = "{\"by\": \"" + "a".repeat(300) + "\"}";
    assertEquals(400, post(TALK + "/hand-back", by, null).getStatusCode());
  }

  private List<Object> audit(String field) {
    return Rows.each(
        json(house.get("/api/audit", "venue=restaurante&subject=" + TALK.substring(19))),
        "entries",
        field);
  }

  private List<String> saidBy(String who) {
    return Rows.list(json(house.get(TALK, "")), "messages").stream()
        .filter(message -> who.equals(message.get("from")))
        .map(message -> message.get("text").toString())
        .toList();
  }

  private Map<String, Object> json(APIGatewayV2HTTPResponse answer) {
    return house.json(answer);
  }

  private APIGatewayV2HTTPResponse post(String path, String body, String key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("authorization", "Bearer " + House.KEY);
    if (body != null) {
      headers.put("content-type", "application/json");
    }
    if (key != null) {
      headers.put("idempotency-key", key);
    }
    APIGatewayV2HTTPEvent event = House.event("POST", path, "", headers);
    event.setBody(body);
    return house.console.handleRequest(event, new MockLambdaContext());
  }

  /**
   * Without a body.
   *
   * @param type what it is said to be all the same; null for nothing
   */
  private APIGatewayV2HTTPResponse post(String path, String type) {
    Map<String, String> headers = new HashMap<>();
    headers.put("authorization", "Bearer " + House.KEY);
    if (type != null) {
      headers.put("content-type", type);
      headers.put("content-length", "0");
    }
    APIGatewayV2HTTPEvent event = House.event("POST", path, "", headers);
    return house.console.handleRequest(event, new MockLambdaContext());
  }
}
