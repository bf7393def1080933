package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.AnswerTime;
import io.conserje.call.AnswerTime.Step;
import io.conserje.call.HouseTalk.HeardLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallPipelineTest {

  private static final String GREETING = "Buenas tardes, habla con la Casa Lola. ¿En qué le ayudo?";
  private static final String ANSWER =
      "Muy bien, una mesa para cuatro. Mañana a las nueve de la noche está libre. ¿Se la reservo?";

  private final Telephone telephone = new Telephone(GREETING, _ -> ANSWER);

  @Test
  void theHouseSpeaksFirstAndIsHeardWhole() {
    telephone.open();
    telephone.quietUntil(() -> !telephone.call.spoken().audible());

    assertEquals(
        (long) GREETING.length() * FakeVoice.BYTES_PER_CHARACTER, telephone.carrier.heard());
    telephone.hangUp();
    telephone.thread.await(() -> !telephone.house.heard.isEmpty());
    assertEquals(List.of(GREETING), heard());
    assertTrue(telephone.house.heard.stream().allMatch(HeardLine::whole));
  }

  @Test
  void whatTheGuestSaysIsAnsweredAndEveryStepIsTimed() {
    telephone.open();
    telephone.quietUntil(() -> !telephone.call.spoken().audible());

    telephone.say("Una mesa para cuatro mañana a las nueve");
    telephone.thread.await(() -> telephone.call.spoken().audible());
    telephone.quietUntil(() -> telephone.metrics.containsKey("voice_turn"));

    assertEquals(List.of("Una mesa para cuatro mañana a las nueve"), List.copyOf(said()));
    Map<String, Duration> times = telephone.metrics;
    Duration steps =
        Stream.of(Step.values())
            .map(step -> times.get("voice_turn_step " + step.code()))
            .reduce(Duration.ZERO, Duration::plus);
    assertEquals(times.get("voice_turn"), steps);
    assertTrue(
        times.get("voice_turn_step pause").compareTo(Duration.ofMillis(300)) <= 0,
        times.toString());
  }

  @Test
  void whatTheGuestWaitedForStandsInTheFileOfTheCall() {
    telephone.open();
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.say("Una mesa para cuatro mañana a las nueve");
    telephone.thread.await(() -> telephone.call.spoken().audible());
    telephone.quietUntil(() -> telephone.metrics.containsKey("voice_turn"));
    telephone.thread.await(() -> !telephone.answers.isEmpty());

    AnswerTime answer = telephone.answers.peek();
    assertTrue(answer.heard());
    assertEquals(telephone.metrics.get("voice_turn"), answer.whole());
    assertEquals(Step.values().length, answer.steps().size());
  }

  @Test
  void whatProvidersBillOfACallIsCounted() {
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(10_100));
    telephone.hangUp();
    telephone.thread.await(() -> !telephone.archive.used.isEmpty());

    assertEquals(11L, telephone.archive.used.get("fake_stream_seconds"));
    assertEquals(11L, telephone.archive.used.get(telephone.ear.name() + "_seconds"));
  }

  @Test
  void anAnswerThatNobodyHeardIsToldAsThat() {
    telephone.open();
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(1));
    telephone.ear.words("Una mesa para cuatro mañana a las nueve");
    telephone.sound(Telephone.VOICE, Duration.ofMillis(20));
    telephone.hangUp();
    telephone.thread.await(() -> !telephone.answers.isEmpty());

    AnswerTime answer = telephone.answers.peek();
    assertFalse(answer.heard());
    assertFalse(answer.steps().containsKey(Step.CARRIER));
    assertFalse(telephone.metrics.containsKey("voice_turn"));
    assertEquals("call", telephone.spans.getFirst().name());
    assertEquals("answer", telephone.spans.get(1).name());
    assertEquals(Step.RECOGNISER.code(), telephone.spans.get(2).name());
  }

  @Test
  void theBeginningOfAnAnswerIsHeardWhileTheRestIsMade() {
    CountDownLatch rest = new CountDownLatch(1);
    Telephone slow = new Telephone(GREETING, _ -> after(rest, ANSWER));
    slow.house.begins = _ -> "Claro que sí.";
    slow.open();
    slow.quietUntil(() -> !slow.call.spoken().audible());
    slow.say("Una mesa para cuatro mañana a las nueve");
    slow.thread.await(() -> slow.call.spoken().audible());
    slow.quietUntil(() -> !slow.call.spoken().audible());
    rest.countDown();
    slow.thread.await(() -> slow.call.spoken().audible());
    slow.quietUntil(() -> !slow.call.spoken().audible());
    slow.hangUp();
    slow.thread.await(() -> slow.house.heard.size() == 3);

    assertEquals(
        List.of(GREETING, "Claro que sí.", ANSWER),
        slow.house.heard.stream().map(HeardLine::text).toList());
  }

  @Test
  void aBeginningThatComesWhenTheGuestHasSaidMoreIsNotSaidAndNotKept() {
    CountDownLatch begin = new CountDownLatch(1);
    CountDownLatch rest = new CountDownLatch(1);
    AtomicBoolean asked = new AtomicBoolean();
    Telephone two =
        new Telephone(GREETING, words -> words.startsWith("Dos") ? ANSWER : after(rest, ""));
    two.house.begins =
        words -> {
          boolean first = !words.startsWith("Dos");
          asked.compareAndSet(false, first);
          return first ? after(begin, "Espere un momento.") : "";
        };
    two.open();
    two.quietUntil(() -> !two.call.spoken().audible());
    two.say("Una mesa para cuatro mañana a las nueve");
    two.thread.await(asked::get);
    two.say("Dos mesas quería decir, perdone");
    two.thread.await(() -> two.call.spoken().audible());
    begin.countDown();
    two.thread.await(() -> two.call.spoken().last() == 3);
    two.quietUntil(() -> !two.call.spoken().audible());
    two.hangUp();
    two.thread.await(() -> two.house.heard.size() == 3);
    rest.countDown();

    assertFalse(two.voice.clauses.stream().anyMatch(clause -> clause.contains("Espere")));
    assertEquals(
        Set.of(GREETING, ANSWER, ""),
        two.house.heard.stream().map(HeardLine::text).collect(Collectors.toSet()));
  }

  private static String after(CountDownLatch latch, String words) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return words;
  }

  @Test
  void whoInterruptsHearsNothingMoreAndTheHouseKnowsWhatWasHeard() {
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(200));

    assertEquals(1, telephone.carrier.clears());
    long heard = telephone.carrier.heard();
    telephone.sound(Telephone.VOICE, Duration.ofSeconds(1));
    assertEquals(heard, telephone.carrier.heard());
    telephone.say("Quiero una mesa");
    telephone.thread.await(() -> !telephone.house.heard.isEmpty());

    String text = heard().getFirst();
    assertTrue(GREETING.startsWith(text), text);
    int trulyHeard = (int) (heard / FakeVoice.BYTES_PER_CHARACTER);
    assertTrue(
        Math.abs(words(text) - words(GREETING.substring(0, trulyHeard))) <= 1,
        "'" + text + "' of " + trulyHeard + " characters");
    assertFalse(telephone.house.heard.peek().whole());
  }

  @Test
  void aCoughIsNoInterruptionAndTheRestIsSaid() {
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(160));
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(2));
    telephone.quietUntil(() -> !telephone.call.spoken().audible());
    telephone.hangUp();
    telephone.thread.await(() -> !telephone.house.heard.isEmpty());

    assertEquals(1, telephone.carrier.clears());
    assertEquals(List.of(GREETING), heard());
    long whole = (long) GREETING.length() * FakeVoice.BYTES_PER_CHARACTER;
    assertTrue(
        Math.abs(telephone.carrier.heard() - whole) <= 1_600,
        telephone.carrier.heard() + " of " + whole);
  }

  @Test
  void marksThatComeBackBecauseOfAClearAreNotHeard() {
    telephone.open();
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(300));
    telephone.sound(Telephone.VOICE, Duration.ofMillis(200));
    telephone.hangUp();
    telephone.thread.await(() -> !telephone.house.heard.isEmpty());

    assertTrue(heard().getFirst().length() < 20, heard().getFirst());
    assertTrue(telephone.call.tally().counts().get("mark_not_counted") > 0);
  }

  @Test
  void aRecogniserThatIsLostIsBegunAnew() {
    telephone.open();
    telephone.ear.lose();
    telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));

    assertEquals(2, telephone.ear.sessions());
    assertEquals(1, telephone.call.tally().counts().get("recogniser_lost"));
    telephone.say("Una mesa");
    telephone.thread.await(() -> !telephone.house.said.isEmpty());
  }

  @Test
  void aHouseThatCannotHearLeavesTheCallOnceItWasHeard() {
    telephone.open();
    for (int lost = 0; lost < 4; lost++) {
      telephone.ear.lose();
      telephone.sound(Telephone.SILENCE, Duration.ofSeconds(1));
    }
    telephone.quietUntil(telephone.carrier::hungUp);

    assertEquals(
        (long) GREETING.length() * FakeVoice.BYTES_PER_CHARACTER, telephone.carrier.heard());
  }

  @Test
  void aHouseWithoutAVoiceLeavesTheCall() {
    telephone.voice.fails = true;
    telephone.pipeline.take(new Signal.LineOpened());
    telephone.thread.await(telephone.carrier::hungUp);
    telephone.hangUp();
    telephone.thread.await(() -> !telephone.house.heard.isEmpty());

    assertEquals(List.of(""), heard());
  }

  @Test
  void aStageThatFailsLosesOneSignal() {
    telephone.open();
    telephone.pipeline.take(new Signal.Sound(null));

    assertEquals(1, telephone.call.tally().counts().get("stage_fault"));
    telephone.say("Una mesa");
    telephone.thread.await(() -> !telephone.house.said.isEmpty());
  }

  private List<String> said() {
    telephone.thread.await(() -> !telephone.house.said.isEmpty());
    return List.copyOf(telephone.house.said);
  }

  private List<String> heard() {
    return telephone.house.heard.stream().map(HeardLine::text).toList();
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
