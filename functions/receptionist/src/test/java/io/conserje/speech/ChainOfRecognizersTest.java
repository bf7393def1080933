package io.conserje.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Session;
import io.conserje.speech.SpeechRecognizer.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChainOfRecognizersTest {

  private static final SpeechFailure PASSING = SpeechFailure.passing("lost");
  private static final SpeechFailure NO_KEY = SpeechFailure.lasting("no key");

  private final ScriptedEar first = new ScriptedEar("first");
  private final ScriptedEar second = new ScriptedEar("second");
  private final List<Heard> heard = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private final ChainOfRecognizers chain =
      new ChainOfRecognizers(List.of(first, second), () -> now);

  @Test
  void whatWasNotSettledIsHeardByTheNext() {
    Session session = listen();
    session.push(sound(1, 8_000));
    session.push(sound(2, 8_000));
    first.sessions().getFirst().hears(words("hola", 0, 1));
    session.push(sound(3, 8_000));
    first.sessions().getFirst().hears(new Heard.Lost(PASSING));
    byte[] kept = second.sessions().getFirst().pushed();
    assertEquals(16_000, kept.length);
    assertEquals(2, kept[0]);
    session.push(sound(4, 100));
    assertEquals(16_100, second.sessions().getFirst().pushed().length);
    assertTrue(heard.stream().noneMatch(Heard.Lost.class::isInstance));
  }

  @Test
  void timesGoOnCountingFromTheFirstByte() {
    Session session = listen();
    session.push(sound(1, 8_000));
    first.sessions().getFirst().hears(words("hola", 0, 1));
    first.sessions().getFirst().hears(new Heard.Lost(PASSING));
    session.push(sound(1, 16_000));
    second.sessions().getFirst().hears(words("quería una mesa", 0.5, 2));
    Heard.Words words = (Heard.Words) heard.getLast();
    assertEquals(Duration.ofSeconds(3), words.upTo());
    assertEquals(Duration.ofMillis(1_500), words.words().getFirst().from());
  }

  @Test
  void whatWasWantedIsWantedOfTheNext() {
    Session session = listen();
    session.push(sound(1, 800));
    session.flush();
    first.sessions().getFirst().hears(new Heard.Lost(PASSING));
    assertEquals(1, second.sessions().getFirst().flushes());
  }

  @Test
  void whoWasLostIsNotListenedToAnyMore() {
    Session session = listen();
    first.sessions().getFirst().hears(new Heard.Lost(PASSING));
    first.sessions().getFirst().hears(new Heard.Partial("de otro"));
    assertEquals(List.of(), heard);
    session.close();
    assertTrue(second.sessions().getFirst().isClosed());
  }

  @Test
  void whenAllAreLostItIsTold() {
    listen();
    first.sessions().getFirst().hears(new Heard.Lost(NO_KEY));
    second.sessions().getFirst().hears(new Heard.Lost(PASSING));
    assertEquals(List.of(new Heard.Lost(PASSING)), heard);
  }

  @Test
  void whoIsLostAtOnceIsPassedOver() {
    first.isDeaf(PASSING);
    Session session = listen();
    session.push(new byte[] {1, 2});
    assertArrayEquals(new byte[] {1, 2}, second.sessions().getFirst().pushed());
  }

  @Test
  void whoNeedsAPersonIsLeftAloneForFiveMinutes() {
    first.isDeaf(NO_KEY);
    listen();
    listen();
    assertEquals(1, first.sessions().size());
    now = now.plusSeconds(301);
    listen();
    assertEquals(2, first.sessions().size());
  }

  @Test
  void threeLossesInARowAreNoChance() {
    first.isDeaf(PASSING);
    for (int i = 0; i < 5; i++) {
      listen();
    }
    assertEquals(3, first.sessions().size());
  }

  @Test
  void whenAllAreLeftAloneTheyAreAskedAllTheSame() {
    first.isDeaf(NO_KEY);
    second.isDeaf(NO_KEY);
    listen();
    listen();
    assertEquals(2, first.sessions().size());
    assertEquals(2, second.sessions().size());
  }

  @Test
  void aCallWithoutAnybodyWhoHearsIsTold() {
    ChainOfRecognizers nobody = new ChainOfRecognizers(List.of(), () -> now);
    Session session = nobody.listen(wishes(), heard::add);
    session.push(new byte[] {1});
    session.flush();
    session.close();
    assertEquals(1, heard.size());
    assertTrue(heard.getFirst() instanceof Heard.Lost);
  }

  @Test
  void soundOfMoreThanFiveSecondsIsNotHeardAgain() {
    Session session = listen();
    for (int i = 0; i < 10; i++) {
      session.push(sound(i, 8_000));
    }
    first.sessions().getFirst().hears(new Heard.Lost(PASSING));
    byte[] kept = second.sessions().getFirst().pushed();
    assertEquals(40_000, kept.length);
    assertEquals(5, kept[0]);
  }

  private Session listen() {
    return chain.listen(wishes(), heard::add);
  }

  private static Wishes wishes() {
    return new Wishes(AudioFormat.MULAW_8000, List.of(Locale.forLanguageTag("es")), List.of());
  }

  private static Heard.Words words(String text, double from, double to) {
    TimedWord word = new TimedWord(text, seconds(from), seconds(to));
    return new Heard.Words(text, List.of(word), seconds(to));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private static byte[] sound(int value, int length) {
    byte[] sound = new byte[length];
    java.util.Arrays.fill(sound, (byte) value);
    return sound;
  }
}
