package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.HouseTalk.HeardLine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTakingTest {

  private static final String LONG =
      "Tenemos una terraza con veinte mesas, un comedor interior y dos salas para grupos. "
          + "La cocina abre a la una y media y cierra a las once de la noche todos los días.";
  private static final String ASKED =
      "¿Le apunto en la lista de espera por si se libera una mesa? La avisamos por WhatsApp.";

  @ParameterizedTest
  @ValueSource(strings = {"ajá", "Vale.", "sí sí", "claro", "mmm", "Ya", "uh-huh", "okay"})
  void aSignOfListeningDoesNotEndWhatTheHouseSays(String sign) {
    Telephone telephone = new Telephone(LONG, _ -> "¿Cómo dice?");
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(300));
    telephone.ear.words(sign);
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.hangUp();
    telephone.thread.await(() -> !telephone.house.heard.isEmpty());

    assertEquals(1, telephone.carrier.clears());
    assertEquals(List.of(), List.copyOf(telephone.house.said));
    assertEquals(List.of(LONG), telephone.house.heard.stream().map(HeardLine::text).toList());
    assertEquals(1, telephone.call.tally().counts().get("interrupted_by_listening"));
  }

  @Test
  void theSameWordAnswersAQuestionThatWasBegun() {
    Telephone telephone = new Telephone(ASKED, _ -> "Apuntado.");
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(300));
    telephone.ear.words("vale");
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(300));
    telephone.thread.await(() -> !telephone.house.said.isEmpty());

    assertEquals(List.of("vale"), List.copyOf(telephone.house.said));
  }

  @Test
  void otherWordsEndWhatTheHouseSays() {
    Telephone telephone = new Telephone(LONG, _ -> "Muy bien.");
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(800));
    telephone.ear.words("vale pues quiero una mesa");
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    telephone.thread.await(() -> !telephone.house.said.isEmpty());

    assertEquals(List.of("vale pues quiero una mesa"), List.copyOf(telephone.house.said));
  }

  @Test
  void whoSaysYesAndHangsUpHasSaidYes() {
    Telephone telephone = new Telephone(ASKED, _ -> "Apuntado.");
    telephone.open();
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.sound(Telephone.VOICE, Duration.ofMillis(300));
    telephone.ear.partial("sí");
    telephone.sound(Telephone.VOICE, FakeCarrier.FRAME);
    telephone.hangUp();
    telephone.thread.await(() -> !telephone.house.said.isEmpty());

    assertEquals(List.of("sí"), List.copyOf(telephone.house.said));
  }

  @Test
  void aNoiseThatGoesOnWithoutWordsDoesNotSilenceTheHouse() {
    Telephone telephone = new Telephone(LONG, _ -> "¿Cómo dice?");
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(6));

    assertEquals(1, telephone.call.tally().counts().get("interrupted_by_nothing"));
    assertTrue(telephone.call.spoken().audible());
  }

  @Test
  void whoSaysYesInSeveralWordsHasSaidItOnce() {
    Telephone telephone = new Telephone(ASKED, _ -> "Apuntado. ¿Algo más?");
    telephone.open();
    telephone.hearAll();
    telephone.sound(Telephone.VOICE, Duration.ofMillis(900));
    telephone.ear.words("Sí, perfecto");
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(300));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(700));
    telephone.ear.words("confirmo.");
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.thread.await(() -> !telephone.house.said.isEmpty());
    telephone.quietUntil(() -> telephone.spoken().endsWith("Apuntado. ¿Algo más?"));
    telephone.hearAll();

    assertEquals(List.of("Sí, perfecto"), List.copyOf(telephone.house.said));
    assertTrue(telephone.spoken().endsWith("Apuntado. ¿Algo más?"), telephone.spoken());
  }

  @Test
  void whoSaysYesAndThenNoIsHeardTwice() {
    CountDownLatch thought = new CountDownLatch(1);
    Telephone telephone =
        new Telephone(
            ASKED,
            _ -> {
              awaited(thought);
              return "Muy bien.";
            });
    telephone.open();
    telephone.hearAll();
    telephone.sound(Telephone.VOICE, Duration.ofMillis(400));
    telephone.ear.words("sí");
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(300));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(400));
    telephone.ear.words("no");
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    thought.countDown();
    telephone.thread.await(() -> telephone.house.said.size() == 2);

    assertEquals(List.of("no", "sí"), telephone.house.said.stream().sorted().toList());
  }

  @Test
  void anAnswerThatComesWhileTheGuestSpeaksIsNotSaidOverThem() {
    CountDownLatch thought = new CountDownLatch(1);
    Telephone telephone =
        new Telephone(
            "Dígame.",
            said -> {
              if (said.startsWith("Una")) {
                awaited(thought);
                return "¿A qué hora?";
              }
              return "Muy bien, en la terraza. ¿A qué hora?";
            });
    telephone.open();
    telephone.hearAll();
    telephone.say("Una mesa para cuatro");
    telephone.sound(Telephone.VOICE, Duration.ofMillis(400));
    thought.countDown();
    telephone.thread.await(() -> telephone.tally("kept_while_guest_speaks") == 1);
    telephone.sound(Telephone.VOICE, Duration.ofMillis(600));
    assertEquals("Dígame.", telephone.spoken());
    assertEquals(0, telephone.carrier.clears());

    telephone.ear.words("en la terraza");
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    telephone.thread.await(() -> telephone.voice.clauses.size() > 1);
    telephone.hearAll();
    assertEquals("Dígame.Muy bien, en la terraza. ¿A qué hora?", telephone.spoken());
    assertEquals(
        List.of("Dígame.", ""), telephone.house.heard.stream().map(HeardLine::text).toList());
  }

  @Test
  void anAnswerThatWasKeptForANoiseIsSaidAfterIt() {
    CountDownLatch thought = new CountDownLatch(1);
    Telephone telephone =
        new Telephone(
            "Dígame.",
            _ -> {
              awaited(thought);
              return "¿A qué hora?";
            });
    telephone.open();
    telephone.hearAll();
    telephone.say("Una mesa para cuatro");
    telephone.sound(Telephone.VOICE, Duration.ofMillis(400));
    thought.countDown();
    telephone.thread.await(() -> telephone.tally("kept_while_guest_speaks") == 1);
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.hearAll();

    assertEquals("Dígame.¿A qué hora?", telephone.spoken());
  }

  /** A slow recogniser settles what the guest was answered to before; nobody speaks then. */
  @Test
  void whatIsSettledAfterItWasAnsweredKeepsNothingBack() {
    CountDownLatch thought = new CountDownLatch(1);
    Telephone telephone =
        new Telephone(
            "Dígame.",
            _ -> {
              awaited(thought);
              return "¿A qué hora?";
            });
    telephone.open();
    telephone.hearAll();
    telephone.sound(Telephone.VOICE, Duration.ofMillis(800));
    telephone.ear.partial("Una mesa para cuatro.");
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(3));
    telephone.ear.words("Una mesa para cuatro.");
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(200));
    thought.countDown();
    telephone.thread.await(() -> telephone.house.said.size() == 1);
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.hearAll();

    assertTrue(telephone.spoken().endsWith("¿A qué hora?"), telephone.spoken());
    assertEquals(0, telephone.tally("kept_while_guest_speaks"));
  }

  /** The same while the answer is heard already. */
  @Test
  void whatIsSettledAfterItWasAnsweredInterruptsNothing() {
    Telephone telephone = new Telephone("Dígame.", _ -> LONG);
    telephone.open();
    telephone.hearAll();
    telephone.sound(Telephone.VOICE, Duration.ofMillis(800));
    telephone.ear.partial("Una mesa para cuatro.");
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(3));
    telephone.thread.await(() -> telephone.call.spoken().audible());
    telephone.ear.words("Una mesa para cuatro.");
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(200));

    assertEquals(0, telephone.carrier.clears());
    assertTrue(telephone.call.spoken().audible());
  }

  static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
