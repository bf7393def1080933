package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.Closing;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Turn;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSavedTurnsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(35);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration UNHEARD = Duration.ofSeconds(30);

  private Database database;
  private PostgresInboundLedger ledger;
  private PostgresSavedTurns turns;

  @BeforeEach
  void open() {
    database = Database.with(1);
    ledger = new PostgresInboundLedger(database.sql, database.json, database.digests);
    turns = new PostgresSavedTurns(database.sql, database.json);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSameEventIsRecordedOnce() {
    Entry first = say("SM1", "hola");
    Entry again = say("SM1", "hola");

    assertEquals(first, again);
    assertEquals(1, database.count("messages"));
  }

  @Test
  void messagesInQuickSuccessionAreOneTurn() {
    Entry first = say("SM1", "hola");
    Entry second = say("SM2", "mesa para cuatro");

    assertInstanceOf(Opening.MoreComing.class, open(first, NOW));
    Turn turn = opened(open(second, NOW));

    assertEquals(
        List.of("hola", "mesa para cuatro"),
        turn.unanswered().stream().map(m -> m.text()).toList());
  }

  @Test
  void whoKeepsWritingIsNotKeptWaitingForEver() {
    Entry first = say("SM1", "hola");
    say("SM2", "mesa");

    assertInstanceOf(Opening.Opened.class, open(first, NOW.plus(PATIENCE)));
  }

  @Test
  void aConversationIsAnsweredByOneRunAtATime() {
    Entry entry = say("SM1", "hola");
    opened(open(entry, NOW));

    assertEquals(new Opening.Busy(LEASE.minusSeconds(5)), open(entry, NOW.plusSeconds(5)));
  }

  @Test
  void whoReadTheClockAndThenWaitedForAnotherTakesNothingFromIt() {
    Entry entry = say("SM1", "hola");
    opened(open(entry, NOW.plusMillis(5)));

    assertInstanceOf(Opening.Busy.class, open(entry, NOW));
  }

  @Test
  void aRunThatDiedIsTakenUpWhereItStoppedAndItsEffectIsNotRepeated() {
    Entry entry = say("SM1", "mesa");
    Turn died = opened(open(entry, NOW));
    ToolCall call = new ToolCall("c1", "create_reservation", Map.of("party_size", 4));
    AtomicInteger effects = new AtomicInteger();
    Step step =
        new Step(
            1, entry.position(), ModelAnswer.use(List.of(call), Map.of("k", "v"), "es"), List.of());
    turns.save(died, step, "test", NOW);
    run(died, call, effects);

    Turn resumed = opened(open(entry, NOW.plus(LEASE)));
    ToolResult result = run(resumed, call, effects);

    assertEquals(1, effects.get());
    assertEquals(died.id(), resumed.id());
    assertEquals(List.of(call), resumed.steps().getFirst().answer().calls());
    assertEquals(List.of(result), resumed.steps().getFirst().results());
    assertEquals(Map.of("k", "v"), resumed.latestMemory());
    assertThrows(LeaseLost.class, () -> turns.save(died, step, "test", NOW));
    assertThrows(LeaseLost.class, () -> turns.close(spoken(died, entry), NOW));
  }

  @Test
  void whatTheGuestMustHearIsWithdrawnOnceTheReplyIsWritten() {
    Entry entry = say("SM1", "mesa");
    Turn turn = opened(open(entry, NOW));
    ToolCall call = new ToolCall("c1", "create_reservation", Map.of());
    turns.save(
        turn,
        new Step(1, entry.position(), ModelAnswer.use(List.of(call), Map.of(), "es"), List.of()),
        "test",
        NOW);
    run(turn, call, new AtomicInteger());
    assertEquals(List.of("fallback:waiting"), outbox());

    turns.close(spoken(turn, entry), NOW);

    assertEquals(List.of("fallback:withdrawn", "reply:waiting"), outbox());
    assertInstanceOf(Opening.NothingToAnswer.class, open(entry, NOW));
  }

  @Test
  void whatTheGuestHasHeardInOurOwnWordsIsNotSaidAgain() {
    Entry entry = say("SM1", "mesa");
    Turn turn = opened(open(entry, NOW));
    ToolCall call = new ToolCall("c1", "create_reservation", Map.of());
    turns.save(
        turn,
        new Step(1, entry.position(), ModelAnswer.use(List.of(call), Map.of(), "es"), List.of()),
        "test",
        NOW);
    run(turn, call, new AtomicInteger());
    new PostgresOutbox(database.sql)
        .claim(turn.conversation(), NOW.plus(UNHEARD), Duration.ofSeconds(20), null);

    turns.close(spoken(turn, entry), NOW);

    assertEquals(List.of("fallback:sending"), outbox());
  }

  @Test
  void aMessageThatArrivesMeanwhileIsTakenIntoTheTurn() {
    Entry entry = say("SM1", "mesa");
    Turn turn = spoken(opened(open(entry, NOW)), entry);
    say("SM2", "somos cinco");

    Closing.MoreArrived more = assertInstanceOf(Closing.MoreArrived.class, turns.close(turn, NOW));

    assertEquals(2, more.turn().unanswered().size());
    assertEquals(List.of(), outbox());
    assertInstanceOf(Closing.Closed.class, turns.close(more.turn(), NOW));
    assertEquals(List.of("reply:waiting"), outbox());
  }

  @Test
  void aPersonWhoTookTheConversationOverIsNotInterrupted() {
    Entry entry = say("SM1", "mesa");
    Turn turn = spoken(opened(open(entry, NOW)), entry);
    database.update("UPDATE conversations SET owner = 'person'");

    assertThrows(LeaseLost.class, () -> turns.close(turn, NOW));
    assertInstanceOf(Opening.PersonOwns.class, open(entry, NOW.plus(LEASE)));
    assertEquals(List.of(), outbox());
  }

  @Test
  void whatTheGuestMayTouchIsSavedAndGoesOutWithTheLastPart() {
    Entry entry = say("SM1", "mesa");
    Turn died = opened(open(entry, NOW));
    ModelAnswer asked = ModelAnswer.say("¿Está bien? ".repeat(200), Map.of(), "es");
    Step step = new Step(1, entry.position(), asked.offering(List.of("Sí", "No")), List.of());
    turns.save(died, step, "test", NOW);

    Turn resumed = opened(open(entry, NOW.plus(LEASE)));
    assertEquals(List.of("Sí", "No"), resumed.choices());
    turns.close(resumed, NOW);

    assertEquals(
        List.of("{}", "{Sí,No}"),
        database.list(
            "SELECT choices::text AS choices FROM outbox ORDER BY position",
            row -> row.text("choices")));
  }

  @Test
  void aReplyThatAPageFetchesIsSentWhenItIsWritten() {
    Entry entry = say(Channel.WEBCHAT, "casa", "page-1", "mesa");
    Turn turn = opened(open(entry, NOW));

    turns.close(spoken(turn, entry), NOW);

    assertEquals(List.of("reply:sent"), outbox());
    assertEquals(
        List.of("webchat, known by its own id, tried 1"),
        database.list(
            "SELECT provider, provider_message_id = id::text AS own, attempts FROM outbox",
            row ->
                row.text("provider")
                    + (row.result().getBoolean("own") ? ", known by its own id" : "")
                    + ", tried "
                    + row.number("attempts")));
  }

  private ToolResult run(Turn turn, ToolCall call, AtomicInteger effects) {
    return turns.once(
        turn,
        1,
        0,
        call,
        c -> {
          effects.incrementAndGet();
          return new ToolResult(c.id(), c.name(), Map.of("status", "booked"), "Reservado.");
        },
        NOW,
        UNHEARD);
  }

  private static Turn spoken(Turn turn, Entry entry) {
    return turn.with(
        new Step(9, entry.position(), ModelAnswer.say("Hecho.", Map.of(), "es"), List.of()));
  }

  private List<String> outbox() {
    return database.list(
        "SELECT kind, state FROM outbox ORDER BY position",
        row -> row.text("kind") + ":" + row.text("state"));
  }

  private Opening open(Entry entry, Instant now) {
    return turns.open(entry.conversation(), entry.position(), now, LEASE, PATIENCE);
  }

  private static Turn opened(Opening opening) {
    return assertInstanceOf(Opening.Opened.class, opening).turn();
  }

  private Entry say(String eventId, String text) {
    return say(Channel.WHATSAPP, "+34600000900", eventId, text);
  }

  private Entry say(Channel channel, String house, String eventId, String text) {
    InboundMessage message =
        new InboundMessage(
            "twilio",
            eventId,
            channel,
            house,
            "+34600000101",
            "Lucía",
            text,
            "text",
            List.of(),
            NOW,
            "correlation");
    return ledger.record(message, database.house(), false, null, NOW);
  }
}
