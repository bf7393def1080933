package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.Receptionist.Answer;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.inbound.InboundLedger.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A voice note is listened to once, saved, and answered like what a guest writes. */
class VoiceNotesTest extends NotesOfAGuest {

  @Test
  void whatIsSaidIsAnsweredAsIfItHadBeenWritten() {
    transcripts.add(SAID);

    assertInstanceOf(Answer.Answered.class, answer(note()));

    assertEquals(List.of("Hola, quería reservar para cuatro el viernes."), asked);
    assertEquals(List.of("https://api.twilio.com/1"), fetched);
    assertEquals(
        "words:Hola, quería reservar para cuatro el viernes.:audio",
        database
            .one(
                "SELECT hearing || ':' || body || ':' || kind AS saved FROM messages WHERE sender = 'guest'",
                r -> r.text("saved"))
            .orElseThrow());
  }

  @Test
  void messagesOfOneTurnKeepTheirOrder() {
    transcripts.add(SAID);
    record("hola", "text");
    note();
    Entry last = record("a las nueve", "text");

    answer(last);

    assertEquals(
        List.of("hola", "Hola, quería reservar para cuatro el viernes.", "a las nueve"), asked);
  }

  @Test
  void whatWasHeardIsNotListenedToAgainByTheNextRun() {
    transcripts.add(SAID);
    killed = 1;
    Entry entry = note();
    assertThrows(Killed.class, () -> answer(entry));
    now = now.plusSeconds(100);

    assertInstanceOf(Answer.Answered.class, answer(entry));

    assertEquals(1, fetched.size());
    assertEquals(2, asked.size());
  }

  @Test
  void aLanguageIsHintedAtOnlyWhenTheGuestHasShownIt() {
    transcripts.add(SAID);
    transcripts.add(SAID);
    answer(note());
    answer(note());

    assertEquals(List.of("", "es"), hints.stream().map(Hints::language).toList());
    assertTrue(hints.getFirst().vocabulary().contains("inside"), hints.toString());
  }

  @Test
  void theConversationIsHeldWhileSomebodyListens() {
    transcripts.add(SAID);
    List<Object> leases = new ArrayList<>();
    whileFetching =
        () -> {
          leases.add(
              database
                  .one("SELECT lease_until FROM conversations", r -> r.instant("lease_until"))
                  .orElseThrow());
        };

    answer(note());

    assertEquals(List.of(now.plusSeconds(77)), leases);
  }

  @Test
  void whoeverHasLostTheConversationSavesNothing() {
    transcripts.add(SAID);
    whileFetching =
        () ->
            database.sql.everywhere(
                () -> database.sql.update("UPDATE conversations SET lease = lease + 1"));

    assertThrows(LeaseLost.class, () -> answer(note()));

    assertEquals(null, hearing());
  }

  @Test
  void aHouseThatWantsItSaysItsAnswerAloudAfterTheText() {
    wantsItAloud();
    transcripts.add(SAID);

    answer(note());

    assertEquals(
        List.of("reply: Vale, a las 21:00.", "spoken: Vale, a las nueve de la noche."), outbox());
  }

  @Test
  void whatIsWrittenIsOnlyAnsweredInWriting() {
    wantsItAloud();

    answer(record("hola", "text"));

    assertEquals(List.of("reply: Vale, a las 21:00."), outbox());
  }

  @Test
  void whereNobodyCanSpeakTheAnswerIsOnlyWritten() {
    wantsItAloud();
    speaks = false;
    transcripts.add(SAID);

    answer(note());

    assertEquals(List.of("reply: Vale, a las 21:00."), outbox());
  }

  private void wantsItAloud() {
    database.update(
        "UPDATE venues SET house = house || '{\"messages\":{\"voice_replies\":\"to_voice_notes\"}}'");
    reply = "Vale, a las 21:00.";
  }

  private List<String> outbox() {
    return database.list(
        "SELECT kind || ': ' || body AS said FROM outbox ORDER BY position", r -> r.text("said"));
  }
}
