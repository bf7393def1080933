package io.conserje.voice.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.micronaut.serde.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over real HTTP, with a real book, through OpenAI's own client. */
class OpenAiClientTest {

  private static final OpenJson JSON = new OpenJson(ObjectMapper.getDefault());
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
  void aTableIsBookedThroughOpenAisOwnClientStreamedAndWhole() {
    try (Clients clients = new Clients(HouseOverHttp.KEY)) {
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
          "1", house.one("SELECT count(*) FROM reservations WHERE guest_phone = '+34600000101'"));
      assertTrue(done.usage().orElseThrow().totalTokens() > 0);
      assertEquals("stop", done.choices().getFirst().finishReason().asString());
    }
  }

  @Test
  void usageIsToldAtTheEndOfAStreamToWhoWantsIt() {
    try (Clients clients = new Clients(HouseOverHttp.KEY);
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
        Clients clients = new Clients(HouseOverHttp.KEY)) {
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
    assertEquals(400, house.post("{", HouseOverHttp.AUTHORIZED).statusCode());
    assertEquals(400, house.post("{}", HouseOverHttp.AUTHORIZED).statusCode());
    assertEquals(401, house.post("{}", Map.of()).statusCode());
    assertEquals(
        401, house.post("{}", Map.of("Authorization", "Basic " + HouseOverHttp.KEY)).statusCode());
  }

  @Test
  void aHeaderNamesTheConversationToo() {
    Map<String, Object> hello =
        Map.of("model", "casa", "messages", List.of(Map.of("role", "user", "content", "hola")));
    HttpResponse<String> answer =
        house.post(
            JSON.write(hello),
            Map.of("Authorization", "Bearer old-key", "X-Conversation-Id", call));
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private record Clients(OpenAIClient client) implements AutoCloseable {

    Clients(String key) {
      this(OpenAIOkHttpClient.builder().baseUrl(house.url()).apiKey(key).maxRetries(0).build());
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
}
