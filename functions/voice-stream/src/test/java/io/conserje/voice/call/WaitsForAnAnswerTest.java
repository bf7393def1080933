package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The guest has spoken, and the answer takes its time. */
class WaitsForAnAnswerTest {

  private static final String ANSWER = "Abrimos a la una y media.";

  private final CountDownLatch thought = new CountDownLatch(1);
  private final Telephone telephone =
      new Telephone(
          "Dígame.",
          _ -> {
            TurnTakingTest.awaited(thought);
            return ANSWER;
          });

  private void ask(String words) {
    telephone.open();
    telephone.hearAll();
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(1));
    telephone.ear.words(words);
  }

  private void quietFor(int milliseconds) {
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(milliseconds));
  }

  private void answer() {
    thought.countDown();
    telephone.thread.await(() -> telephone.spoken().endsWith(ANSWER));
  }

  @Test
  void afterASecondTheGuestIsAskedForPatienceAndOnceMoreLater() {
    ask("¿A qué hora abren?");
    quietFor(1_060);
    assertEquals("Dígame.", telephone.spoken());
    quietFor(100);
    assertEquals("Dígame.Un momento, por favor, que lo miro.", telephone.spoken());
    quietFor(6_900);
    assertTrue(telephone.spoken().endsWith("que lo miro."), telephone.spoken());
    quietFor(200);
    assertTrue(telephone.spoken().endsWith("perdone la espera."), telephone.spoken());
    quietFor(10_000);
    assertTrue(telephone.spoken().endsWith("perdone la espera."), telephone.spoken());

    answer();
    telephone.hearAll();
    telephone.thread.await(() -> telephone.house.own.size() == 2);
    quietFor(3_000);
    assertTrue(telephone.spoken().endsWith(ANSWER), telephone.spoken());
    assertFalse(telephone.carrier.hungUp());
  }

  @Test
  void whatIsLookedUpIsSaid() {
    ask("quería reservar una mesa");
    quietFor(2_000);
    assertTrue(telephone.spoken().endsWith("que miro las reservas."), telephone.spoken());
  }

  @Test
  void anAnswerInTimeNeedsNoPatience() {
    thought.countDown();
    ask("¿A qué hora abren?");
    quietFor(500);
    answer();
    telephone.hearAll();
    quietFor(5_000);

    assertEquals("Dígame." + ANSWER, telephone.spoken());
  }

  @Test
  void theTimeOfTheAnswerIsToldAndNotThatOfTheRequestForPatience() {
    ask("¿A qué hora abren?");
    quietFor(5_000);
    answer();
    telephone.quietUntil(() -> telephone.metrics.containsKey("voice_turn"));

    assertTrue(
        telephone.metrics.get("voice_turn").compareTo(Duration.ofSeconds(5)) >= 0,
        telephone.metrics.toString());
    assertTrue(
        telephone.metrics.values().stream().noneMatch(Duration::isNegative),
        telephone.metrics.toString());
  }

  @Test
  void anAnswerThatDoesNotComeIsGivenUpAndSomebodyElseGoesOn() {
    ask("¿A qué hora abren?");
    quietFor(26_000);

    assertTrue(telephone.carrier.hungUp());
    assertTrue(telephone.spoken().endsWith("No cuelgue, por favor."), telephone.spoken());
    assertEquals(1, telephone.tally("no_answer"));
    thought.countDown();
  }

  @Test
  void whoWasCutOffHearsThatTheHouseIsBackBeforeTheRestIsMade() {
    Telephone back = new Telephone("Dígame.", word -> word, () -> TurnTakingTest.awaited(thought));
    back.house.backAgain = "Perdone, se ha cortado.";
    back.pipeline.take(new Signal.LineOpened());
    back.thread.await(() -> back.call.spoken().audible());
    assertEquals("Perdone, se ha cortado.", back.spoken());

    back.sound(Telephone.SILENCE, Duration.ofMillis(3_900));
    assertEquals("Perdone, se ha cortado.", back.spoken());
    back.sound(Telephone.SILENCE, Duration.ofMillis(200));
    assertTrue(back.spoken().endsWith("Un momento, por favor, que lo miro."), back.spoken());
    thought.countDown();
    back.thread.await(() -> back.spoken().endsWith("Dígame."));
  }

  @Test
  void aGreetingThatTakesLongIsFilledToo() {
    Telephone slow = new Telephone("Dígame.", word -> word, () -> TurnTakingTest.awaited(thought));
    slow.pipeline.take(new Signal.LineOpened());
    slow.sound(Telephone.SILENCE, Duration.ofMillis(1_200));
    assertEquals("Un momento, por favor, que lo miro.", slow.spoken());
    thought.countDown();
    slow.thread.await(() -> slow.spoken().endsWith("Dígame."));
  }
}
