package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.Receptionist.Answer;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.voicenote.Media;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A voice note that cannot be heard, now or at all, is asked for in words. */
class UnheardNotesTest extends NotesOfAGuest {

  @Test
  void whatCannotBeHeardYetIsTriedAgainAfterThePause() {
    transcripts.add(new Transcript.Later(Duration.ofSeconds(6)));
    transcripts.add(SAID);
    Entry entry = note();

    assertEquals(new Answer.NotHeard(Duration.ofSeconds(6)), answer(entry));
    assertEquals(List.of(), asked);
    assertInstanceOf(Answer.Answered.class, answer(entry));

    assertEquals(List.of("Hola, quería reservar para cuatro el viernes."), asked);
  }

  @Test
  void afterThreeTriesTheGuestIsAskedToWrite() {
    for (int i = 0; i < 3; i++) {
      transcripts.add(new Transcript.Later(Duration.ofSeconds(1)));
    }
    Entry entry = note();

    assertInstanceOf(Answer.NotHeard.class, answer(entry));
    assertInstanceOf(Answer.NotHeard.class, answer(entry));
    assertInstanceOf(Answer.Answered.class, answer(entry));

    assertTrue(said().contains("en este momento no puedo escuchar"), said());
    assertEquals("not_now", hearing());
  }

  @Test
  void aPauseTooLongForAGuestIsNotWaitedFor() {
    transcripts.add(new Transcript.Later(Duration.ofMinutes(3)));

    assertInstanceOf(Answer.Answered.class, answer(note()));

    assertEquals("not_now", hearing());
  }

  @Test
  void whoeverDiesOverANoteEachTimeDoesNotDieOverItForEver() {
    whileFetching =
        () -> {
          throw new Killed();
        };
    Entry entry = note();
    for (int i = 0; i < 3; i++) {
      assertThrows(Killed.class, () -> answer(entry));
      now = now.plusSeconds(100);
    }

    assertInstanceOf(Answer.Answered.class, answer(entry));

    assertEquals("not_now", hearing());
  }

  @ParameterizedTest
  @CsvSource({
    "silence, nothing, no he entendido nada",
    "nothing, nothing, no he entendido nada",
    "long, too_long, demasiado larga",
    "large, too_large, demasiado larga",
    "garbage, no_sound, no puedo reproducir",
    "unreadable, no_sound, no puedo reproducir",
    "gone, no_sound, no puedo reproducir"
  })
  void whatCannotBeUnderstoodIsAskedForInWords(String what, String hearing, String line) {
    switch (what) {
      case "silence" -> sound = sound(Duration.ofSeconds(3), true);
      case "nothing" -> transcripts.add(new Transcript.Nothing());
      case "long" -> sound = sound(Duration.ofSeconds(121), false);
      case "large" -> media = new Media.TooLarge();
      case "garbage" -> sound = null;
      case "unreadable" -> transcripts.add(new Transcript.Unreadable());
      default -> media = new Media.Refused("status 404");
    }

    assertInstanceOf(Answer.Answered.class, answer(note()));

    assertEquals(hearing, hearing());
    assertEquals(List.of(), asked);
    assertTrue(said().contains(line), said());
    assertTrue(said().contains("voice note"), said());
    assertFalse(said().contains("persona"), said());
    assertEquals(hints.isEmpty(), what.matches("silence|long|large|garbage|gone"));
  }

  @Test
  void theSecondInARowIsOfferedAPerson() {
    transcripts.add(new Transcript.Nothing());
    transcripts.add(new Transcript.Nothing());
    answer(note());
    answer(note());

    assertTrue(said().contains("quiero hablar con una persona"), said());
  }

  @Test
  void withoutAnybodyToWriteItDownNothingIsFetched() {
    configured = false;

    answer(note());

    assertEquals(List.of(), fetched);
    assertTrue(said().contains("no puedo escuchar notas de voz"), said());
    assertEquals(null, hearing());
  }
}
