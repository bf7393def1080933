package io.conserje.voice.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.testkit.embedded.SharedPostgres;
import io.conserje.voice.VoiceStream;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over real HTTP, with a real book: as VAPI asks, and through OpenAI's own client. */
class ChatCompletionsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final String KEY = "test-llm-key-not-real";
  private static final OpenJson JSON = new OpenJson(ObjectMapper.getDefault());
  private static final String DATABASE = SharedPostgres.migrated();
  private static final String GREETING = "a:Casa, buenas tardes.";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final EmbeddedRedisServer REDIS = EmbeddedRedisServer.start();

  private static VoiceStream voice;

  private final String call = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    execute(
        """
        INSERT INTO venues (id, house) VALUES ('casa', '{"venue": "casa", "name": "Casa", "kind": "restaurant",
          "time_zone": "Europe/Madrid", "language": "es", "phone": "+34600000999", "address": "Plaza 1",
          "hours": {"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]},
          "zones": [{"name": "inside"}], "rules": {"stays": [{"up_to": 12, "usual": "120m"}]},
          "tables": [{"name": "T1", "zone": "inside", "seats": 4}, {"name": "T2", "zone": "inside", "seats": 4}]}');
        INSERT INTO dining_tables (venue, name) VALUES ('casa', 'T1'), ('casa', 'T2');
        INSERT INTO channel_addresses VALUES ('voice', '+34600000900', 'casa')
        """);
    voice = new VoiceStream(ENVIRONMENT, () -> NOW, "127.0.0.1", 0);
  }

  private static final Map<String, String> ENVIRONMENT =
      new ConcurrentHashMap<>(
          Map.ofEntries(
              Map.entry(Variable.AWS_REGION, "eu-west-1"),
              Map.entry(Variable.POSTGRES_SERVER, "127.0.0.1"),
              Map.entry(Variable.POSTGRES_PORT, String.valueOf(SharedPostgres.server().port())),
              Map.entry(Variable.POSTGRES_DB, DATABASE),
              Map.entry(Variable.POSTGRES_USER, EmbeddedPostgresServer.USER),
              Map.entry(Variable.POSTGRES_PASSWORD, EmbeddedPostgresServer.PASSWORD),
              Map.entry(Variable.REDIS_URL, REDIS.url()),
              Map.entry(Variable.TWILIO_ACCOUNT_SID, "AC00000000000000000000000000000001"),
              Map.entry(Variable.TWILIO_AUTH_TOKEN, "test-twilio-auth-token-not-real"),
              Map.entry(Variable.SESSION_SECRET_KEY, "test-session-key-not-real"),
              Map.entry(Variable.VAPI_LLM_KEY, "old-key, " + KEY),
              Map.entry(Variable.PUBLIC_VOICE_URL, "https://voice.example.com")));

  @AfterAll
  static void close() {
    voice.close();
    REDIS.close();
  }

  @Test
  void aTableIsBookedThroughOpenAisOwnClientStreamedAndWhole() {
    try (Clients clients = new Clients(KEY)) {
      ChatCompletionCreateParams.Builder talk =
          ChatCompletionCreateParams.builder().model("casa").user(call);
      String first = "Una mesa para dos mañana a las nueve, a nombre de Lucía";
      String said = streamed(clients.client(), talk.addUserMessage(first).build());
      for (int turn = 0; turn < 3 && said.contains("?"); turn++) {
        String reply = said.contains("teléfono") ? "600000101" : "Sí";
        talk.addAssistantMessage(said).addUserMessage(reply);
        said = streamed(clients.client(), talk.build());
      }

      ChatCompletion done = clients.client().chat().completions().create(talk.build());

      assertEquals(said, done.choices().getFirst().message().content().orElse(""));
      assertEquals(
          "1", one("SELECT count(*) FROM reservations WHERE guest_phone = '+34600000101'"));
      assertTrue(done.usage().orElseThrow().totalTokens() > 0);
      assertEquals("stop", done.choices().getFirst().finishReason().asString());
    }
  }

  @Test
  void usageIsToldAtTheEndOfAStreamToWhoWantsIt() {
    try (Clients clients = new Clients(KEY);
        StreamResponse<ChatCompletionChunk> stream =
            clients
                .client()
                .chat()
                .completions()
                .createStreaming(
                    ChatCompletionCreateParams.builder()
                        .model("casa")
                        .user(call)
                        .streamOptions(
                            ChatCompletionStreamOptions.builder().includeUsage(true).build())
                        .addUserMessage("¿A qué hora abren?")
                        .build())) {
      List<ChatCompletionChunk> chunks = stream.stream().toList();
      assertTrue(chunks.getLast().choices().isEmpty());
      assertTrue(chunks.getLast().usage().orElseThrow().completionTokens() > 0);
    }
  }

  @Test
  void errorsAreOpenAisOwn() {
    try (Clients stranger = new Clients("another-key");
        Clients clients = new Clients(KEY)) {
      ChatCompletionCreateParams.Builder hello =
          ChatCompletionCreateParams.builder().addUserMessage("hola");
      assertThrows(
          UnauthorizedException.class,
          () ->
              stranger
                  .client()
                  .chat()
                  .completions()
                  .create(hello.model("casa").user(call).build()));
      NotFoundException nobody =
          assertThrows(
              NotFoundException.class,
              () ->
                  clients
                      .client()
                      .chat()
                      .completions()
                      .create(hello.model("nowhere").user(call).build()));
      assertEquals("model_not_found", nobody.code().orElse(""));
      BadRequestException unnamed =
          assertThrows(
              BadRequestException.class,
              () ->
                  clients
                      .client()
                      .chat()
                      .completions()
                      .create(
                          ChatCompletionCreateParams.builder()
                              .model("casa")
                              .addUserMessage("hola")
                              .build()));
      assertEquals("user", unnamed.param().orElse(""));
    }
    assertEquals(400, post("{", Map.of("Authorization", "Bearer " + KEY)).statusCode());
    assertEquals(400, post("{}", Map.of("Authorization", "Bearer " + KEY)).statusCode());
    assertEquals(401, post("{}", Map.of()).statusCode());
    assertEquals(401, post("{}", Map.of("Authorization", "Basic " + KEY)).statusCode());
  }

  @Test
  void aHeaderNamesTheConversationToo() {
    Map<String, Object> hello =
        Map.of("model", "casa", "messages", List.of(Map.of("role", "user", "content", "hola")));
    HttpResponse<String> answer =
        post(
            JSON.write(hello),
            Map.of("Authorization", "Bearer old-key", "X-Conversation-Id", call));
    assertEquals(200, answer.statusCode(), answer.body());
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
        one(
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
        HTTP.sendAsync(
            request(vapi("¿A qué hora abren?", GREETING), Map.of("Authorization", "Bearer " + KEY)),
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
    try (Connection busy = SharedPostgres.server().connect(DATABASE)) {
      busy.setAutoCommit(false);
      try (Statement lock = busy.createStatement()) {
        lock.execute(
            "SELECT c.id FROM conversations c JOIN calls l ON l.conversation = c.id WHERE l.provider_call_id = '"
                + call
                + "' FOR UPDATE OF c");
        try (Stream<String> body =
            HTTP.send(
                    request(
                        vapi("¿A qué hora abren?", GREETING, "g:Hola", "a:Hola."),
                        Map.of("Authorization", "Bearer " + KEY)),
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
      ENVIRONMENT.put(Variable.OPENAI_BASE_URL, slow.url());
      ENVIRONMENT.put(Variable.OPENAI_API_KEY, "not-a-real-key");
      try (Stream<String> body =
          HTTP.send(
                  request(
                      vapi("Quiero una mesa", GREETING), Map.of("Authorization", "Bearer " + KEY)),
                  HttpResponse.BodyHandlers.ofLines())
              .body()) {
        body.filter(line -> line.contains("\"content\":\""))
            .peek(line -> slow.goOnIf(line.contains("señora")))
            .forEach(words::add);
      }
    } finally {
      ENVIRONMENT.remove(Variable.OPENAI_API_KEY);
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

  private record Clients(OpenAIClient client) implements AutoCloseable {

    Clients(String key) {
      this(
          OpenAIOkHttpClient.builder()
              .baseUrl("http://127.0.0.1:" + voice.port() + "/vapi")
              .apiKey(key)
              .maxRetries(0)
              .build());
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private static String streamed(OpenAIClient client, ChatCompletionCreateParams params) {
    ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params)) {
      stream.stream().forEach(whole::accumulate);
    }
    return whole.chatCompletion().choices().getFirst().message().content().orElse("");
  }

  private HttpResponse<String> ask(String words, String... before) {
    HttpResponse<String> answer =
        post(vapi(words, before), Map.of("Authorization", "Bearer " + KEY));
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

  private static HttpResponse<String> post(String body, Map<String, String> headers) {
    try {
      return HTTP.send(request(body, headers), HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest request(String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + voice.port() + "/vapi/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request.build();
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
    return one(
        "SELECT count(*) FROM messages m JOIN calls c ON c.id = m.call WHERE sender = '"
            + sender
            + "' AND m.state = 'done' AND c.provider_call_id = '"
            + call
            + "'");
  }

  private static String one(String sql) {
    try (Connection connection = SharedPostgres.server().connect(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String sql) {
    try (Connection connection = SharedPostgres.server().connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
