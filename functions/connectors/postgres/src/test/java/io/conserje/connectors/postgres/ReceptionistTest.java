package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.TurnRules;
import io.conserje.conversation.builtin.BuiltInModel;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.reservation.tools.ReservationTools;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a guest is told when a turn does not go as it should. */
class ReceptionistTest {

  private static final ToolCall BOOK =
      new ToolCall(
          "c1",
          "create_reservation",
          Map.of("date", "2026-11-21", "time", "21:00", "party_size", 4, "name", "Lucía"));

  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private final AtomicInteger events = new AtomicInteger();
  private Database database;

  @BeforeEach
  void open() {
    database = Database.with(2);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aModelThatFailsAfterBookingDoesNotHideTheBooking() {
    LanguageModel model =
        model(request -> {
          if (request.steps().isEmpty()) {
            return ModelAnswer.use(List.of(BOOK), Map.of(), "es");
          }
          throw new IllegalStateException("no model");
        });

    answer(model, say("mesa para cuatro"));

    assertEquals(1, replies().size());
    assertTrue(replies().getFirst().contains(reference()), replies().toString());
    assertTrue(replies().getFirst().contains("+34600000999"), replies().toString());
  }

  @Test
  void aModelThatSaysNothingAfterBookingLeavesItToTheHousesOwnWords() {
    LanguageModel model =
        model(request ->
            request.steps().isEmpty()
                ? ModelAnswer.use(List.of(BOOK), Map.of(), "es")
                : ModelAnswer.say("", Map.of(), "es"));

    answer(model, say("mesa para cuatro"));

    assertEquals(
        List.of("fallback:waiting:true"),
        database.list(
            "SELECT kind, state, due_at <= written_at AS now FROM outbox",
            row ->
                row.text("kind") + ":" + row.text("state") + ":" + row.result().getBoolean("now")));
  }

  @Test
  void thanksThatOvertakeTheConfirmationDoNotMakeItStandTwice() {
    BuiltInModel builtIn = new BuiltInModel();
    answer(builtIn, say("mesa para cuatro mañana a las nueve, a nombre de Lucía"));
    Entry yes = say("sí");
    LanguageModel overtaken =
        model(request -> {
          ModelAnswer answer = builtIn.answer(request);
          if (answer.calls().isEmpty() && events.get() == 2) {
            say("gracias");
          }
          return answer;
        });

    answer(overtaken, yes);

    String last = replies().getLast();
    assertEquals(2, replies().size());
    assertEquals(2, last.split(reference(), -1).length, last);
  }

  @Test
  void aQuestionThatCameAfterAnEffectIsAnsweredEvenIfTheFallbackToldOfTheEffect() {
    Entry book = say("mesa para cuatro");
    LanguageModel dies =
        model(request -> {
          if (request.steps().isEmpty()) {
            return ModelAnswer.use(List.of(BOOK), Map.of(), "es");
          }
          throw new Error("killed");
        });
    try {
      answer(dies, book);
    } catch (Error killed) {
      // as a kill would leave it
    }
    now = now.plusSeconds(40);
    new PostgresOutbox(database.sql).claim(book.conversation(), now, Duration.ofSeconds(40), null);
    Entry question = say("¿tenéis terraza?");

    answer(model(request -> ModelAnswer.say("Sí, hay terraza.", Map.of(), "es")), question);

    assertEquals(List.of("Sí, hay terraza."), replies());
  }

  private void answer(LanguageModel model, Entry entry) {
    new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            new PostgresVenues(database.venueRows, database.json),
            model,
            ReservationTools.over(PostgresTableBookTest.bookOf(database)),
            () -> now,
            TurnRules::usual)
        .answer(entry.conversation(), entry.position());
  }

  private interface Answers {
    ModelAnswer to(ModelRequest request);
  }

  private static LanguageModel model(Answers answers) {
    return new LanguageModel() {
      @Override
      public String name() {
        return "scripted";
      }

      @Override
      public ModelAnswer answer(ModelRequest request) {
        return answers.to(request);
      }
    };
  }

  private Entry say(String text) {
    InboundMessage message =
        new InboundMessage(
            "twilio",
            "SM" + events.incrementAndGet(),
            Channel.WHATSAPP,
            "+34600000900",
            "+34600000101",
            "",
            text,
            "text",
            List.of(),
            now,
            "correlation");
    return new PostgresInboundLedger(database.sql, database.json, database.digests)
        .record(message, database.house(), false, null, now);
  }

  private List<String> replies() {
    return database.list(
        "SELECT body FROM outbox WHERE kind = 'reply' ORDER BY position", row -> row.text("body"));
  }

  private String reference() {
    return database
        .one("SELECT reference FROM reservations", row -> row.text("reference"))
        .orElseThrow();
  }
}
