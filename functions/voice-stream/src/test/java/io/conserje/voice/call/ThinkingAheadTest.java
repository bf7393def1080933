package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.Foresight;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answer is made while the guest pauses, and only that to what they have said in the end. */
class ThinkingAheadTest {

  private final Telephone telephone = new Telephone("Casa, dígame.", _ -> "A las ocho.");

  @Test
  void theHouseThinksInThePauseAfterWhichTheGuestHasFinished() {
    greeted();
    speak("¿A qué hora abren?");
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(340));
    telephone.thread.await(() -> !telephone.house.foreseen.isEmpty());
    assertTrue(telephone.house.said.isEmpty(), "they may still go on");

    Foresight ahead = telephone.house.foreseen.peek();
    assertEquals("¿A qué hora abren?", ahead.words());
    assertEquals("Casa, dígame.", ahead.heard().getFirst().text());
    telephone.quietUntil(() -> !telephone.house.said.isEmpty());
    assertEquals(List.of("¿A qué hora abren?"), List.copyOf(telephone.house.kept));
  }

  @Test
  void whoGoesOnIsAnsweredToAllOfIt() {
    greeted();
    speak("¿A qué hora abren?");
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(340));
    telephone.thread.await(() -> !telephone.house.foreseen.isEmpty());
    speak("¿Y el domingo?");
    telephone.quietUntil(() -> !telephone.house.said.isEmpty());

    String all = "¿A qué hora abren? ¿Y el domingo?";
    assertEquals(List.of(all), List.copyOf(telephone.house.said));
    assertEquals(List.of(all), List.copyOf(telephone.house.kept));
    assertEquals(2, telephone.house.foreseen.size());
  }

  @Test
  void whatMayStillChangeIsNotThoughtAbout() {
    greeted();
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(1));
    telephone.ear.partial("¿A qué hora");
    telephone.quietUntil(() -> !telephone.house.said.isEmpty());

    assertTrue(telephone.house.foreseen.isEmpty());
  }

  @Test
  void aSignOfListeningIsNotThoughtAbout() {
    Telephone talking = new Telephone("Tenemos una terraza con veinte mesas y dos salas.", _ -> "");
    talking.open();
    talking.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    talking.sound(Telephone.VOICE, Duration.ofMillis(300));
    talking.ear.words("ajá");
    talking.hearAll();

    assertTrue(talking.house.foreseen.isEmpty());
    assertFalse(talking.call.spoken().audible());
  }

  private void greeted() {
    telephone.open();
    telephone.hearAll();
  }

  private void speak(String words) {
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(1));
    telephone.ear.heard(words);
  }
}
