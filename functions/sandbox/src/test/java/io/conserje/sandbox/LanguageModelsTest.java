package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest is answered by the model that can, and the metric says which it was. */
@InSharedSandbox
class LanguageModelsTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String QUESTION = "mesa para dos el martes a las dos";

  private static Sandbox sandbox;
  private static Guests guests;

  /** Each test has a guest of its own. */
  private static int guest = 500;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    guests = new Guests(sandbox);
  }

  /** Ten minutes later no model is left alone any more. */
  @BeforeEach
  void next() {
    guest++;
    sandbox.faults().clear(null);
    sandbox.models().scripts().clear();
    sandbox.clock().set(sandbox.clock().instant().plus(Duration.ofMinutes(10)), true);
    sandbox.settings().set(Variable.OPENAI_API_KEY, "test-openai-key-not-real");
    sandbox.settings().set(Variable.GROQ_API_KEY, null);
    sandbox.settings().set(Variable.LANGUAGE_MODELS, null);
    sandbox.settings().set(Variable.TOKENS_PER_CONVERSATION, null);
  }

  @Test
  void aTableIsBookedByOpenAi() {
    openAi(
        """
        [{"calls": [{"name": "check_availability",
           "arguments": {"date": "2026-11-24", "time": "14:00", "party_size": 2}}]},
         {"text": "Tenemos mesa el martes 24 a las 14:00 para 2. ¿A nombre de Lucía Ibáñez se la reservo?"},
         {"calls": [{"name": "create_reservation",
           "arguments": {"date": "2026-11-24", "time": "14:00", "party_size": 2, "name": "Lucía Ibáñez"}}]},
         {"text": "Hecho, señora Ibáñez. ¡Hasta el martes!"}]
        """);
    long calls = answers("openai", "calls");

    say(QUESTION);
    assertTrue(answer().contains("¿A nombre de Lucía Ibáñez"), answer());
    say("sí, por favor");

    assertEquals("1 2 Lucía Ibáñez confirmed", booked());
    assertTrue(answer().contains("Su referencia es"), "what it left out is said: " + answer());
    assertTrue(answer().endsWith("Hecho, señora Ibáñez. ¡Hasta el martes!"), answer());
    assertEquals(calls + 2, answers("openai", "calls"));
    assertEquals(
        "openai",
        one(
            "SELECT string_agg(DISTINCT model, ',') FROM turn_steps s JOIN turns t ON t.id = s.turn"
                + " JOIN conversations c ON c.id = t.conversation WHERE c.guest_address = '"
                + phone()
                + "'"));
  }

  @Test
  void aBookingThatIsOnlyClaimedIsNotSaid() {
    openAi("[{\"text\": \"Su mesa queda reservada, referencia KM4729.\"}]");
    long unfounded = answers("openai", "unfounded");

    say(QUESTION);

    assertTrue(!answer().contains("KM4729") && !answer().contains("queda reservada"), answer());
    assertEquals(unfounded + 1, answers("openai", "unfounded"));
  }

  @Test
  void itIsToldTheHouseTheToolsAndWhatTheyReturned() {
    openAi(
        """
        [{"calls": [{"name": "check_availability",
           "arguments": {"date": "2026-11-24", "time": "14:00", "party_size": 2}}]},
         {"text": "Hay mesa."}]
        """);

    say(QUESTION);

    List<RequestLog.Entry> requests = asked("openai");
    JsonNode body = Json.read(requests.getLast().body());
    assertEquals(
        "Bearer test-openai-key-not-real", requests.getLast().headers().get("authorization"));
    assertTrue(
        body.path("messages").path(0).path("content").asText().contains("(2026-11-24): "),
        body.toString());
    assertEquals(QUESTION, body.path("messages").path(1).path("content").asText());
    assertTrue(
        body.path("messages").path(3).path("content").asText().contains("\"status\""),
        body.toString());
    assertTrue(body.path("tools").findValuesAsText("name").contains("create_reservation"));
    assertEquals("gpt-simulated", body.path("model").asText());
  }

  @Test
  void withoutAKeyTheBuiltInModelAnswersAndNobodyElseIsAsked() {
    sandbox.settings().set(Variable.OPENAI_API_KEY, null);
    int before = asked("openai").size();

    answersRightBy("built-in");
    assertEquals(before, asked("openai").size());
  }

  @Test
  void whenOpenAiIsDownTheBuiltInModelAnswersTheSameTurn() {
    fault("openai", Fault.Kind.STATUS, 503, 0);
    answersRightBy("built-in", "openai", "down");
  }

  @Test
  void soItDoesWhenTheConnectionIsCut() {
    fault("openai", Fault.Kind.DROP, 0, 0);
    answersRightBy("built-in", "openai", "down");
  }

  @Test
  void soItDoesWhenTheAnswerBreaksOff() {
    openAi("[{\"text\": \"Tenemos mesa el lunes a las cinco, y ya está reser\"}]");
    fault("openai", Fault.Kind.DROP, 200, 0);
    answersRightBy("built-in", "openai", "broken");
  }

  @Test
  void soItDoesWhenTheAnswerIsGarbage() {
    fault("openai", Fault.Kind.GARBAGE, 200, 0);
    answersRightBy("built-in", "openai", "broken");
  }

  @Test
  void soItDoesWhenItIsSlow() {
    fault("openai", Fault.Kind.SLOW, 0, 8000);
    answersRightBy("built-in", "openai", "slow");
  }

  @Test
  void soItDoesWhenTheQuotaIsUsedUpAndItIsNotAskedAgain() {
    openAi("[{\"status\": 429, \"code\": \"insufficient_quota\"}]");
    answersRightBy("built-in", "openai", "quota");
  }

  @Test
  void soItDoesWhenTheKeyIsWrong() {
    sandbox.settings().set(Variable.OPENAI_API_KEY, "test key, with a line\nbreak");
    answersRightBy("built-in", "openai", "misconfigured");
  }

  @Test
  void groqTakesTheTurnBeforeTheBuiltInModelDoes() {
    sandbox.settings().set(Variable.GROQ_API_KEY, "test-groq-key-not-real");
    fault("openai", Fault.Kind.STATUS, 500, 0);
    sandbox
        .models()
        .scripts()
        .add(
            "groq",
            Json.read("[{\"reasoning\": \"Pide mesa.\", \"text\": \"¿Dentro o en la terraza?\"}]"));

    answersRightBy("groq", "openai", "down");
    assertEquals("¿Dentro o en la terraza?", answer());
  }

  @Test
  void aTurnThatOpenAiBeganIsFinishedByTheBuiltInModel() {
    openAi(
        """
        [{"calls": [{"name": "check_availability",
           "arguments": {"date": "2026-11-24", "time": "14:00", "party_size": 2}}]},
         {"status": 500}, {"status": 500}]
        """);
    answersRightBy("built-in", "openai", "down");
  }

  @Test
  void aModelThatBookedAndDiedHasBookedAndTheGuestIsTold() {
    openAi(
        """
        [{"calls": [{"name": "create_reservation",
           "arguments": {"date": "2026-11-24", "time": "14:00", "party_size": 2, "name": "Lucía"}}]},
         {"status": 401}]
        """);

    say("mesa para dos el martes a las dos, a nombre de Lucía");

    assertEquals("1 2 Lucía confirmed", booked());
    String reference =
        one("SELECT reference FROM reservations WHERE guest_phone = '" + phone() + "'");
    assertEquals(1, guests.answers(guest).size());
    assertTrue(answer().contains(reference), answer());
  }

  @Test
  void argumentsThatAreNoJsonAreRefusedAndTheModelMayTryAgain() {
    openAi(
        """
        [{"calls": [{"name": "create_reservation", "arguments": "{\\"date\\": "}]},
         {"calls": [{"name": "no_such_tool", "arguments": {}}]},
         {"text": "¿A qué hora les va bien?"}]
        """);

    say(QUESTION);

    assertEquals("¿A qué hora les va bien?", answer());
    assertEquals(
        "0", one("SELECT count(*) FROM reservations WHERE guest_phone = '" + phone() + "'"));
    assertTrue(asked("openai").getLast().body().contains("no JSON object"));
  }

  @Test
  void aConversationThatHasSpentItsTokensIsAnsweredByTheBuiltInModel() {
    sandbox.settings().set(Variable.TOKENS_PER_CONVERSATION, "100");
    openAi("[{\"text\": \"¿Para qué día?\"}]");
    say("hola, quería una mesa para dos");
    assertEquals("¿Para qué día?", answer());

    long skipped = answers("openai", "no_budget");
    say("el martes a las dos");

    assertTrue(answer().contains("14:00"), answer());
    assertTrue(answers("openai", "no_budget") > skipped);
    assertTrue(
        Long.parseLong(
                one(
                    "SELECT sum(read) FROM token_use u JOIN conversations c ON c.id = u.conversation"
                        + " WHERE c.guest_address = '"
                        + phone()
                        + "'"))
            > 100);
  }

  @Test
  void theMetricsAreOnesThatPrometheusReads() throws Exception {
    openAi("[{\"text\": \"Buenas.\"}]");
    say("hola");

    String text = metrics();
    assertTrue(text.contains("# TYPE conserje_model_answers_total counter\n"), text);
    assertTrue(
        text.contains("conserje_model_answer_time_seconds_bucket{model=\"openai\",le=\"+Inf\"} "),
        text);
    assertTrue(text.contains("conserje_model_tokens_total{model=\"openai\",kind=\"read\"} "), text);
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> assertTrue(line.matches("[a-z_]+(\\{[^}]*})? [0-9.E-]+"), line));
    assertFalse(text.contains(phone()));
  }

  private static void answersRightBy(String model) {
    long before = all(model);
    say(QUESTION);
    assertEquals(1, guests.answers(guest).size(), guests.answers(guest).toString());
    assertTrue(!model.equals("built-in") || answer().contains("14:00"), answer());
    assertTrue(all(model) > before, "the metric says that " + model + " answered");
  }

  private static void answersRightBy(String model, String failing, String outcome) {
    long before = answers(failing, outcome);
    answersRightBy(model);
    assertTrue(answers(failing, outcome) > before, failing + " " + outcome + "\n" + metrics());
  }

  private static void openAi(String answers) {
    sandbox.models().scripts().add("openai", Json.read(answers));
  }

  private static void fault(String provider, Fault.Kind kind, int status, long delay) {
    sandbox.faults().add(new Fault(provider, null, kind, status, delay, null), null);
  }

  private static List<RequestLog.Entry> asked(String provider) {
    return sandbox.requests().after(provider, 0);
  }

  private static void say(String text) {
    guests.write(guest, text);
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  private static String answer() {
    return guests.answers(guest).getLast();
  }

  private static String phone() {
    return Guests.phone(guest);
  }

  private static String booked() {
    return one(
        "SELECT count(*) || ' ' || min(party_size) || ' ' || min(guest_name) || ' ' || min(status)"
            + " FROM reservations WHERE guest_phone = '"
            + phone()
            + "'");
  }

  private static String one(String sql) {
    return sandbox.database().strings(sql).getFirst();
  }

  private static long all(String model) {
    return answers(model, "text") + answers(model, "calls");
  }

  private static long answers(String model, String outcome) {
    String line =
        "conserje_model_answers_total{model=\"%s\",outcome=\"%s\"} ".formatted(model, outcome);
    return metrics()
        .lines()
        .filter(l -> l.startsWith(line))
        .mapToLong(l -> Long.parseLong(l.substring(line.length())))
        .sum();
  }

  private static String metrics() {
    try {
      URI page = URI.create(sandbox.gateway() + "/metrics");
      HttpResponse<String> answer =
          HTTP.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
