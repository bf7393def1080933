package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallEvent;
import io.conserje.call.CallHouses;
import io.conserje.call.CallLine;
import io.conserje.call.CallPlace;
import io.conserje.call.Calls;
import io.conserje.call.told.AnswerToldCall;
import io.conserje.call.told.AnswerToldCall.Answer;
import io.conserje.call.told.AnswerToldCall.Then;
import io.conserje.call.told.ToldCall;
import io.conserje.call.told.ToldCall.Line;
import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.TurnRules;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.tools.HandoffTools;
import io.conserje.reservation.tools.ReservationTools;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls whose words come with each question, as VAPI's custom model is asked. */
class ToldTurnsTest {

  private static final String GREETING = "a:Casa, buenas tardes.";
  private static final ToolCall BOOK =
      new ToolCall(
          "c1",
          "create_reservation",
          Map.of("date", "2026-11-21", "time", "21:00", "party_size", 4, "name", "Lucía"));
  private static final ToolCall PERSON =
      new ToolCall("c2", "hand_to_person", Map.of("reason", "person"));
  private static final CallPlace PLACE =
      new CallPlace("vapi", "call-1", "", List.of("+34600000900"), "+34600000101", "inbound");

  private final Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private final List<ModelRequest> asked = Collections.synchronizedList(new ArrayList<>());
  private Database database;
  private Calls calls;
  private Function<ModelRequest, ModelAnswer> model;
  private String beginning = "";

  @BeforeEach
  void open() {
    database = Database.with(2);
    database.update("INSERT INTO channel_addresses VALUES ('voice', '+34600000900', 'house')");
    calls = new PostgresCalls(database.sql, database.json, database.digests);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSameQuestionIsAnsweredOnceAndAlwaysTheSame() {
    model = request -> say("Respuesta " + "A".repeat(asked.size()) + ".");

    assertEquals("Respuesta A.", text(ask("hola", GREETING)));
    assertEquals("Respuesta A.", text(ask("hola", GREETING)));

    assertEquals(1, asked.size());
    assertEquals(1, database.count("messages WHERE sender = 'guest'"));
    assertEquals(0, database.count("outbox WHERE state = 'waiting'"), "nothing is left to send");
  }

  @Test
  void asManyAtOnceAreStillOne() {
    model = request -> say("Respuesta " + "A".repeat(asked.size()) + ".");

    List<String> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> text(ask("hola", GREETING))))
            .limit(6)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .distinct()
            .toList();

