package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.TurnRules;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.reservation.tools.ReservationTools;
import io.conserje.venue.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guests send besides words always gets a sensible answer, and nobody pretends to know it. */
class BeyondTextTest implements LanguageModel {

  private final List<String> asked = new ArrayList<>();
  private final List<String> quoted = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private int events;
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
  void aFirstVoiceNoteIsAskedForInWordsInBothLanguages() {
    say("", "audio", null);

    assertEquals(List.of(), asked);
    assertTrue(replies().getFirst().contains("no puedo escuchar notas de voz"), said());
    assertTrue(replies().getFirst().contains("I cannot listen to voice notes"), said());
  }

  @Test
  void inATalkTheOpenQuestionIsAskedAgainInItsLanguage() {
    say("mesa para dos", "text", null);
    say("", "audio", null);

    assertEquals(List.of("mesa para dos"), asked);
    assertFalse(replies().getLast().contains("listen"), said());
    assertTrue(replies().getLast().endsWith("\n\n¿A qué hora?"), said());
  }

  @Test
  void eachKindHasAnAnswerOfItsOwn() {
    say("hola", "text", null);
    say("", "image", null);
    say("", "sticker", null);
    say("", "document", null);
    say("", "contacts", null);
    say("", "hologram", null);

    assertEquals(List.of("hola"), asked);
    List<String> told =
        List.of("hora", "la imagen", "la imagen", "el documento", "tarjetas", "tipo");
    assertEquals(told.size(), replies().size());
    for (int i = 0; i < told.size(); i++) {
      assertTrue(replies().get(i).contains(told.get(i)), told.get(i) + " in " + said());
    }
  }

  @Test
  void whatHasACaptionIsAnsweredByIt() {
    say("¿cabe esta silla?", "image", null);

    assertEquals(List.of("¿cabe esta silla?"), asked);
    assertEquals(List.of("Vale. ¿A qué hora?"), replies());
  }

  @Test
  void wordsBesideAVoiceNoteAreAnsweredAndTheNoteIsNotForgotten() {
    record("", "audio", null);
    say("y una mesa para dos", "text", null);

    assertEquals(List.of("y una mesa para dos"), asked);
    assertTrue(replies().getFirst().startsWith("Vale. ¿A qué hora?\n\nLo siento"), said());
  }

  @Test
  void aPlaceIsWrittenDownForPeopleAndThankedFor() {
    say("Hotel, Calle 1", "location", null);

    assertEquals(List.of(), asked);
    assertTrue(replies().getFirst().contains("queda anotada"), said());
    assertEquals(
        "[location] Hotel, Calle 1 geo:1,2",
        database
            .one("SELECT body FROM messages WHERE kind = 'location'", r -> r.text("body"))
            .get());
  }

  @Test
  void aReactionIsKeptAndIsNoTurn() {
    Entry entry = record("👍", "reaction", "SM1");

    assertFalse(entry.answerable());
    assertEquals(
        "done", database.one("SELECT state FROM messages", r -> r.text("state")).orElseThrow());
  }

  @Test
  void anAnswerToOneOfOurMessagesComesWithIt() {
    say("hola", "text", null);
    database.sql.everywhere(() ->
        database.sql.update(
            "UPDATE outbox SET provider = 'twilio', provider_message_id = 'SM301', state = 'sent'"));

    say("sí", "text", "SM301");
    say("no", "text", "SM999");

    assertEquals(List.of("", "Vale. ¿A qué hora?", ""), quoted);
  }

  private void say(String text, String kind, String repliesTo) {
    Entry entry = record(text, kind, repliesTo);
    new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            new PostgresVenues(database.venueRows, database.json),
            this,
            ReservationTools.over(PostgresTableBookTest.bookOf(database)),
            () -> now,
            TurnRules::usual)
        .answer(entry.conversation(), entry.position());
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public ModelAnswer answer(ModelRequest request) {
    request.unanswered().stream().map(Message::text).forEach(asked::add);
    request.unanswered().stream().map(Message::answers).forEach(quoted::add);
    return ModelAnswer.say("Vale. ¿A qué hora?", Map.of(), "es");
  }

  private Entry record(String text, String kind, String repliesTo) {
    now = now.plusSeconds(1);
    InboundMessage message =
        new InboundMessage(
            "twilio",
            "SM" + ++events,
            Channel.WHATSAPP,
            "+34600000900",
            "+34600000101",
            "",
            text,
            kind,
            kind.equals("location") ? List.of("geo:1,2") : List.of(),
            now,
            "correlation",
            null,
            repliesTo);
    return new PostgresInboundLedger(database.sql, database.json, database.digests)
        .record(message, database.house(), false, null, now);
  }

  private String said() {
    return replies().toString();
  }

  private List<String> replies() {
    return new ArrayList<>(
        database.list(
            "SELECT body FROM outbox WHERE kind = 'reply' ORDER BY position",
            row -> row.text("body")));
  }
}
