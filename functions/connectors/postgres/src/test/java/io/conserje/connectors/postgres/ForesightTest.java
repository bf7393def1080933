package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.Foresight;
import io.conserje.call.HouseTalk;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.call.StreamToken;
import io.conserje.call.TakeCall;
import io.conserje.call.TalkWithReceptionist;
import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.TurnRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer made in a guest's pause: all of it counts, or nothing of it has happened. */
class ForesightTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final String KEY = "not-a-real-key";
  private static final CallPlace CALL =
      new CallPlace("twilio", "CA1", "", List.of("+34600000900"), "+34600000101", "inbound");

  private final Semaphore answered = new Semaphore(0);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger booked = new AtomicInteger();

  /** Of each of the model's answers, once it is known whether it was wanted. */
  private final List<Boolean> wanted = new CopyOnWriteArrayList<>();

  private String tool = "look";
  private boolean atHand = true;
  private Database database;
  private HouseTalk talk;
  private Line greeting;

  @BeforeEach
  void open() {
    database = Database.with(1);
    PostgresCalls calls = new PostgresCalls(database.sql, database.json, database.digests);
    PostgresVenues venues = new PostgresVenues(database.venueRows, database.json);
    calls.open(CALL, database.house(), CallState.RINGING, NOW);
    String token = StreamToken.of("CA1", "house", "one", NOW).signed(KEY);
    Receptionist receptionist =
        new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            venues,
            new Model(),
            new ToolBox(List.of(new Looking(), new Booking())),
            () -> NOW,
            TurnRules::usual);
    talk =
        new TalkWithReceptionist(
            new TakeCall(calls, venues, () -> KEY, () -> NOW).take("twilio", token).orElseThrow(),
            calls,
            new PostgresCallWords(database.sql),
            receptionist,
            () -> {},
            () -> NOW);
    greeting = talk.greet().lines().getFirst();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasThoughtOfInThePauseIsTheAnswer() throws InterruptedException {
    Foresight ahead = new Foresight("¿Abren hoy?", List.of(heard(greeting, 4)));
    Thread thinking = thinking(ahead);
    assertTrue(answered.tryAcquire(30, TimeUnit.SECONDS));
    assertEquals(List.of(greeting.text()), said(), "nobody sees anything of it before it counts");
    assertEquals(List.of(), wanted);

    HouseTalk.Answer answer = talk.answer(ahead, _ -> {});
    thinking.join();
    assertEquals("Sí, a las ocho.", answer.lines().getFirst().text());
    assertEquals(
        List.of(greeting.text().substring(0, 4), "¿Abren hoy?", "Sí, a las ocho."), said());
    assertEquals(2, asked.get(), "the model was not asked again");
    assertEquals(List.of(true, true), wanted);
    assertEquals(List.of("delivered", "sent"), states());
    assertEquals(0, number("SELECT count(*) FROM conversations WHERE lease_until IS NOT NULL"));
  }

  @Test
  void ofWhatIsDroppedNothingHasHappened() throws InterruptedException {
    Foresight ahead = new Foresight("¿Abren hoy?", List.of(heard(greeting, 4)));
    Thread thinking = thinking(ahead);
    assertTrue(answered.tryAcquire(30, TimeUnit.SECONDS));
    ahead.drop();
    thinking.join();
    assertEquals(List.of(greeting.text()), said());
    assertEquals(List.of("sent"), states());
    assertEquals(0, database.count("turns"));
    assertEquals(List.of(false, false), wanted);

    Foresight all = new Foresight("¿Abren hoy? ¿Y mañana?", List.of());
    assertEquals("Sí, a las ocho.", talk.answer(all, _ -> {}).lines().getFirst().text());
    assertEquals(List.of(greeting.text(), "¿Abren hoy? ¿Y mañana?", "Sí, a las ocho."), said());
  }

  @Test
  void whatChangesSomethingWaitsUntilTheGuestHasFinished() throws InterruptedException {
    tool = "book";
    Foresight ahead = new Foresight("Reserve", List.of());
    thinking(ahead).join();
    assertEquals(0, booked.get());
    assertEquals(List.of(greeting.text()), said());
    assertEquals(List.of(false), wanted);

    assertEquals("Sí, a las ocho.", talk.answer(ahead, _ -> {}).lines().getFirst().text());
    assertEquals(1, booked.get());
    assertEquals(List.of(false, true, true), wanted);
  }

  @Test
  void aModelElsewhereIsNotAskedInVain() throws InterruptedException {
    atHand = false;
    Foresight ahead = new Foresight("¿Abren hoy?", List.of());
    thinking(ahead).join();
    assertEquals(0, asked.get());

    assertFalse(talk.answer(ahead, _ -> {}).lines().isEmpty());
  }

  @Test
  void whoFinishesBeforeTheHouseHasBegunToThinkIsAnsweredOnce() throws InterruptedException {
    Foresight ahead = new Foresight("¿Abren hoy?", List.of());
    talk.answer(ahead, _ -> {});
    thinking(ahead).join();

    assertEquals(List.of(greeting.text(), "¿Abren hoy?", "Sí, a las ocho."), said());
  }

  private Thread thinking(Foresight ahead) {
    return Thread.ofVirtual().start(() -> talk.foresee(ahead));
  }

  private static HeardLine heard(Line line, int characters) {
    return new HeardLine(line.id(), line.text().substring(0, characters), false);
  }

  private List<String> said() {
    return database.list("SELECT body FROM messages ORDER BY position", row -> row.text("body"));
  }

  private List<String> states() {
    return database.list("SELECT state FROM outbox ORDER BY position", row -> row.text("state"));
  }

  private long number(String query) {
    return database.one(query, row -> row.result().getLong(1)).orElseThrow();
  }

  private final class Model implements LanguageModel {

    @Override
    public String name() {
      return "test";
    }

    @Override
    public boolean isAtHand() {
      return atHand;
    }

    @Override
    public ModelAnswer answer(ModelRequest request, Listener listener) {
      listener.onceKnown(wanted::add);
      return answer(request);
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
      asked.incrementAndGet();
      if (request.steps().isEmpty()) {
        return ModelAnswer.use(List.of(new ToolCall("1", tool, Map.of())), Map.of(), "es");
      }
      answered.release();
      return ModelAnswer.say("Sí, a las ocho.", Map.of(), "es");
    }
  }

  private static final class Looking implements Tool {

    @Override
    public ToolSpec spec() {
      return new ToolSpec("look", "looks", List.of());
    }

    @Override
    public boolean onlyLooks(ToolCall call) {
      return true;
    }

    @Override
    public ToolResult run(ToolCall call, Context context) {
      return Tool.result(call, Map.of("status", "found"));
    }
  }

  private final class Booking implements Tool {

    @Override
    public ToolSpec spec() {
      return new ToolSpec("book", "books", List.of());
    }

    @Override
    public ToolResult run(ToolCall call, Context context) {
      booked.incrementAndGet();
      return Tool.result(call, Map.of("status", "done"));
    }
  }
}
