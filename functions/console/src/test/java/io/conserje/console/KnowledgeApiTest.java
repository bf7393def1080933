package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.connectors.postgres.PostgresKnowledge;
import io.conserje.connectors.postgres.PostgresUnansweredQuestions;
import io.conserje.connectors.postgres.Sql;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnowledgeApiTest {

  private static final VenueId CASA = new VenueId("casa");
  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
  private static final String HOUSE =
      """
      venue: casa
      name: Casa
      kind: restaurant
      time_zone: Europe/Madrid
      language: es
      phone: "+34600000999"
      address: Plaza 1
      knowledge:
        - {topic: wifi, language: es, words: [internet], text: Gratis.}
      """;

  private final House house = new House();
  private final Sql sql = house.console.getApplicationContext().getBean(Sql.class);

  @BeforeEach
  void open() {
    house.post("/api/venues", "application/yaml", HOUSE.getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aTopicIsAddedChangedAndTakenOutAndTheFileHasIt() {
    assertEquals(true, changed(put("parking", "Hay uno en la plaza.", "[\"aparcar\"]")));
    assertEquals(false, changed(put("parking", "Hay uno en la plaza.", "[\"aparcar\"]")));
    assertEquals("Hay uno en la plaza.", found("¿dónde se puede aparcar?"));

    put("Parking", "Ya no hay.", "null");
    assertEquals("Ya no hay.", found("se puede aparcar?"), "its words are kept");
    assertEquals(2, topics().size());
    assertTrue(house.get("/api/venues/casa", "").getBody().contains("Ya no hay."));

    String query = "venue=casa&topic=parking&language=es";
    assertEquals(true, changed(call("DELETE", "/api/knowledge", query, null)));
    assertEquals(false, changed(call("DELETE", "/api/knowledge", query, null)));
    assertEquals("", found("se puede aparcar?"));
    assertEquals(List.of("wifi"), topics().stream().map(t -> t.get("topic")).toList());
  }

  @Test
  void whatCannotBeATopicIsRefusedAndSaysWhy() {
    APIGatewayV2HTTPResponse answer = put("parking", "x".repeat(2_001), "null");

    assertEquals(422, answer.getStatusCode());
    assertEquals(
        "Nothing was changed. text is longer than 2000 characters",
        house.json(answer).get("detail"));
    assertEquals(400, put("", "text", "null").getStatusCode());
    assertEquals(400, call("DELETE", "/api/knowledge", "venue=casa", null).getStatusCode());
    assertEquals(404, house.get("/api/knowledge", "venue=nowhere").getStatusCode());
  }

  @Test
  void aQuestionThatIsAnsweredIsKnownFromThenOn() {
    ask("teneis zona de juegos para los ninos");
    ask("teneis zona de juegos para los ninos");
    ask("hay karaoke");

    Map<String, Object> first = questions().getFirst();
    assertEquals(2, first.get("asked"));
    assertEquals("2026-11-20T11:00:00Z", first.get("lastAsked"));

    String path = "/api/questions/" + first.get("id") + "/answer";
    String answer =
        "{\"venue\":\"casa\",\"topic\":\"juegos\",\"language\":\"es\",\"text\":\"Hay columpios.\"}";
    assertEquals(true, changed(call("POST", path, "", answer)));
    assertEquals(false, changed(call("POST", path, "", answer)), "the same again is no harm");
    assertEquals(
        409, call("POST", path, "", answer.replace("columpios", "toboganes")).getStatusCode());
    assertEquals("Hay columpios.", found("¿Tenéis zona de juegos para niños?"));
    assertEquals(1, questions().size());
  }

  @Test
  void aQuestionThatIsDismissedDoesNotComeBack() {
    ask("hay karaoke");
    String path = "/api/questions/" + questions().getFirst().get("id");

    assertEquals(404, call("DELETE", path, "venue=nowhere", null).getStatusCode());
    assertEquals(204, call("DELETE", path, "venue=casa", null).getStatusCode());
    ask("hay karaoke");
    assertEquals(List.of(), questions());
  }

  private void ask(String question) {
    new PostgresUnansweredQuestions(sql).note(CASA, question, "es", Channel.WHATSAPP, NOON);
  }

  private String found(String question) {
    return new PostgresKnowledge(sql)
        .find(CASA, Question.of(question), "es").stream()
            .map(KnownTopic::text)
            .findFirst()
            .orElse("");
  }

  private APIGatewayV2HTTPResponse put(String topic, String text, String words) {
    return call(
        "PUT",
        "/api/knowledge",
        "venue=casa",
        "{\"topic\":\"%s\",\"language\":\"es\",\"words\":%s,\"text\":\"%s\"}"
            .formatted(topic, words, text));
  }

  private Object changed(APIGatewayV2HTTPResponse answer) {
    assertEquals(200, answer.getStatusCode(), answer.getBody());
    return house.json(answer).get("changed");
  }

  private APIGatewayV2HTTPResponse call(String method, String path, String query, String body) {
    APIGatewayV2HTTPEvent event =
        House.event(
            method,
            path,
            query,
            Map.of("authorization", "Bearer " + House.KEY, "content-type", "application/json"));
    event.setBody(body);
    return house.console.handleRequest(event, new MockLambdaContext());
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> topics() {
    return (List<Map<String, Object>>)
        house.json(house.get("/api/knowledge", "venue=casa")).get("topics");
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> questions() {
    return (List<Map<String, Object>>)
        house.json(house.get("/api/questions", "venue=casa")).get("questions");
  }
}
