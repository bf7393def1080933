package io.conserje.voice.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.SharedPostgres;
import io.micronaut.serde.ObjectMapper;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over real HTTP, with a real book, as VAPI asks. */
class ChatCompletionsTest {

  private static final OpenJson JSON = new OpenJson(ObjectMapper.getDefault());
  private static final String GREETING = "a:Casa, buenas tardes.";
  private static HouseOverHttp house;

  private final String call = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    house = new HouseOverHttp();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void whatVapiAsksIsStreamedAsItExpectsIt() {
    HttpResponse<String> answer = ask("¿A qué hora abren?", GREETING);

    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
    List<String> events = events(answer.body());
    assertEquals("[DONE]", events.getLast());
    Part first = JSON.read(events.getFirst()).orElseThrow();
    assertEquals("chat.completion.chunk", first.text("object"));
    assertEquals("assistant", delta(first).text("role"));
    Part last = JSON.read(events.get(events.size() - 2)).orElseThrow();
    assertEquals("stop", last.each("choices").getFirst().text("finish_reason"));
    assertTrue(events.size() > 4, "in several pieces: " + events);
    assertEquals(
        "vapi +34600000101 in_progress",
        house.one(
            "SELECT concat_ws(' ', provider, guest_address, state) FROM calls WHERE provider_call_id = '"
                + call
                + "'"));
  }

  @Test
  void theSameAskedAgainIsTheSameAnswerUnderTheSameId() {
    HttpResponse<String> first = ask("¿A qué hora abren?", GREETING);
    HttpResponse<String> second = ask("¿A qué hora abren?", GREETING);

    assertEquals(events(first.body()), events(second.body()));
    assertEquals("1", guestSaid());
  }

  @Test
  void aRequestThatIsCutOffIsAnsweredWhenItComesAgain() throws Exception {
    CompletableFuture<HttpResponse<Stream<String>>> cut =
        HouseOverHttp.HTTP.sendAsync(
            house.request(vapi("¿A qué hora abren?", GREETING), HouseOverHttp.AUTHORIZED),
            HttpResponse.BodyHandlers.ofLines());
    cut.get().body().close();

    HttpResponse<String> again = ask("¿A qué hora abren?", GREETING);

    assertFalse(words(again).isEmpty());
    assertEquals("1", guestSaid());
    assertEquals("1", assistantSaid());
  }

  @Test
  void whoWantsAPersonIsPutThroughByVapisToolAndToldWhereThatFails() {
    HttpResponse<String> answer = ask("Quiero hablar con una persona", GREETING);

    Part tool = call(answer);
    assertEquals("transferCall", tool.at("function").text("name"));
    assertEquals("{}", tool.at("function").text("arguments"));
    assertFalse(words(answer).isEmpty());
    String failed =
        words(
            ask(
                "tool:Transfer failed",
                GREETING,
                "g:Quiero hablar con una persona",
                "a:" + words(answer)));
    assertEquals("Ahora no nos es posible atender la llamada.", failed);
  }

  @Test
  void whoTakesLeaveIsHungUpOn() {
    HttpResponse<String> answer = ask("Nada más, adiós", GREETING);

    assertEquals("endCall", call(answer).at("function").text("name"));
  }

  @Test
  void whileSomethingTakesLongTheGuestIsAskedForPatience() throws Exception {
    ask("Hola", GREETING);
    List<String> lines = new ArrayList<>();
    try (Connection busy = SharedPostgres.server().connect(house.database)) {
      busy.setAutoCommit(false);
      try (Statement lock = busy.createStatement()) {
        lock.execute(
            "SELECT c.id FROM conversations c JOIN calls l ON l.conversation = c.id WHERE l.provider_call_id = '"
                + call
                + "' FOR UPDATE OF c");
        try (Stream<String> body =
            HouseOverHttp.HTTP
                .send(
                    house.request(
                        vapi("¿A qué hora abren?", GREETING, "g:Hola", "a:Hola."),
                        HouseOverHttp.AUTHORIZED),
                    HttpResponse.BodyHandlers.ofLines())
                .body()) {
          body.peek(line -> release(line, busy)).forEach(lines::add);
        }
      }
    }
    String all = words(lines.stream().collect(Collectors.joining("\n")));
    assertTrue(all.startsWith("Un momento, por favor. "), all);
    assertTrue(all.length() > 40, all);
  }

