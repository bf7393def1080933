package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallFile.Gap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recorded of a call: what both have heard, from the announcement on, and nothing else. */
class RecordedCallTest {

  private static final String GREETING =
      "Casa Lola. Esta llamada puede grabarse. ¿En qué le ayudo?";
  private static final String ANSWER = "Muy bien, una mesa para cuatro. ¿A qué nombre la pongo?";
  private static final byte SILENT = (byte) 0xFF;
  private static final byte SPOKEN = Telephone.VOICE[0];

  private final Telephone telephone = new Telephone(GREETING, _ -> ANSWER);

  @Test
  void bothSidesAreThereAsTheyWereHeardEachInItsTime() {
    greeted();
    telephone.say("Una mesa para cuatro");
    telephone.thread.await(() -> telephone.call.spoken().audible());
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    hangUp(2);

    byte[] guest = telephone.archive.side(0);
    byte[] house = telephone.archive.side(1);
    assertEquals(8_000, count(guest, SPOKEN), 160);
    assertEquals(
        (long) ANSWER.length() * FakeVoice.BYTES_PER_CHARACTER,
        house.length - count(house, SILENT),
        160);
    assertTrue(last(guest, SPOKEN) < first(house), "the house answers after the guest");
  }

  @Test
  void nothingFromBeforeTheAnnouncementIsKept() {
    telephone.archive.wanted = true;
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(200));
    assertFalse(telephone.archive.announced);
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.thread.await(() -> telephone.archive.announced);
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(6));
    hangUp(2);

    assertEquals(0, telephone.archive.side(1).length - count(telephone.archive.side(1), SILENT));
    assertEquals(Telephone.NOW, telephone.archive.parts().getFirst());
  }

  @Test
  void whoInterruptsBeforeTheyHaveHeardItIsNotRecorded() {
    telephone.archive.wanted = true;
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(300));
    telephone.say("Una mesa para cuatro");
    telephone.thread.await(() -> telephone.call.spoken().audible());
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    hangUp();

    assertFalse(telephone.archive.announced);
    assertEquals(List.of(), telephone.archive.parts());
  }

  @Test
  void aHouseThatDoesNotWantItIsNotRecorded() {
    telephone.open();
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(8));
    hangUp();

    assertFalse(telephone.archive.announced);
    assertEquals(List.of(), telephone.archive.parts());
  }

  @Test
  void whoDoesNotWantItIsNotRecordedAnyMore() {
    greeted();
    telephone.say("No me grabe, por favor");
    telephone.thread.await(() -> telephone.archive.refused);
    int before = telephone.archive.parts().size();
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(12));
    hangUp();

    assertEquals(before, telephone.archive.parts().size());
  }

  @Test
  void whatAnInterruptionThrewAwayIsNotOnTheTape() {
    greeted();
    long before = telephone.carrier.heard();
    telephone.say("Una mesa para cuatro");
    telephone.thread.await(() -> telephone.call.spoken().audible());
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(700));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(400));
    long heard = telephone.carrier.heard() - before;
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(400));
    assertEquals(1, telephone.carrier.clears());
    hangUp(1);

    byte[] house = telephone.archive.side(1);
    assertEquals(heard, house.length - count(house, SILENT), 900);
  }

  @Test
  void inAPauseNothingIsKept() {
    greeted();
    telephone.archive.gap = new Gap(Telephone.NOW.plusSeconds(2), Telephone.NOW.plusSeconds(3));
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(6));
    hangUp(2);

    int kept = telephone.archive.side(0).length;
    assertEquals(5 * 8_000, kept, 4_000);
  }

  @Test
  void aStoreThatFailsLosesItsPartAndNothingElse() {
    greeted();
    telephone.archive.fails = true;
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(6));
    telephone.thread.await(() -> telephone.call.tally().counts().containsKey("recording_lost"));
    telephone.archive.fails = false;
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(6));
    hangUp();
  }

  @Test
  void aCallThatAnotherHostRecordedIsRecordedOn() {
    telephone.archive.announcedBefore = true;
    telephone.archive.wanted = true;
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(6));
    hangUp(2);

    assertFalse(telephone.archive.announced);
  }

  private void greeted() {
    telephone.archive.wanted = true;
    telephone.open();
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.thread.await(() -> telephone.archive.announced);
  }

  private void hangUp() {
    telephone.hangUp();
  }

  /**
   * @param parts how many of the tape there are then: they are brought away by another thread, the
   *     ones before the last, too
   */
  private void hangUp(int parts) {
    hangUp();
    telephone.thread.await(() -> telephone.archive.parts().size() == parts);
  }

  private static long count(byte[] side, byte value) {
    long count = 0;
    for (byte one : side) {
      count += one == value ? 1 : 0;
    }
    return count;
  }

  private static int first(byte[] side) {
    int at = 0;
    while (side[at] == SILENT) {
      at++;
    }
    return at;
  }

  private static int last(byte[] side, byte value) {
    int at = side.length - 1;
    while (side[at] != value) {
      at--;
    }
    return at;
  }
}
