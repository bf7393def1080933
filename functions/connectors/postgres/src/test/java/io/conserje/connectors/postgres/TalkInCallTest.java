package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.CarriedCall;
import io.conserje.call.CarriedCall.Why;
import io.conserje.call.HouseTalk;
import io.conserje.call.HouseTalk.Farewell;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.call.StreamToken;
import io.conserje.call.TakeCall;
import io.conserje.call.TakeCall.Taken;
import io.conserje.call.TalkWithReceptionist;
import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Message;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call whose sound we carry: who is let in, what is said, and what of it was heard. */
class TalkInCallTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final String KEY = "not-a-real-key";
  private static final CallPlace CALL =
      new CallPlace("twilio", "CA1", "", List.of("+34600000900"), "+34600000101", "inbound");

  private final List<ModelRequest> asked = new ArrayList<>();
  private Database database;
  private PostgresCalls calls;
  private Venues venues;
  private TakeCall take;
  private boolean trouble;
  private final List<String> early = new ArrayList<>();
  private BiFunction<ModelRequest, LanguageModel.Listener, String> model = (_, _) -> "Dígame.";
  private boolean books;

  @BeforeEach
  void open() {
    database = Database.with(1);
    calls = new PostgresCalls(database.sql, database.json, database.digests);
    venues = new PostgresVenues(database.venueRows, database.json);
    take = new TakeCall(calls, venues, () -> KEY, () -> NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anAnnouncedCallIsTakenOnceForEachToken() {
    announce();
    String token = token("CA1", "house", "first");

    Taken taken = take.take("twilio", token).orElseThrow();
    assertEquals("house", taken.venue().id().value());
    assertTrue(take.take("twilio", token).isEmpty());
    assertTrue(take.take("twilio", token("CA1", "house", "second")).isPresent());
    assertEquals("in_progress", text("SELECT state FROM calls"));
    assertEquals(1, database.count("calls"));
  }

  @Test
  void whatWasNotAnnouncedHereIsNotTaken() {
    announce();
    assertTrue(take.take("twilio", token("CA2", "house", "n")).isEmpty());
    assertTrue(take.take("telnyx", token("CA1", "house", "n")).isEmpty());
    assertTrue(take.take("twilio", token("CA1", "other", "n")).isEmpty());
    assertTrue(take.take("twilio", StreamToken.of("CA1", "house", "n", NOW).signed("k")).isEmpty());
    assertEquals("ringing", text("SELECT state FROM calls"));
  }

  @Test
  void whatIsSaidStandsInTheConversationInItsOrder() {
    HouseTalk talk = talk();
    Line greeting = talk.greet().lines().getFirst();
    Line answer = talk.answer("Buenas tardes").lines().getFirst();

    assertEquals("Dígame.", answer.text());
    assertEquals(List.of(greeting.text(), "Buenas tardes", "Dígame."), said());
    assertEquals(3, number("SELECT count(*) FROM messages WHERE call IS NOT NULL"));
    assertEquals(
        List.of(greeting.text()), asked.getFirst().history().stream().map(Message::text).toList());
    assertEquals(List.of("sent", "sent"), states());
  }

  @Test
  void whatWasNotHeardWasNotSaid() {
    HouseTalk talk = talk();
    Line greeting = talk.greet().lines().getFirst();
    Line first = talk.answer("Hola").lines().getFirst();
    talk.heard(
        List.of(
            new HeardLine(greeting.id(), greeting.text().substring(0, 12), false),
            new HeardLine(first.id(), "", false)));
    Line second = talk.answer("Una mesa").lines().getFirst();
    talk.heard(List.of(new HeardLine(second.id(), second.text(), true)));

    assertEquals(
        List.of(greeting.text().substring(0, 12), "Hola"),
        asked.getLast().history().stream().map(Message::text).toList());
    assertEquals(List.of("delivered", "undelivered", "delivered"), states());
  }

  @Test
  void anAnswerIsSaidWhileItIsMadeAndNothingOfItTwice() {
    HouseTalk talk = talk();
    model =
        (request, listener) -> {
          listener.text("Buenas tardes. ");
          assertEquals(List.of("Buenas tardes."), early, "said before the rest is there");
          assertEquals(List.of("Hola", "Buenas tardes."), said());
          return "Buenas tardes. Mesa para 2, ¿a qué hora?";
        };

    List<String> rest = texts(talk.answer("Hola", lines -> early.addAll(texts(lines))));

    assertEquals(List.of("Mesa para dos, ¿a qué hora?"), rest);
    assertEquals(List.of("Hola", "Buenas tardes.", "Mesa para dos, ¿a qué hora?"), said());
    model = (_, _) -> "Dígame.";
    talk.answer("A las nueve");
    assertEquals(
        List.of("Hola", "Buenas tardes.", "Mesa para dos, ¿a qué hora?"),
        asked.getLast().history().stream().map(Message::text).toList());
  }

  @Test
  void whatWasSaidOfAnAnswerThatBrokeOffStaysSaid() {
    HouseTalk talk = talk();
    model =
        (request, listener) -> {
          listener.text("Muy bien, señora. ");
          listener.discarded();
          return "¿A qué hora?";
        };

    assertEquals(
        List.of("¿A qué hora?"), texts(talk.answer("Hola", lines -> early.addAll(texts(lines)))));
    assertEquals(List.of("Muy bien, señora."), early);
    assertEquals(List.of("Hola", "Muy bien, señora.", "¿A qué hora?"), said());
  }

  @Test
  void anAnswerInTheMakingIsNotBegunWhereTheGuestHasSaidMore() {
    HouseTalk talk = talk();
    model =
        (request, listener) -> {
          if (asked.size() == 1) {
            guestSays("Somos dos");
            listener.text("¿Cuántas personas son? ");
          }
          return "Dígame el día.";
        };

    assertEquals(
        List.of("Dígame el día."),
        texts(talk.answer("Una mesa", lines -> early.addAll(texts(lines)))));
    assertEquals(List.of(), early);
    assertEquals(List.of("Una mesa", "Somos dos", "Dígame el día."), said());
  }

  @Test
  void whoLosesTheConversationSaysNothingMore() {
    HouseTalk talk = talk();
    model =
        (request, listener) -> {
          listener.text("Muy bien, señora. ");
          database.update("UPDATE conversations SET owner = 'person', lease = lease + 1");
          listener.text("La terraza está libre. ");
          return "Muy bien, señora. La terraza está libre.";
        };

    HouseTalk.Answer answer = talk.answer("Hola", lines -> early.addAll(texts(lines)));

    assertTrue(answer.toPerson());
    assertEquals(List.of("Muy bien, señora."), early);
    assertEquals(List.of("Hola", "Muy bien, señora."), said());
  }

  @Test
  void whoWasCutOffAfterABeginningHearsTheWholeAnswerAgain() {
    HouseTalk before = talk();
    model =
        (request, listener) -> {
          listener.text("Buenas tardes. ");
          return "Buenas tardes. ¿A qué hora?";
        };
    before.answer("Hola");

    List<String> again = texts(talk().greet());
    assertEquals(
        List.of("Buenas tardes.", "¿A qué hora?"), again.subList(again.size() - 2, again.size()));
  }

  @Test
  void anAnswerThatTheSweepCameAcrossIsSaidAllTheSame() {
    HouseTalk talk = talk(new TurnsSweptAtOnce());
    assertEquals(1, talk.answer("Hola").lines().size());
  }

  @Test
  void whatAnEarlierCallLeftUnsaidIsNotSaidInTheNext() {
    talk();
    database.update(
        """
        INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address, body,
          state, due_at, written_at, changed_at)
        SELECT gen_random_uuid(), 'house', id, 'reply', 'voice', house_address, guest_address, 'De ayer.',
          'waiting', started_at - interval '1 day', started_at - interval '1 day', started_at FROM conversations
        """);
    assertEquals(
        List.of("Dígame."), talk().answer("Hola").lines().stream().map(Line::text).toList());
  }

  @Test
  void whatFailsIsToldToTheGuest() {
    HouseTalk talk = talk();
    trouble = true;

    String said = talk.answer("Hola").lines().getFirst().text();
    assertFalse(said.isBlank());
    assertTrue(said.contains("seis cero cero"), said);
  }

  @Test
  void aCallLeftToAPersonIsKnownAsSuch() {
    HouseTalk talk = talk();
    talk.answer("Hola");
    database.update("UPDATE conversations SET owner = 'person'");

    assertTrue(talk.answer("¿Oiga?").toPerson());
    talk.leave();
    assertEquals(Why.TO_PERSON, why());
  }

  @Test
  void whyTheSoundHasEndedIsKnown() {
    announce();
    assertEquals(Why.NEVER_CARRIED, why());

    HouseTalk talk = talk();
    assertEquals(Why.CUT_OFF, why());
    talk.leave();
    assertEquals(Why.GIVEN_UP, why());
  }

  @Test
  void aCallIsCarriedOnAFewTimesAndThenGivenUp() {
    talk();
    assertEquals(
        List.of(Why.CUT_OFF, Why.CUT_OFF, Why.CUT_OFF, Why.GIVEN_UP),
        List.of(why(), why(), why(), why()));
  }

  @Test
  void whoWasCutOffIsAnsweredAndToldAgainWhatMayBeMissed() {
    HouseTalk before = talk();
    Line greeting = before.greet().lines().getFirst();
    before.heard(List.of(new HeardLine(greeting.id(), greeting.text(), true)));
    before.answer("Una mesa");

    List<Line> again = talk().greet().lines();
    assertEquals(2, again.size(), again.toString());
    assertTrue(again.getFirst().text().contains("cortado"), again.toString());
    assertEquals("Dígame.", again.getLast().text());
    assertEquals(1, asked.size());
  }

  @Test
  void whatWasSaidBeforeItWasCutOffIsAnsweredAfterwards() {
    talk().greet();
    database.update(
        """
        INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call)
        SELECT conversation, venue, 'guest', 'speech', 'Una mesa', began_at, 'waiting', id FROM calls
        """);

    assertEquals("Dígame.", talk().greet().lines().getLast().text());
    assertEquals(1, asked.size());
  }

  @Test
  void whatWasDoneAndNotHeardIsSaidBeforeTheNextAnswer() {
    HouseTalk talk = talk();
    books = true;
    Line booked = talk.answer("Resérvela").lines().getFirst();
    assertEquals("Reservada. ¿Algo más?", booked.text());
    talk.heard(List.of(new HeardLine(booked.id(), "", false)));

    List<Line> next = talk.answer("¿Tienen terraza?").lines();
    assertEquals(List.of("Mesa reservada.", "Dígame."), next.stream().map(Line::text).toList());
    assertEquals(
        List.of("Resérvela", "Mesa reservada."),
        asked.getLast().history().stream().map(Message::text).toList());
    talk.heard(
        List.of(
            new HeardLine(next.getFirst().id(), "", false),
            new HeardLine(next.getLast().id(), "", false)));
    List<Line> again = talk.answer("Oiga").lines();
    assertEquals("Mesa reservada.", again.getFirst().text());
    talk.heard(List.of(new HeardLine(again.getFirst().id(), "Mesa reservada.", true)));
    talk.heard(List.of(new HeardLine(again.getLast().id(), "", false)));
    assertEquals(List.of("Dígame."), texts(talk.answer("Gracias")));
  }

  @Test
  void whatWasDoneAndMostlyHeardIsNotSaidTwice() {
    HouseTalk talk = talk();
    books = true;
    Line booked = talk.answer("Resérvela").lines().getFirst();
    talk.heard(List.of(new HeardLine(booked.id(), "Reservada. ¿Algo", false)));

    assertEquals(List.of("Dígame."), texts(talk.answer("No")));
  }

  @Test
  void aHostThatDiedWhileItAnsweredIsNotWaitedFor() {
    talk().greet();
    database.update(
        """
        INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call)
        SELECT conversation, venue, 'guest', 'speech', 'Una mesa', began_at, 'waiting', id FROM calls
        """);
    database.update(
        "UPDATE conversations SET lease = lease + 1, lease_until = started_at + interval '30 s'");

    assertEquals("Dígame.", talk().greet().lines().getLast().text());
  }

  @Test
  void whoSaysNothingAnyMoreHasEndedTheCallAndWhatWasOpenIsKnown() {
    HouseTalk talk = talk();
    talk.takesLeave(Farewell.NOBODY_THERE, "¿Para cuántas personas?");
    talk.leave();

    assertEquals(Why.OVER, why());
    assertEquals("guest-silent: ¿Para cuántas personas?", text("SELECT ended_reason FROM calls"));
  }

  @Test
  void whomNobodyOfTheHouseTookIsToldSoAndAnsweredAgainOnce() {
    HouseTalk talk = talk();
    talk.answer("Hola");
    database.update("UPDATE conversations SET owner = 'person'");
    talk.leave();
    CarriedCall carried = new CarriedCall(calls);
    assertTrue(carried.mayComeBack(CALL, database.house(), NOW));

    HouseTalk back = talk();
    assertTrue(texts(back.greet()).getFirst().contains("He dejado aviso para que le devuelvan"));
    assertEquals(List.of("Dígame."), texts(back.answer("¿Tienen terraza?")));
    assertEquals(Why.CUT_OFF, why());
    database.update("UPDATE conversations SET owner = 'person'");
    back.leave();
    assertEquals(Why.TO_PERSON, why());
    assertFalse(carried.mayComeBack(CALL, database.house(), NOW), "once in a call");
  }

  @Test
  void aPersonWhoHasTakenTheConversationKeepsIt() {
    HouseTalk talk = talk();
    database.update("UPDATE conversations SET owner = 'person', taken_by = 'Marta'");
    talk.leave();
    assertTrue(new CarriedCall(calls).mayComeBack(CALL, database.house(), NOW));

    talk().greet();
    assertEquals("person", text("SELECT owner FROM conversations"));
  }

  @Test
  void aCallThatGoesOnHasLastedSinceItBegan() {
    assertEquals(Duration.ZERO, talk().lasted());
    database.update("UPDATE calls SET answered_at = answered_at - interval '3 minutes'");
    assertEquals(Duration.ofMinutes(3), talk().lasted());
  }

  @Test
  void aCallThatLastedTooLongIsForAPerson() {
    HouseTalk talk = talk();
    talk.takesLeave(Farewell.TIME_IS_OVER, "");
    talk.leave();

    assertEquals(Why.TO_PERSON, why());
    assertFalse(new CarriedCall(calls).mayComeBack(CALL, database.house(), NOW));
  }

  @Test
  void whatTheHouseSaysOfItselfAndTheGuestAsideIsWrittenDownAndNotAnswered() {
    HouseTalk talk = talk();
    talk.says(new Line(UUID.randomUUID(), "¿Sigue ahí?"));
    talk.overheard("un momento");
    assertEquals(List.of("¿Sigue ahí?", "un momento"), said());
    assertEquals(0, number("SELECT count(*) FROM messages WHERE state <> 'done'"));
    assertEquals(List.of("Dígame."), texts(talk.answer("Hola")));
    assertEquals(1, asked.getLast().unanswered().size());
  }

  @Test
  void whoCannotBeAnsweredTwiceIsForAPerson() {
    HouseTalk talk = talk();
    trouble = true;
    assertFalse(talk.answer("Hola").toPerson());
    assertTrue(talk.answer("¿Oiga?").toPerson());
  }

  private static List<String> texts(HouseTalk.Answer answer) {
    return answer.lines().stream().map(Line::text).toList();
  }

  private Why why() {
    return new CarriedCall(calls).ended(CALL, database.house(), NOW);
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  private void guestSays(String words) {
    database.update(
        """
        INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call)
        SELECT conversation, venue, 'guest', 'speech', ?, began_at, 'waiting', id FROM calls
        """,
        words);
  }

  private void announce() {
    calls.open(CALL, database.house(), CallState.RINGING, NOW);
  }

  private static String token(String call, String venue, String nonce) {
    return StreamToken.of(call, venue, nonce, NOW).signed(KEY);
  }

  private HouseTalk talk() {
    return talk(() -> {});
  }

  private HouseTalk talk(Runnable afterwards) {
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

  /** The sweep comes between an answer and its being taken. */
  private final class TurnsSweptAtOnce implements Runnable {
    @Override
    public void run() {
      database.update("UPDATE outbox SET state = 'failed' WHERE state = 'waiting'");
    }
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

  private List<String> said() {
    return database.list("SELECT body FROM messages ORDER BY position", row -> row.text("body"));
  }

  private List<String> states() {
    return database.list("SELECT state FROM outbox ORDER BY position", row -> row.text("state"));
  }

  private String text(String query) {
    return database.one(query, row -> row.result().getString(1)).orElseThrow();
  }

  private long number(String query) {
    return database.one(query, row -> row.result().getLong(1)).orElseThrow();
  }
}
