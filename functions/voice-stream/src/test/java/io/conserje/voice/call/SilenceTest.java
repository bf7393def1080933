package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody speaks: the guest does not, or the house is not done. */
class SilenceTest {

  private static final String ASKED = "Muy bien. ¿Para cuántas personas?";

  private final Telephone telephone = new Telephone(ASKED, _ -> "¿A qué hora?");

  private void open() {
    telephone.open();
    telephone.hearAll();
  }

  private void quietFor(int seconds) {
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(seconds));
  }

  @Test
  void whoSaysNothingIsAskedTwiceAndThenTheHouseTakesLeave() {
    open();
    quietFor(7);
    assertEquals(ASKED, telephone.spoken());
    quietFor(2);
    assertEquals(ASKED + "¿Sigue ahí? ¿Para cuántas personas?", telephone.spoken());

    telephone.hearAll();
    quietFor(9);
    assertTrue(telephone.spoken().contains("¿Me oye usted? ¿Para cuántas"), telephone.spoken());
    telephone.hearAll();
    quietFor(9);
    telephone.quietUntil(telephone.carrier::hungUp);
    telephone.thread.await(() -> telephone.house.own.size() == 3);

    assertTrue(telephone.spoken().endsWith("Adiós."), telephone.spoken());
    assertEquals(
        List.of("NOBODY_THERE ¿Para cuántas personas?"), List.copyOf(telephone.house.farewells));
    assertEquals(List.of(), List.copyOf(telephone.house.said));
  }

  @Test
  void whoAnswersAfterAllIsAnswered() {
    open();
    quietFor(9);
    telephone.hearAll();
    telephone.say("cuatro");
    telephone.thread.await(() -> telephone.spoken().endsWith("¿A qué hora?"));
    telephone.hearAll();
    quietFor(9);

    assertTrue(telephone.spoken().endsWith("¿Sigue ahí? ¿A qué hora?"), telephone.spoken());
    assertFalse(telephone.carrier.hungUp());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "un momento",
        "Espere, que lo miro.",
        "vale, un segundo, por favor",
        "un momentito que le pregunto a mi mujer",
        "déjeme que mire la agenda",
        "no cuelgue",
        "hold on a second please",
        "let me check my calendar"
      })
  void whoAsksForAMomentGetsIt(String words) {
    open();
    telephone.say(words);
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.thread.await(() -> !telephone.house.aside.isEmpty());
    telephone.hearAll();
    quietFor(55);
    assertEquals(ASKED + "Claro, aquí espero.", telephone.spoken());
    assertEquals(List.of(words), List.copyOf(telephone.house.aside));

    quietFor(10);
    assertTrue(telephone.spoken().endsWith("¿Sigue ahí? ¿Para cuántas personas?"));
    assertEquals(List.of(), List.copyOf(telephone.house.said));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "espere, mejor a las diez",
        "un momento, ¿tienen terraza?",
        "somos cuatro un momento",
        "wait, make it five"
      })
  void whoSaysMoreThanThatIsAnswered(String words) {
    open();
    telephone.say(words);
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.thread.await(() -> !telephone.house.said.isEmpty());

    assertEquals(List.of(words), List.copyOf(telephone.house.said));
  }

  @Test
  void nobodyIsAskedWhileTheirKeysComeOrTheHouseThinks() {
    CountDownLatch thought = new CountDownLatch(1);
    Telephone slow =
        new Telephone(
            ASKED,
            _ -> {
              TurnTakingTest.awaited(thought);
              return "¿A qué hora?";
            });
    slow.open();
    slow.hearAll();
    for (int key = 0; key < 8; key++) {
      slow.sound(Telephone.SILENCE, Duration.ofMillis(1_500));
      slow.press("6");
    }
    assertEquals(ASKED, slow.spoken());
    slow.sound(Telephone.SILENCE, Duration.ofSeconds(15));
    assertFalse(slow.spoken().contains("¿Sigue ahí?"), slow.spoken());
    thought.countDown();
  }

  @Test
  void aCallThatIsOverIsNotMindedAnyMore() {
    open();
    telephone.hangUp();
    telephone.thread.step(Duration.ofMinutes(30));

    assertEquals(ASKED, telephone.spoken());
    assertEquals(0, telephone.thread.left());
  }
}
