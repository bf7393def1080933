package io.conserje.connectors.languagemodel;

import static io.conserje.connectors.languagemodel.FakeProvider.chunk;
import static io.conserje.connectors.languagemodel.FakeProvider.done;
import static io.conserje.connectors.languagemodel.FakeProvider.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Patience;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.ToolCall;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of everything a provider may answer. */
class ChatModelTest {

  private static final ObjectMapper JSON = ObjectMapper.getDefault();
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private final FakeProvider provider = new FakeProvider();
  private final ChatModel model = new ChatModel("openai", provider::account, JSON, () -> NOW);
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void wordsAreHandedOnAsTheyComeAndTheWholeIsTheAnswer() {
    provider.thenStream(Samples.text("openai-chat-stream-text.sse"));

    ModelAnswer answer = ask();

    assertEquals("Claro, señor Ibáñez. ¿Para cuántos?", answer.text());
    assertEquals(List.of("Claro", ", señor Ibáñez", ". ¿Para cuántos?"), heard);
    assertEquals("openai", answer.model());
    assertEquals(new Tokens(412, 17), answer.tokens());
    assertEquals("es", answer.language());
    assertEquals(List.of("Bearer key"), provider.keys);
  }

  @Test
  void parallelCallsComeOutWholeAndInTheirOrder() {
    provider.thenStream(Samples.text("openai-chat-stream-tools.sse"));

    List<ToolCall> calls = ask().calls();

    assertEquals(
        List.of("check_availability", "lookup_faq"), calls.stream().map(ToolCall::name).toList());
    assertEquals(Map.of("topic", "terraza"), calls.getLast().arguments());
  }

  @Test
  void fragmentsOfTwoCallsMayInterleave() {
    provider.thenStream(
        chunk(
                "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"one\",\"arguments\":\"{\\\"x\\\"\"}}]}",
                "null")
            + chunk(
                "{\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"two\",\"arguments\":\"\"}}]}",
                "null")
            + chunk(
                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\":1}\"}}]}",
                "\"tool_calls\""));

    assertEquals(
        List.of(new ToolCall("a", "one", Map.of("x", 1)), new ToolCall("b", "two", Map.of())),
        ask().calls());
  }

  @Test
  void argumentsThatAreNoJsonAreACallThatTheToolBoxRefuses() {
    provider.thenStream(
        chunk(
                "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"one\",\"arguments\":\"{date: \"}}]}",
                "\"tool_calls\"")
            + done());

    assertFalse(ask().calls().getFirst().readable());
  }

  @Test
  void thoughtsAreNeverSpoken() {
    provider.thenStream(
        chunk("{\"content\":\"<thi\"}", "null")
            + chunk("{\"content\":\"nk>The guest wants\"}", "null")
            + chunk("{\"content\":\" a table.</think>\\n\\nBuenas\"}", "null")
            + chunk("{\"content\":\" noches.\"}", "\"stop\"")
            + done());

    assertEquals("Buenas noches.", ask().text());
    assertEquals(List.of("Buenas", " noches."), heard);
  }

  @Test
  void whatIsNoAnswerFailsInItsOwnWay() {
    String half = chunk("{\"content\":\"Cla\"}", "null");
    assertEquals(Why.BROKEN, failureOf(half + done()), "no finish reason");
    assertEquals(Why.BROKEN, failureOf(half), "cut");
    assertEquals(Why.BROKEN, failureOf(half + chunk("{}", "\"length\"") + done()), "too long");
    assertEquals(Why.BROKEN, failureOf("<html>Bad gateway</html>"), "garbage");
    assertEquals(Why.BROKEN, failureOf("data: {\"choices\"\n\n"), "half a chunk");
    assertEquals(Why.BROKEN, failureOf("data: [1]\n\n"), "another kind of JSON");
    assertEquals(
        Why.BROKEN,
        failureOf(half + "data: {\"error\":{\"message\":\"x\",\"type\":\"server_error\"}}\n\n"));
    assertEquals(
        Why.BROKEN,
        failureOf(half + "event: error\ndata: {\"error\":{\"message\":\"x\"}}\n\n"),
        "with its name");
    assertEquals(Why.QUOTA, failureOf("data: {\"error\":{\"code\":\"insufficient_quota\"}}\n\n"));
    assertEquals(
        Why.BROKEN,
        failureOf("data: {\"choices\":[],\"x_groq\":{\"error\":\"over capacity\"}}\n\n"));
    assertEquals(Why.EMPTY, failureOf(chunk("{\"content\":\"  \"}", "\"stop\"") + done()));
    assertEquals(Why.REFUSED, failureOf(chunk("{\"refusal\":\"I cannot\"}", "\"stop\"") + done()));
    assertEquals(Why.REFUSED, failureOf(half + chunk("{}", "\"content_filter\"") + done()));
  }

