package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.HouseTalk.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The guest waits on the line while a person is fetched. */
class HoldTest {

  private static final String PASSED_ON = "Un momento, le paso.";

  private final CountDownLatch fetched = new CountDownLatch(1);
  private final Telephone telephone = new Telephone("Dígame.", _ -> PASSED_ON);

  private void askForAPerson() {
    telephone.house.toPerson = true;
    telephone.open();
    telephone.hearAll();
    telephone.say("Quiero hablar con alguien");
    telephone.thread.await(() -> telephone.spoken().endsWith(PASSED_ON));
    telephone.hearAll();
  }

  private void quietFor(int seconds) {
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(seconds));
  }

  @Test
  void whoIsThereAtOnceTakesTheCallOnceTheLastWordWasHeard() {
    askForAPerson();
    telephone.quietUntil(telephone.carrier::hungUp);

    assertEquals("Dígame." + PASSED_ON, telephone.spoken());
  }

  @Test
  void whoeverWaitsHearsThatTheyAreNotForgotten() {
    telephone.house.person =
        () -> {
          TurnTakingTest.awaited(fetched);
          return new Answer(List.of(), true);
        };
    askForAPerson();
    quietFor(14);
    assertEquals(
        "Dígame." + PASSED_ON + "Un momento, por favor, sigo intentándolo.", telephone.spoken());
    quietFor(15);
    assertTrue(telephone.spoken().endsWith("enseguida le atienden."), telephone.spoken());
    assertFalse(telephone.spoken().contains("¿Sigue ahí?"), telephone.spoken());
    assertFalse(telephone.carrier.hungUp());

    fetched.countDown();
    telephone.quietUntil(telephone.carrier::hungUp);
  }

  @Test
  void whereNobodyComesTheHouseGoesOn() {
    telephone.house.person =
        () -> {
          TurnTakingTest.awaited(fetched);
          return Answer.saying(FakeHouse.line("No contestan. ¿Le tomo el recado?"));
        };
    askForAPerson();
    telephone.house.toPerson = false;
    fetched.countDown();
    telephone.thread.await(() -> telephone.spoken().endsWith("¿Le tomo el recado?"));
    telephone.hearAll();
    telephone.say("sí");
    telephone.thread.await(() -> telephone.house.said.size() == 2);
    assertFalse(telephone.carrier.hungUp());
  }

  @Test
  void whoIsFetchedForTooLongIsLeftToTheCarrier() {
    telephone.house.person =
        () -> {
          TurnTakingTest.awaited(fetched);
          return new Answer(List.of(), true);
        };
    askForAPerson();
    quietFor(91);
    telephone.quietUntil(telephone.carrier::hungUp);
    fetched.countDown();
  }

  @Test
  void aFetchThatFailsIsNoDeadLine() {
    telephone.house.person =
        () -> {
          throw new IllegalStateException("a test");
        };
    askForAPerson();
    telephone.quietUntil(telephone.carrier::hungUp);
    assertEquals(1, telephone.tally("person_fault"));
  }
}
