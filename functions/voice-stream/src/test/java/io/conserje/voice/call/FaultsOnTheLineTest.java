package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * What breaks in a call: the guest hears something sensible within a second of its being knowable,
 * and the call ends with what they wanted or with somebody else.
 */
class FaultsOnTheLineTest {

  private static final String ANSWER = "Apuntado. ¿Algo más?";

  private final Telephone telephone = new Telephone("Dígame.", _ -> ANSWER);

  private void open() {
    telephone.open();
    telephone.hearAll();
  }

  private void isAnswered() {
    telephone.thread.await(() -> telephone.spoken().endsWith(ANSWER));
    telephone.hearAll();
  }

  private static boolean within(Telephone telephone, Duration time, String words) {
    telephone.sound(Telephone.SILENCE, time);
    return telephone.spoken().contains(words) && telephone.call.spoken().audible();
  }

  @Test
  void aRecogniserThatIsLostAmidASentenceLosesNothingThatWasUnderstood() {
    open();
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(1));
    telephone.ear.partial("una mesa para cuatro");
    telephone.ear.lose();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.thread.await(() -> !telephone.house.said.isEmpty());
    isAnswered();

    assertEquals(List.of("una mesa para cuatro"), List.copyOf(telephone.house.said));
    telephone.say("nada más");
    telephone.thread.await(() -> telephone.house.said.size() == 2);
  }

  @Test
  void aRecogniserThatUnderstandsNothingIsBegunAnewAndTheGuestIsAskedToRepeat() {
    open();
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(5));
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    assertEquals(1, telephone.ear.sessions());
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(3));
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(300));
    assertEquals(2, telephone.ear.sessions());
    telephone.quietUntil(() -> telephone.call.spoken().audible());
    assertTrue(telephone.spoken().endsWith("¿Puede repetirlo?"), telephone.spoken());
    telephone.hearAll();

    telephone.say("Una mesa para cuatro");
    isAnswered();
  }

  @Test
  void whoIsUnderstoodNowAndThenIsNotDisturbed() {
    open();
    for (int second = 0; second < 20; second += 5) {
      telephone.sound(Telephone.VOICE, Duration.ofSeconds(5));
      telephone.ear.partial("y entonces " + second);
    }

    assertEquals(1, telephone.ear.sessions());
  }

  @Test
  void aHouseThatUnderstandsNobodyLeavesTheCallToSomebodyElse() {
    open();
    for (int time = 0; time < 3; time++) {
      telephone.sound(Telephone.VOICE, Duration.ofSeconds(9));
      telephone.sound(Telephone.SILENCE, Duration.ofSeconds(6));
    }
    telephone.quietUntil(telephone.carrier::hungUp);

    assertTrue(telephone.spoken().endsWith("No cuelgue, por favor."), telephone.spoken());
  }

  @Test
  void aVoiceThatMakesNoSoundIsLeftToTheCarriers() {
    telephone.voice.silent = true;
    telephone.pipeline.take(new Signal.LineOpened());
    telephone.thread.await(() -> !telephone.voice.clauses.isEmpty());
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(6));

    assertTrue(telephone.carrier.hungUp());
    assertEquals(1, telephone.tally("voice_silent"));
  }

  @Test
  void aModelThatStallsIsFilledAndThenLeftToSomebodyElse() {
    CountDownLatch stalled = new CountDownLatch(1);
    Telephone slow =
        new Telephone(
            "Dígame.",
            _ -> {
              TurnTakingTest.awaited(stalled);
              return ANSWER;
            });
    slow.open();
    slow.hearAll();
    slow.say("Una mesa para cuatro");
    assertTrue(within(slow, Duration.ofSeconds(1), "Un momento, por favor"), slow.spoken());
    slow.sound(Telephone.SILENCE, Duration.ofSeconds(26));

    assertTrue(slow.carrier.hungUp());
    assertTrue(slow.spoken().endsWith("No cuelgue, por favor."), slow.spoken());
    stalled.countDown();
  }

  @Test
  void anAnswerThatFailsIsNotSilence() {
    Telephone broken =
        new Telephone(
            "Dígame.",
            _ -> {
              throw new IllegalStateException("a test");
            });
    broken.open();
    broken.hearAll();
    broken.say("Una mesa para cuatro");
    broken.thread.await(() -> broken.tally("no_answer") == 1);
    assertTrue(within(broken, Duration.ofMillis(200), "No cuelgue, por favor."));
    broken.quietUntil(broken.carrier::hungUp);
  }

  @Test
  void aBookThatIsAwayDoesNotKeepTheHouseFromSpeakingOfItself() {
    Telephone bookless = new Telephone("Dígame. ¿Qué desea?", _ -> ANSWER);
    bookless.house.writes = false;
    bookless.open();
    bookless.hearAll();
    bookless.sound(Telephone.SILENCE, Duration.ofSeconds(9));

    assertTrue(bookless.spoken().endsWith("¿Sigue ahí? ¿Qué desea?"), bookless.spoken());
    bookless.thread.await(() -> bookless.tally("own_words_fault") == 1);
  }

  @Test
  void soundThatComesInBurstsIsOneTurnAndTheAnswerHasNoGaps() {
    open();
    telephone.bursts(Telephone.VOICE, Duration.ofSeconds(2), Duration.ofMillis(200));
    telephone.ear.partial("una mesa para cuatro");
    telephone.bursts(Telephone.VOICE, Duration.ofSeconds(1), Duration.ofMillis(200));
    telephone.ear.words("una mesa para cuatro mañana.");
    telephone.bursts(Telephone.SILENCE, Duration.ofSeconds(1), Duration.ofMillis(200));
    telephone.thread.await(() -> telephone.spoken().endsWith(ANSWER));
    long gaps = telephone.carrier.gaps();
    while (!telephone.call.spoken().isTold()) {
      telephone.bursts(Telephone.SILENCE, Duration.ofMillis(200), Duration.ofMillis(200));
    }

    assertEquals(List.of("una mesa para cuatro mañana."), List.copyOf(telephone.house.said));
    assertTrue(telephone.carrier.gaps() - gaps <= 1, telephone.carrier.gaps() + " gaps");
  }

  @Test
  void aCallThatDoesNotEndIsEndedAfterAWarning() {
    Telephone longCall = new Telephone("Dígame.", _ -> ANSWER, () -> {}, Duration.ofMinutes(3));
    longCall.open();
    longCall.hearAll();
    while (!longCall.spoken().contains("le queda un minuto")) {
      longCall.say("¿Y entonces?");
      longCall.sound(Telephone.SILENCE, Duration.ofSeconds(5));
    }
    longCall.hearAll();
    assertFalse(longCall.carrier.hungUp());
    for (int i = 0; i < 9 && !longCall.carrier.hungUp(); i++) {
      longCall.say("¿Y entonces?");
      longCall.sound(Telephone.SILENCE, Duration.ofSeconds(6));
    }

    assertTrue(longCall.carrier.hungUp());
    assertTrue(longCall.spoken().contains("acabado el tiempo"), longCall.spoken());
    longCall.thread.await(() -> longCall.house.farewells.size() == 1);
    assertEquals(List.of("TIME_IS_OVER "), List.copyOf(longCall.house.farewells));
  }

  @Test
  void aCallThatGoesOnHereIsNoLongerForIt() {
    Telephone resumed = new Telephone("Dígame.", _ -> ANSWER, () -> {}, Duration.ofMinutes(20));
    resumed.house.lasted = Duration.ofMinutes(18);
    long begun = resumed.thread.nanos();
    resumed.open();
    resumed.hearAll();
    for (int i = 0; i < 40 && !resumed.carrier.hungUp(); i++) {
      resumed.say("¿Y entonces?");
      resumed.sound(Telephone.SILENCE, Duration.ofSeconds(6));
    }

    long seconds = Duration.ofNanos(resumed.thread.nanos() - begun).toSeconds();
    assertTrue(seconds >= 115 && seconds < 150, seconds + " s, of the two minutes left");
  }

  @Test
  void theHouseLeavesThoughItsLastWordsAreNeverHeard() {
    open();
    telephone.pipeline.take(new Signal.Leave());
    assertTrue(telephone.carrier.hungUp());

    Telephone stuck = new Telephone("Dígame.", _ -> ANSWER);
    stuck.open();
    stuck.pipeline.take(new Signal.Leave());
    stuck.thread.step(Duration.ofSeconds(29));
    assertFalse(stuck.carrier.hungUp());
    stuck.thread.step(Duration.ofSeconds(2));
    assertTrue(stuck.carrier.hungUp());
  }
}