  @Test
  void everyErrorOfTheirDocumentationIsUnderstood() throws IOException {
    assertEquals(
        List.of(Why.MISCONFIGURED, Why.MISCONFIGURED, Why.REFUSED, Why.BUSY, Why.QUOTA, Why.DOWN),
        failures("openai-errors.json"));
    assertEquals(List.of(Why.BUSY, Why.MISCONFIGURED, Why.BROKEN), failures("groq-errors.json"));
  }

  private List<Why> failures(String sample) throws IOException {
    List<Why> failures = new ArrayList<>();
    for (JsonNode error : JSON.readValue(Samples.text(sample), JsonNode.class).values()) {
      String body = JSON.writeValueAsString(error.get("body"));
      int status = error.get("status").getIntValue();
      // Twice, for those that are tried again.
      provider.thenStatus(status, body, "retry-after-ms", "1");
      provider.thenStatus(status, body, "retry-after-ms", "1");
      failures.add(assertThrows(ModelFailed.class, this::ask).why());
      provider.forget();
    }
    return failures;
  }

  @Test
  void aShortWaitIsWaitedOutOnceAndALongOneIsNot() {
    provider.thenStatus(429, "{}", "retry-after", "0.05").thenStream(saying("Buenas."));
    assertEquals("Buenas.", ask().text());
    assertEquals(2, provider.bodies.size());

    provider.thenStatus(429, "{}", "retry-after", "6");
    ModelFailed failure = assertThrows(ModelFailed.class, this::ask);
    assertEquals(Why.BUSY, failure.why());
    assertEquals(Duration.ofSeconds(6), failure.askedToWait());
    assertEquals(3, provider.bodies.size());
  }

  @Test
  void whatTheProviderSaysIsNotToBeTriedAgainIsNot() {
    provider.thenStatus(503, "{}", "x-should-retry", "false");

    assertEquals(Why.DOWN, assertThrows(ModelFailed.class, this::ask).why());
    assertEquals(1, provider.bodies.size());
  }

  @Test
  void aQuotaThatIsUsedUpIsNotTriedAgain() {
    provider.thenStatus(429, "{\"error\":{\"type\":\"insufficient_quota\"}}", "retry-after", "0");

    assertEquals(Why.QUOTA, assertThrows(ModelFailed.class, this::ask).why());
    assertEquals(1, provider.bodies.size());
  }

  @Test
  void aModelThatIsSilentForTooLongIsSlow() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    provider.then(exchange -> {
      FakeProvider.begin(exchange);
      await(over);
    });

    ModelFailed failure =
        assertThrows(ModelFailed.class, () -> ask(patience(Duration.ofMillis(200), 5)));
    over.countDown();

    assertEquals(Why.SLOW, failure.why());
  }

  @Test
  void soIsOneThatBeginsAndComesToNoEnd() {
    CountDownLatch over = new CountDownLatch(1);
    provider.then(exchange -> {
      FakeProvider.stream(exchange, chunk("{\"content\":\"Cla\"}", "null"));
      exchange.getResponseBody().flush();
      await(over);
    });

    ModelFailed failure =
        assertThrows(ModelFailed.class, () -> ask(patience(Duration.ofSeconds(30), 2)));
    over.countDown();

    assertEquals(Why.SLOW, failure.why());
    assertEquals(List.of("Cla"), heard);
  }

  @Test
  void anAnswerThatIsWholeCountsEvenIfItsPriceNeverComes() {
    CountDownLatch over = new CountDownLatch(1);
    provider.then(exchange -> {
      FakeProvider.stream(exchange, chunk("{\"content\":\"Buenas.\"}", "\"stop\""));
      exchange.getResponseBody().flush();
      await(over);
    });

    ModelAnswer answer = ask(patience(Duration.ofSeconds(30), 30));
    over.countDown();

    assertEquals("Buenas.", answer.text());
    assertTrue(answer.tokens().total() > 100, "estimated: " + answer.tokens());
  }

  @Test
  void nobodyThereIsDown() {
    provider.close();

    assertEquals(Why.DOWN, assertThrows(ModelFailed.class, this::ask).why());
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Patience patience(Duration firstWords, int seconds) {
    return new Patience(NOW.plusSeconds(seconds), firstWords);
  }

  private Why failureOf(String events) {
    provider.thenStream(events);
    return assertThrows(ModelFailed.class, this::ask).why();
  }

  private ModelAnswer ask() {
    return ask(patience(Duration.ofSeconds(20), 20));
  }

  private ModelAnswer ask(Patience patience) {
    ModelRequest request = Requests.saying("mesa para dos").within(patience);
    return model.answer(request, heard::add);
  }
}
