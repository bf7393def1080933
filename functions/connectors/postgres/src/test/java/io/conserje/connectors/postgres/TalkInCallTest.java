package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.HouseTalk;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.call.StreamToken;
import io.conserje.call.TakeCall.Taken;
import io.conserje.conversation.Message;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A call whose sound we carry: who is let in, what is said, and what of it was heard. */
class TalkInCallTest extends CarriedTalk {

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

  /** The sweep comes between an answer and its being taken. */
  private final class TurnsSweptAtOnce implements Runnable {
    @Override
    public void run() {
      database.update("UPDATE outbox SET state = 'failed' WHERE state = 'waiting'");
    }
  }
}
