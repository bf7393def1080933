package io.conserje.connectors.postgres;

import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.HouseTalk;
import io.conserje.call.HouseTalk.Line;
import io.conserje.call.StreamToken;
import io.conserje.call.TakeCall;
import io.conserje.call.TakeCall.Taken;
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
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A call whose sound we carry, with a house that answers as the test wants it. */
abstract class CarriedTalk {

  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final String KEY = "not-a-real-key";
  static final CallPlace CALL =
      new CallPlace("twilio", "CA1", "", List.of("+34600000900"), "+34600000101", "inbound");

  final List<ModelRequest> asked = new ArrayList<>();
  Database database;
  PostgresCalls calls;
  private Venues venues;
  TakeCall take;
  boolean trouble;
  BiFunction<ModelRequest, LanguageModel.Listener, String> model = (_, _) -> "Dígame.";
  boolean books;

  @BeforeEach
  void open() {
    database = emptyBook();
    calls = new PostgresCalls(database.sql, database.json, database.digests);
    venues = new PostgresVenues(database.venueRows, database.json);
    take = new TakeCall(calls, venues, () -> KEY, () -> NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  Database emptyBook() {
    return Database.with(1);
  }

  static List<String> texts(HouseTalk.Answer answer) {
    return answer.lines().stream().map(Line::text).toList();
  }

  static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  /** What nobody has answered yet. */
  void guestSays(String words) {
    database.update(
        """
        INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call)
        SELECT conversation, venue, 'guest', 'speech', ?, began_at, 'waiting', id FROM calls
        """,
        words);
  }

  void announce() {
    calls.open(CALL, database.house(), CallState.RINGING, NOW);
  }

  static String token(String call, String venue, String nonce) {
    return StreamToken.of(call, venue, nonce, NOW).signed(KEY);
  }

  HouseTalk talk() {
    return talk(() -> {});
  }

  HouseTalk talk(Runnable afterwards) {
    announce();
    Taken taken =
        take.take("twilio", token("CA1", "house", UUID.randomUUID().toString())).orElseThrow();
    Receptionist receptionist =
        new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            new VenuesInTrouble(),
            new Model(),
            new ToolBox(List.of(new Book())),
            () -> NOW,
            TurnRules::usual);
    return new TalkWithReceptionist(
        taken, calls, new PostgresCallWords(database.sql), receptionist, afterwards, () -> NOW);
  }

  private final class VenuesInTrouble implements Venues {

    @Override
    public Optional<Venue> byId(VenueId id) {
      if (trouble) {
        throw new IllegalStateException("no book today");
      }
      return venues.byId(id);
    }

    @Override
    public Optional<Venue> byAddress(Channel channel, String address) {
      return venues.byAddress(channel, address);
    }

    @Override
    public List<Venue> all() {
      return venues.all();
    }
  }

  private static final class Book implements Tool {

    @Override
    public ToolSpec spec() {
      return new ToolSpec("book", "books", List.of());
    }

    @Override
    public ToolResult run(ToolCall call, Context context) {
      return new ToolResult(call.id(), "book", Map.of("status", "done"), "Mesa reservada.");
    }
  }

  private final class Model implements LanguageModel {

    @Override
    public String name() {
      return "test";
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
      return answer(request, Listener.NOBODY);
    }

    @Override
    public ModelAnswer answer(ModelRequest request, Listener listener) {
      asked.add(request);
      if (books && request.steps().isEmpty()) {
        books = false;
        return ModelAnswer.use(List.of(new ToolCall("1", "book", Map.of())), Map.of(), "es");
      }
      if (request.steps().stream().anyMatch(step -> !step.results().isEmpty())) {
        return ModelAnswer.say("Reservada. ¿Algo más?", Map.of(), "es");
      }
      return ModelAnswer.say(model.apply(request, listener), Map.of(), "es");
    }
  }

  List<String> said() {
    return database.list("SELECT body FROM messages ORDER BY position", row -> row.text("body"));
  }

  List<String> states() {
    return database.list("SELECT state FROM outbox ORDER BY position", row -> row.text("state"));
  }

  String text(String query) {
    return database.one(query, row -> row.result().getString(1)).orElseThrow();
  }

  long number(String query) {
    return database.one(query, row -> row.result().getLong(1)).orElseThrow();
  }
}
