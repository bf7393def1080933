package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.Closing;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Turn;
import io.conserje.guest.Staff;
import io.conserje.handoff.HandoverAnswer;
import io.conserje.handoff.HandoverAnswer.Done;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.Outbox.Claim;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final Duration HOLD = Duration.ofSeconds(40);

  private final Staff marta = new Staff("Marta", NOW.plusSeconds(10));
  private Database database;
  private PostgresInboundLedger ledger;
  private PostgresSavedTurns turns;
  private PostgresOutbox outbox;
  private PostgresHandovers handovers;
  private int events;

  @BeforeEach
  void open() {
    database = Database.with(1);
    ledger = new PostgresInboundLedger(database.sql, database.json, database.digests);
    turns = new PostgresSavedTurns(database.sql, database.json);
    outbox = new PostgresOutbox(database.sql);
    handovers = new PostgresHandovers(database.sql, database.json);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWaitedToBeSentIsWithdrawnAndStaffAreToldOfIt() {
    UUID talk = answered("¿Para qué día?");

    Done taken = done(handovers.take(talk, marta, "k1", false));

    assertEquals("person", taken.owner());
    assertEquals("Marta", taken.takenBy());
    assertEquals(List.of("¿Para qué día?"), taken.unsaid());
    assertEquals(List.of("reply:withdrawn"), outbox());
    assertInstanceOf(Claim.Empty.class, outbox.claim(talk, NOW.plusSeconds(60), HOLD, null));
  }

  @Test
  void whatIsWithAProviderAtThisMomentIsWaitedFor() {
    UUID talk = answered("¿Para qué día?");
    outbox.claim(talk, NOW, HOLD, null);

    assertInstanceOf(HandoverAnswer.OnItsWay.class, handovers.take(talk, marta, "k1", false));
    assertEquals("assistant", owner());
    assertEquals("person", done(handovers.take(talk, marta, "k1", true)).owner());
  }

  @Test
  void whatComesBackUnsentAfterATakeOverIsNotTriedAgain() {
    UUID talk = answered("¿Para qué día?");
    Claim.Claimed sending = (Claim.Claimed) outbox.claim(talk, NOW, HOLD, null);
    handovers.take(talk, marta, "k1", true);

    outbox.later(sending.message(), "503", "down", NOW.plusSeconds(5));

    assertInstanceOf(
        Claim.Empty.class, outbox.claim(talk, NOW.plusSeconds(20), HOLD, NOW.plusSeconds(5)));
    assertEquals(List.of("reply:withdrawn"), outbox());
  }

  @Test
  void aTurnThatWasBeingAnsweredWritesNothingMoreNotEvenItsFallback() {
    Entry entry = say("mesa para cuatro");
    Turn turn = opened(entry, NOW);
    booked(turn, entry);

    handovers.take(entry.conversation(), marta, "k1", false);

    assertEquals(List.of("fallback:withdrawn"), outbox());
    assertThrows(LeaseLost.class, () -> booked(turn, entry));
    assertThrows(LeaseLost.class, () -> turns.close(spoken(turn, entry, "Hecho."), NOW));
  }

  @Test
  void aRunFromBeforeTheTakeOverIsStoppedAlsoWhenItWasHandedBackMeanwhile() {
    Entry entry = say("mesa para cuatro");
    Turn turn = opened(entry, NOW);
    handovers.take(entry.conversation(), marta, "k1", false);
    handovers.giveBack(entry.conversation(), marta, "k2");

    assertThrows(LeaseLost.class, () -> turns.close(spoken(turn, entry, "Hecho."), NOW));
  }

  @Test
  void handedBackWithoutAWordTheAssistantGoesOnWhereItStopped() {
    UUID talk = answered("¿Para qué día?");
    handovers.take(talk, marta, "k1", false);

    Done back = done(handovers.giveBack(talk, marta, "k2"));

    assertEquals("assistant", back.owner());
    assertEquals(0, back.waiting());
    assertInstanceOf(Claim.Claimed.class, outbox.claim(talk, NOW.plusSeconds(60), HOLD, null));
  }

  @Test
  void aBookingMadeJustBeforeATakeOverIsToldAfterHandBackAndNotMadeAgain() {
    Entry entry = say("mesa para cuatro");
    booked(opened(entry, NOW), entry);
    handovers.take(entry.conversation(), marta, "k1", false);
    Done back = done(handovers.giveBack(entry.conversation(), marta, "k2"));

    Turn resumed = opened(entry, NOW.plusSeconds(60));

    assertEquals(entry.position(), back.waiting());
    assertEquals(List.of("Reservado."), resumed.mustHear());
    assertInstanceOf(Closing.Closed.class, turns.close(spoken(resumed, entry, "Reservado."), NOW));
    assertEquals(List.of("fallback:withdrawn", "reply:waiting"), outbox());
  }

  @Test
  void whatAPersonWritesGoesOutOnceAndAnswersWhatWasSaid() {
    Entry entry = say("quiero hablar con alguien");
    UUID talk = entry.conversation();
    handovers.take(talk, marta, "k1", false);

    HandoverAnswer first = handovers.say(talk, "Dígame", marta, "k2");
    assertEquals(first, handovers.say(talk, "Dígame", marta, "k2"));

    assertEquals(List.of("person:waiting"), outbox());
    assertInstanceOf(Claim.Claimed.class, outbox.claim(talk, NOW.plusSeconds(60), HOLD, null));
    assertEquals(0, done(handovers.giveBack(talk, marta, "k3")).waiting());
  }

  @Test
  void afterHandBackTheAssistantAnswersWhatIsLeftAndKnowsWhatThePersonSaid() {
    UUID talk = answered("¿Para qué día?");
    handovers.take(talk, marta, "k1", false);
    handovers.say(talk, "Soy Marta, dígame", marta, "k2");
    Entry later = say("¿tienen terraza?");

    assertEquals(later.position(), done(handovers.giveBack(talk, marta, "k3")).waiting());
    Turn turn = opened(later, NOW.plusSeconds(60));

    assertEquals(List.of("¿tienen terraza?"), texts(turn.unanswered()));
    assertEquals(List.of("hola", "Soy Marta, dígame"), texts(turn.history()));
    assertEquals(Message.From.PERSON, turn.history().getLast().from());
    assertEquals(Map.of(), turn.memory());
  }

  @Test
  void oneColleagueDoesNotTakeWhatAnotherHasAndTheSameKeyCountsOnce() {
    UUID talk = answered("¿Para qué día?");
    handovers.take(talk, marta, "k1", false);

    assertEquals(
        new HandoverAnswer.Refused("Marta"),
        handovers.take(talk, new Staff("Luis", NOW), "k2", false));
    handovers.giveBack(talk, marta, "k3");
    assertEquals("assistant", done(handovers.take(talk, marta, "k1", false)).owner());
    assertEquals(new HandoverAnswer.Refused(null), handovers.say(talk, "hola", marta, "k4"));
    assertEquals(
        List.of("conversation_taken by Marta", "conversation_handed_back by Marta"),
        database.list(
            "SELECT what, who FROM audit_log ORDER BY number",
            row -> row.text("what") + " by " + row.text("who")));
    assertInstanceOf(
        HandoverAnswer.Unknown.class, handovers.take(UUID.randomUUID(), marta, "k5", false));
  }

  @Test
  void whoWritesALotToAPersonIsNotSilenced() {
    Entry first = say("hola");
    handovers.take(first.conversation(), marta, "k1", false);

    Entry more =
        ledger.record(
            message("¿está ahí?"), database.house(), true, (Locale _) -> "Despacio.", NOW);

    assertEquals(true, more.answerable());
    assertEquals(List.of(), outbox());
  }

  private ToolResult booked(Turn turn, Entry entry) {
    ToolCall call = new ToolCall("c1", "create_reservation", Map.of());
    if (turn.steps().isEmpty()) {
      turns.save(
          turn,
          new Step(1, entry.position(), ModelAnswer.use(List.of(call), Map.of(), "es"), List.of()),
          "test",
          NOW);
    }
    return turns.once(
        turn,
        1,
        0,
        call,
        c -> new ToolResult(c.id(), c.name(), Map.of("status", "booked"), "Reservado."),
        NOW,
        Duration.ofSeconds(30));
  }

  private UUID answered(String reply) {
    Entry entry = say("hola");
    turns.close(spoken(opened(entry, NOW), entry, reply), NOW);
    return entry.conversation();
  }

  private static Turn spoken(Turn turn, Entry entry, String text) {
    return turn.with(
        new Step(9, entry.position(), ModelAnswer.say(text, Map.of("k", "v"), "es"), List.of()));
  }

  private Turn opened(Entry entry, Instant now) {
    Opening opening =
        turns.open(
            entry.conversation(),
            entry.position(),
            now,
            Duration.ofSeconds(35),
            Duration.ofSeconds(5));
    return assertInstanceOf(Opening.Opened.class, opening).turn();
  }

  private static Done done(HandoverAnswer answer) {
    return assertInstanceOf(Done.class, answer);
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream().map(Message::text).toList();
  }

  private String owner() {
    return database.one("SELECT owner FROM conversations", row -> row.text("owner")).orElseThrow();
  }

  private List<String> outbox() {
    return database.list(
        "SELECT kind, state FROM outbox ORDER BY position",
        row -> row.text("kind") + ":" + row.text("state"));
  }

  private Entry say(String text) {
    return ledger.record(message(text), database.house(), false, null, NOW);
  }

  private InboundMessage message(String text) {
    return new InboundMessage(
        "test",
        "event-" + events++,
        Channel.WHATSAPP,
        "+34600000900",
        "+34600000101",
        "",
        text,
        "text",
        List.of(),
        NOW,
        "c");
  }
}
