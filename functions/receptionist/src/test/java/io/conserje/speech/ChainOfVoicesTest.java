package io.conserje.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.speech.ChainOfVoices.Patience;
import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainOfVoicesTest {

  private static final Patience ENDLESS = new Patience(Duration.ofHours(1), Duration.ofHours(1));
  private static final Patience NONE = new Patience(Duration.ofMillis(40), Duration.ofMillis(40));
  private static final Patience SOME = new Patience(Duration.ofMillis(400), Duration.ofMillis(400));
  private static final int SOUNDS = 200_000;
  private static final int MOST_CLAUSES = 5_000;
  private static final String GOOD_EVENING = "Buenas noches, restaurante La Plaza.";
  private static final String HOW = "¿En qué puedo ayudarle?";

  private final ScriptedVoice first = new ScriptedVoice("first");
  private final ScriptedVoice second = new ScriptedVoice("second");
  private final ToldByVoice told = new ToldByVoice();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void theNextGoesOnWithTheClauseThatWasNotSaidToItsEnd() {
    Utterance utterance = begin(ENDLESS);
    utterance.say(GOOD_EVENING);
    utterance.say(HOW);
    utterance.end();
    first.last().speaks(0);
    first.last().tells().sound(new byte[800]);
    first.last().tells().failed(SpeechFailure.passing("lost"));
    assertEquals(List.of(HOW), second.last().clauses());
    assertTrue(second.last().isEnded());
    second.last().speaks(0);
    second.last().tells().done();
    assertEquals(List.of("sound", "clause 0", "sound", "sound", "clause 1", "done"), told.told());
  }

  @Test
  void wordsGoOnCountingAndNoneIsToldTwice() {
    Utterance utterance = begin(ENDLESS);
    utterance.say("Un momento.");
    utterance.say(HOW);
    first.last().speaks(0);
    first.last().tells().words(List.of(word("Un", 0), word("momento.", 200)));
    first.last().tells().words(List.of(word("¿En", 800)));
    first.last().tells().sound(new byte[800]);
    first.last().tells().failed(SpeechFailure.passing("lost"));
    second.last().tells().words(List.of(word("¿En", 0), word("qué", 100), word("puedo", 200)));
    assertEquals(
        List.of("Un", "momento.", "¿En", "qué", "puedo"),
        told.words().stream().map(TimedWord::text).toList());
    int before = ("Un momento.".length() * 520 + 800) / 8;
    assertEquals(Duration.ofMillis(before + 100), told.words().get(3).from());
  }

  @Test
  void whoSaysNothingIsPassedOver() {
    Utterance utterance = begin(NONE);
    utterance.say(GOOD_EVENING);
    await(() -> !second.sayings().isEmpty());
    assertTrue(first.last().isCancelled());
    await(() -> second.last().clauses().equals(List.of(GOOD_EVENING)));
  }

  /** Its sound has come meanwhile, and is read as soon as the thread comes to it. */
  @Test
  void aHostThatIsLateItselfBlamesNobody() throws Exception {
    Utterance utterance = begin(SOME);
    utterance.say(GOOD_EVENING);
    late(timer);
    assertEquals(List.of("sound", "clause 0"), told.told());
    assertEquals(List.of(), second.sayings());
  }

  @Test
  void whoseSoundIsReadLateIsNotBlamedByAnotherThread() throws Exception {
    try (ScheduledExecutorService itsOwn = Executors.newSingleThreadScheduledExecutor()) {
      first.isHeardOn(itsOwn);
      Utterance utterance =
          new ChainOfVoices(
                  List.of(new RememberingVoice(first, new PhraseMemory(1_000)), second),
                  SOME,
                  timer,
                  () -> now)
              .begin(wishes(), told);
      utterance.say(GOOD_EVENING);
      await(() -> !first.sayings().isEmpty());
      Thread.sleep(SOME.first().dividedBy(3));
      late(itsOwn);
      assertEquals(List.of("sound", "clause 0"), told.told());
      assertEquals(List.of(), second.sayings());
      itsOwn.shutdownNow();
    }
  }

  /** The thread does something else for too long. */
  private void late(ScheduledExecutorService thread) throws Exception {
    thread
        .submit(() -> {
          Thread.sleep(SOME.first().multipliedBy(3));
          return thread.submit(() -> first.last().speaks(0));
        })
        .get()
        .get();
  }

  @Test
  void aClauseOnItsWayDownDoesNotWaitForSoundOnItsWayUp() throws Exception {
    Utterance utterance =
        new ChainOfVoices(
                List.of(new RememberingVoice(first, new PhraseMemory(1_000))),
                ENDLESS,
                timer,
                () -> now)
            .begin(wishes(), told);
    utterance.say(GOOD_EVENING);
    CountDownLatch both = new CountDownLatch(2);
    Thread voice =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              meet(both);
              for (int i = 0; i < SOUNDS; i++) {
                first.last().tells().sound(new byte[8]);
              }
            });
    Thread call =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              meet(both);
              for (int i = 0; i < MOST_CLAUSES && voice.isAlive(); i++) {
                utterance.say(HOW);
              }
            });
    assertTrue(voice.join(Duration.ofSeconds(30)), "sound comes up");
    assertTrue(call.join(Duration.ofSeconds(30)), "clauses go down");
    assertEquals(SOUNDS, told.told().size());
  }

  private static void meet(CountDownLatch both) {
    both.countDown();
    while (both.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoHasNothingToSayMayBeSilent() throws Exception {
    first.speaksAtOnce();
    Utterance utterance = begin(NONE);
    utterance.say(GOOD_EVENING);
    utterance.end();
    assertTrue(told.over().await(60, java.util.concurrent.TimeUnit.SECONDS));
    assertEquals(List.of("sound", "clause 0", "done"), told.told());
    assertEquals(List.of(), second.sayings());
  }

  @Test
  void whoDoesNotTellOfEndsIsTakenByTheLengthOfTheSound() {
    Utterance utterance = begin(ENDLESS);
    utterance.say(GOOD_EVENING);
    utterance.say(HOW);
    first.last().tells().sound(new byte[GOOD_EVENING.length() * 520]);
    first.last().tells().failed(SpeechFailure.passing("lost"));
    assertEquals(List.of(HOW), second.last().clauses());
  }

  @Test
  void whatIsCancelledIsOver() {
    Utterance utterance = begin(ENDLESS);
    utterance.say(GOOD_EVENING);
    utterance.cancel();
    first.last().speaks(0);
    first.last().tells().failed(SpeechFailure.passing("lost"));
    assertTrue(first.last().isCancelled());
    assertEquals(List.of(), told.told());
    assertEquals(List.of(), second.sayings());
  }

  @Test
  void whenAllFailItIsTold() {
    begin(ENDLESS).say(GOOD_EVENING);
    first.last().tells().failed(SpeechFailure.passing("lost"));
    second.last().tells().failed(SpeechFailure.passing("gone"));
    assertEquals(List.of("failed: gone"), told.told());
  }

  @Test
  void whoNeedsAPersonIsLeftAlone() {
    ChainOfVoices chain = chain(ENDLESS);
    chain.begin(wishes(), told).say(GOOD_EVENING);
    first.last().tells().failed(SpeechFailure.lasting("no credit"));
    chain.begin(wishes(), new ToldByVoice()).say(GOOD_EVENING);
    assertEquals(1, first.sayings().size());
    now = now.plusSeconds(301);
    chain.begin(wishes(), new ToldByVoice()).say(GOOD_EVENING);
    assertEquals(2, first.sayings().size());
    assertFalse(first.last().isCancelled());
  }

  private Utterance begin(Patience patience) {
    return chain(patience).begin(wishes(), told);
  }

  private ChainOfVoices chain(Patience patience) {
    return new ChainOfVoices(List.of(first, second), patience, timer, () -> now);
  }

  private static Wishes wishes() {
    return new Wishes(AudioFormat.MULAW_8000, Locale.forLanguageTag("es"), "");
  }

  private static TimedWord word(String text, long at) {
    return new TimedWord(text, Duration.ofMillis(at), Duration.ofMillis(at + 90));
  }

  private static void await(BooleanSupplier happened) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!happened.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertTrue(happened.getAsBoolean());
  }
}