    assertEquals(1, answers.size(), answers.toString());
    assertEquals(1, database.count("messages WHERE sender = 'guest'"));
  }

  @Test
  void whatTheGuestHadOnlyBegunToSayIsReplacedAndItsAnswerWasNeverSaid() {
    model = request -> say("¿Para cuántos?", Map.of("asked", "" + asked.size()));
    ask("Quería reservar", GREETING);
    ask("Quería reservar una mesa", GREETING);

    assertEquals(List.of(), history(1));
    assertEquals("Quería reservar una mesa", asked.get(1).unanswered().getFirst().text());
    assertEquals(1, asked.get(1).unanswered().size());
    assertEquals(Map.of(), asked.get(1).memory(), "as before the answer nobody heard");

    ask("Para cuatro", GREETING, "g:Quería reservar una mesa", "a:¿Para cuántos?");
    assertEquals(List.of("g:Quería reservar una mesa", "a:¿Para cuántos?"), history(2));
    assertEquals(Map.of("asked", "2"), asked.get(2).memory());
  }

  @Test
  void anAnswerNobodyHeardThatIsGivenOutLateTakesNothingFromTheNextOne() {
    Map<String, String> answers =
        Map.of("Quería reservar", "¿Para cuándo?", "Quería reservar una mesa", "Dígame el día.");
    model =
        request -> {
          String said = request.unanswered().getLast().text();
          return say(answers.getOrDefault(said, "Bien."), Map.of("asked", said));
        };
    ask("Quería reservar", GREETING);
    database.update("UPDATE outbox SET state = 'waiting' WHERE kind = 'reply'");
    database.update("UPDATE turns SET closed_at = closed_at - interval '1 second'");
    ask("Quería reservar una mesa", GREETING);
    database.update("UPDATE outbox SET state = 'sent' WHERE state = 'waiting'");

    ask("Mañana", GREETING, "g:Quería reservar una mesa", "a:Dígame el día.");

    assertEquals(Map.of("asked", "Quería reservar una mesa"), asked.get(2).memory());
  }

  @Test
  void aQuestionOfWhoseAnswerNothingWasHeardIsAnsweredWithTheNextOne() {
    model = request -> say("Una mesa para dos. ¿Está bien?", Map.of("asked", "" + asked.size()));
    ask("Una mesa para dos", GREETING);

    ask("Sí", GREETING, "g:Una mesa para dos", "a:Un momento, por favor.");

    assertEquals(
        List.of("Una mesa para dos", "Sí"),
        asked.get(1).unanswered().stream().map(Message::text).toList());
    assertEquals(List.of(), history(1));
    assertEquals(Map.of(), asked.get(1).memory());

    ask(
        "Está bien",
        GREETING,
        "g:Una mesa para dos",
        "a:Un momento, por favor.",
        "g:Sí",
        "a:Una mesa para dos. ¿Está bien?");
    assertEquals(
        List.of("g:Una mesa para dos", "g:Sí", "a:Una mesa para dos. ¿Está bien?"), history(2));
    assertEquals(Map.of("asked", "2"), asked.get(2).memory());
  }

  @Test
  void whatTheGuestHadOnlyBegunToSayIsReplacedThoughNobodyCameForItsAnswer() {
    model = request -> say("¿Para cuántos?");
    ask("Quería", GREETING);
    database.update("UPDATE outbox SET state = 'waiting' WHERE kind = 'reply'");

    ask("Quería una mesa", GREETING);

    assertEquals(List.of(), history(1));
    assertEquals(1, database.count("messages WHERE sender = 'guest' AND state = 'done'"));
  }

  @Test
  void anAnswerHeardUntilItsFirstLineIsKeptInMind() {
    beginning = "Muy bien. ";
    model = request -> say("Muy bien. ¿Para cuántos?", Map.of("asked", "" + asked.size()));
    ask("Una mesa", GREETING);

    ask("Para dos", GREETING, "g:Una mesa", "a:Muy bien.");

    assertEquals(List.of("g:Una mesa", "a:Muy bien."), history(1));
    assertEquals(Map.of("asked", "1"), asked.get(1).memory());
  }

  @Test
  void whatWasHeardHalfStandsHalfInTheHistory() {
    model = request -> say("Tenemos mesa a las ocho, a las nueve y a las diez.");
    ask("¿Hay mesa?", GREETING);

    ask("A las nueve", GREETING, "g:¿Hay mesa?", "a:Un momento. Tenemos mesa a las ocho");

    assertEquals(List.of("g:¿Hay mesa?", "a:Tenemos mesa a las ocho"), history(1));
  }

  @Test
  void aBookingOfWhichNobodyHeardIsToldWithTheNextAnswerUntilItIsHeard() {
    model =
        request ->
            request.steps().isEmpty() && asked.size() == 1
                ? ModelAnswer.use(List.of(BOOK), Map.of(), "es")
                : say("Muy bien.");
    ask("Sí", GREETING);
    String told =
        database
            .list("SELECT body FROM outbox WHERE kind = 'fallback'", r -> r.text("body"))
            .getFirst();

    String second = text(ask("Sí, y una trona", GREETING));
    assertEquals(told + " Muy bien.", second);
    assertEquals(second, text(ask("Sí, y una trona", GREETING)), "asked again");
    String third = text(ask("Sí, y una trona, por favor", GREETING));
    assertEquals(told + " Muy bien.", third);
    String last = text(ask("Gracias", GREETING, "g:Sí, y una trona, por favor", "a:" + third));
    assertEquals("Muy bien.", last);
    assertEquals(1, database.count("reservations"));
  }

  @Test
  void whoeverAnswersTheBeginningStopsWhenTheWholeComes() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    model =
        request -> {
          if (request.unanswered().getFirst().text().equals("Quería")) {
            begun.countDown();
            await(goOn);
          }
          return say("Sobre: " + request.unanswered().getLast().text());
        };
    CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> ask("Quería", GREETING));
    assertTrue(begun.await(60, java.util.concurrent.TimeUnit.SECONDS));

    String whole = text(ask("Quería una mesa", GREETING));
    goOn.countDown();
    first.join();

    assertEquals("Sobre: Quería una mesa", whole);
    assertEquals(1, database.count("messages WHERE sender = 'assistant' AND state = 'done'"));
  }

  @Test
  void aQuestionOvertakenOnItsWayReplacesNothingAndIsAnsweredWithTheWhole() {
    model = request -> say("Sobre: " + request.unanswered().getLast().text());

    ask(now.plusMillis(300), "Quería una mesa", GREETING);
    String late = text(ask(now, "Quería", GREETING));

    assertEquals("Sobre: Quería una mesa", late);
    assertEquals(1, asked.size());
    assertEquals(0, database.count("messages WHERE state = 'withdrawn'"));
  }

  @Test
  void whatIsToldOfTheCallOtherwiseAddsNoWords() {
    model = request -> say("¿Para cuántos?");
    ask("Una mesa", GREETING);

    CallEvent heard =
        CallEvent.of(PLACE, "transcript:1", "transcript", now, now, "t")
            .saying(new CallLine(true, "Una mesa", now));
    assertTrue(calls.record(heard, database.house(), now));

    assertEquals(1, database.count("messages WHERE sender = 'guest'"));
  }

  @Test
  void whoIsHandedToAPersonIsPutThroughAndStillAnsweredAfterwards() {
    model =
        request ->
            asked.size() == 1 ? ModelAnswer.use(List.of(PERSON), Map.of(), "es") : say("Dígame.");
    Answer.Says handed = (Answer.Says) ask("Quiero hablar con alguien", GREETING);
    assertEquals(Then.TO_PERSON, handed.then());

    assertEquals(
        "Dígame.",
        text(ask("¿Hola?", GREETING, "g:Quiero hablar con alguien", "a:" + handed.text())));
  }

  @Test
  void theHouseSpeaksFirstAndTakesLeaveLast() {
    model = request -> say("Hasta luego.");

    assertTrue(text(ask("")).contains("Casa"));
    assertEquals(Then.HANG_UP, ((Answer.Says) ask("Gracias, adiós", GREETING)).then());
    assertInstanceOf(
        Answer.NoHouse.class,
        service()
            .answer(
                new ToldCall(
                    new CallPlace("vapi", "2", "", List.of("+34999"), "", "inbound"),
                    List.of(),
                    "hola",
                    "nowhere"),
                now));
  }

  @Test
  void whatIsThereOfAnAnswerIsGivenOutBeforeTheRestAndTheWholeAgainToWhoAsksAgain() {
    List<String> early = new ArrayList<>();
    beginning = "Buenas tardes, señora. ";
    model =
        request -> {
          assertEquals(List.of("Buenas tardes, señora."), early, "given out before the rest");
          return say("Buenas tardes, señora. ¿Para cuántos?");
        };
    ToldCall hello = new ToldCall(PLACE, List.of(new Line(false, "Casa.")), "hola", "");

    assertEquals("¿Para cuántos?", text(service().answer(hello, now, early::add)));
    assertEquals(1, early.size());
    assertEquals("Buenas tardes, señora. ¿Para cuántos?", text(service().answer(hello, now)));
    assertEquals(1, asked.size());

    beginning = "";
    model = request -> say("Muy bien.");
    ask("Para dos", "a:Casa.", "g:hola", "a:Buenas tardes, señora. ¿Para cuántos?");
    assertEquals(List.of("g:hola", "a:Buenas tardes, señora.", "a:¿Para cuántos?"), history(1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(60, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer ask(String words, String... before) {
    return ask(now, words, before);
  }

  private Answer ask(Instant when, String words, String... before) {
    List<Line> lines =
        Arrays.stream(before).map(b -> new Line(b.startsWith("g:"), b.substring(2))).toList();
    return service().answer(new ToldCall(PLACE, lines, words, ""), when);
  }

  private static String text(Answer answer) {
    return ((Answer.Says) answer).text();
  }

  private AnswerToldCall service() {
    LanguageModel scripted =
        new LanguageModel() {
          @Override
          public String name() {
            return "scripted";
          }

          @Override
          public ModelAnswer answer(ModelRequest request) {
            asked.add(request);
            return model.apply(request);
          }

          @Override
          public ModelAnswer answer(ModelRequest request, Listener listener) {
            if (!beginning.isEmpty()) {
              listener.text(beginning);
            }
            return answer(request);
          }
        };
    PostgresVenues venues = new PostgresVenues(database.venueRows, database.json);
    ToolBox tools =
        ReservationTools.over(PostgresTableBookTest.bookOf(database))
            .and(
                HandoffTools.over(
                    new CallPerson(
                        new PostgresPersonRequests(database.sql),
                        new PostgresNotices(database.sql))));
    Receptionist receptionist =
        new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            venues,
            scripted,
            tools,
            () -> now,
            TurnRules::usual);
    return new AnswerToldCall(
        new CallHouses(calls, venues),
        venues,
        calls,
        new PostgresToldTurns(database.sql, database.json),
        receptionist,
        () -> {},
        Duration.ofSeconds(60),
        () -> now);
  }

  private List<String> history(int request) {
    return asked.get(request).history().stream()
        .map(m -> (m.from() == Message.From.GUEST ? "g:" : "a:") + m.text())
        .toList();
  }

  private static ModelAnswer say(String text) {
    return say(text, Map.of());
  }

  private static ModelAnswer say(String text, Map<String, String> memory) {
    return ModelAnswer.say(text, memory, "es");
  }
}