  @Test
  void aSentenceIsStreamedBeforeTheModelHasMadeTheNext() throws Exception {
    List<String> words = new ArrayList<>();
    try (SlowModel slow =
        new SlowModel("Claro que sí, señora. ", "¿Para cuántas personas? Dígame.")) {
      house.environment.put(Variable.OPENAI_BASE_URL, slow.url());
      house.environment.put(Variable.OPENAI_API_KEY, "not-a-real-key");
      try (Stream<String> body =
          HouseOverHttp.HTTP
              .send(
                  house.request(vapi("Quiero una mesa", GREETING), HouseOverHttp.AUTHORIZED),
                  HttpResponse.BodyHandlers.ofLines())
              .body()) {
        body.filter(line -> line.contains("\"content\":\""))
            .peek(line -> slow.goOnIf(line.contains("señora")))
            .forEach(words::add);
      }
    } finally {
      house.environment.remove(Variable.OPENAI_API_KEY);
    }

    String all = words(String.join("\n", words));
    assertEquals("Claro que sí, señora. ¿Para cuántas personas? Dígame.", all);
  }

  private static void release(String line, Connection busy) {
    if (line.contains("Un momento")) {
      try {
        busy.rollback();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private HttpResponse<String> ask(String words, String... before) {
    HttpResponse<String> answer = house.post(vapi(words, before), HouseOverHttp.AUTHORIZED);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer;
  }

  /** As VAPI's custom model is asked. */
  private String vapi(String words, String... before) {
    List<Map<String, Object>> messages = new ArrayList<>();
    messages.add(Map.of("role", "system", "content", "Eres la recepcionista."));
    Stream.concat(
            Arrays.stream(before), Stream.of(words.startsWith("tool:") ? words : "g:" + words))
        .map(ChatCompletionsTest::message)
        .forEach(messages::add);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", "receptionist-v1");
    body.put("messages", messages);
    body.put("temperature", 0.5);
    body.put("max_tokens", 250);
    body.put("stream", true);
    body.put("tools", List.of(tool("transferCall"), tool("endCall")));
    body.put(
        "call",
        Map.of(
            "id", call, "type", "inboundPhoneCall", "customer", Map.of("number", "+34600000101")));
    body.put("phoneNumber", Map.of("number", "+34600000900", "twilioAuthToken", "secret"));
    body.put("customer", Map.of("number", "+34600000101"));
    return JSON.write(body);
  }

  private static Map<String, Object> message(String line) {
    String text = line.substring(line.indexOf(':') + 1);
    return switch (line.substring(0, line.indexOf(':'))) {
      case "g" -> Map.of("role", "user", "content", text);
      case "a" -> Map.of("role", "assistant", "content", text);
      default -> Map.of("role", "tool", "tool_call_id", "call_1", "content", text);
    };
  }

  private static Map<String, Object> tool(String name) {
    return Map.of(
        "type",
        "function",
        "function",
        Map.of("name", name, "parameters", Map.of("type", "object", "properties", Map.of())));
  }

  private static List<String> events(String body) {
    return body.lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.substring("data: ".length()))
        .toList();
  }

  private static Part delta(Part chunk) {
    return chunk.each("choices").isEmpty()
        ? Part.NOTHING
        : chunk.each("choices").getFirst().at("delta");
  }

  private static Stream<Part> deltas(String body) {
    return events(body).stream()
        .filter(event -> !event.equals("[DONE]"))
        .map(event -> delta(JSON.read(event).orElseThrow()));
  }

  private static String words(HttpResponse<String> answer) {
    return words(answer.body());
  }

  private static String words(String body) {
    return deltas(body).map(delta -> delta.text("content")).collect(Collectors.joining());
  }

  private static Part call(HttpResponse<String> answer) {
    return deltas(answer.body())
        .flatMap(delta -> delta.each("tool_calls").stream())
        .findFirst()
        .orElse(Part.NOTHING);
  }

  private String guestSaid() {
    return said("guest");
  }

  private String assistantSaid() {
    return said("assistant");
  }

  private String said(String sender) {
    return house.one(
        "SELECT count(*) FROM messages m JOIN calls c ON c.id = m.call WHERE sender = '"
            + sender
            + "' AND m.state = 'done' AND c.provider_call_id = '"
            + call
            + "'");
  }
}
