package io.conserje.conversation.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Patience;
import io.conserje.conversation.Tokens;
import io.conserje.metrics.Metrics;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A model that does not begin in time: another one is asked as well. */
@Timeout(60)
class RaceTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final Duration SOON = Duration.ofMillis(20);

  private final Slow first = new Slow("first");
  private final Slow second = new Slow("second");
  private final Slow third = new Slow("third");
  private final Set<String> counted = new ConcurrentSkipListSet<>();
  private final List<String> heard = new ArrayList<>();

  private final ChainOfModels chain =
      new ChainOfModels(
          () -> List.of(first, second, third),
          new Slow("built-in"),
          new TokenBudget() {
            @Override
            public boolean allows(ModelRequest request) {
              return true;
            }

            @Override
            public void spend(ModelRequest request, String model, Tokens tokens) {}
          },
          new ModelMetrics(new Counted()),
          () -> NOW);

  @Test
  void whoIsStalledIsOvertakenAndStopped() throws Exception {
    first.stalls = true;

    assertEquals("second", ask(SOON).model());
    assertTrue(first.stopped.await(30, TimeUnit.SECONDS), "it is asked no further");
    assertEquals(0, third.asked);
    assertEquals(Set.of("first overtaken", "second text"), counted);
  }

  @Test
  void whoBeginsInTimeAnswersAloneHoweverLongItTakes() {
    first.says = List.of("Buenas tardes, señora. ", "¿Para ", "cuántos? ");
    first.pauses = Duration.ofMillis(60);

    assertEquals("first", ask(SOON.multipliedBy(200)).model());
    assertEquals(0, second.asked);
    assertEquals(List.of("begun", "Buenas tardes, señora."), heard);
  }

  @Test
  void oneThatSpokeAndBrokeOffIsFollowedByTheNext() {
    first.says = List.of("Buenas tardes, señora. ");
    first.fails = new ModelFailed(Why.BROKEN, "cut");

    assertEquals("second", ask(Duration.ofMinutes(5)).model());
    assertEquals(List.of("begun", "Buenas tardes, señora.", "discarded", "begun"), heard);
    assertEquals(Set.of("first broken", "second text"), counted);
  }

  @Test
  void whereAllAreStalledTheBuiltInModelAnswers() {
    for (Slow model : List.of(first, second, third)) {
      model.stalls = true;
      model.gives = Duration.ofMillis(150);
    }

    assertEquals("built-in", ask(SOON).model());
    assertEquals(Set.of("first slow", "second slow", "third slow", "built-in text"), counted);
  }

  @Test
  void aModelThatIsLateThreeTimesIsNotWaitedForAnyMore() {
    first.stalls = true;
    for (int i = 0; i < 4; i++) {
      assertEquals("second", ask(SOON).model());
    }

    assertEquals(3, first.asked);
  }

  @Test
  void whoIsOnlyReadWaitsForOneAfterTheOther() {
    first.says = List.of("Buenas tardes.");
    first.pauses = Duration.ofMillis(60);

    assertEquals("first", ask(Duration.ZERO).model());
    assertFalse(first.onOwnThread);
    assertEquals(0, second.asked);
  }

  private ModelAnswer ask(Duration another) {
    return chain.answer(
        Question.at(
            NOW,
            Channel.VOICE,
            List.of(),
            new Patience(NOW.plusSeconds(20), Duration.ofSeconds(5), another)),
        new LanguageModel.Listener() {
          @Override
          public void text(String piece) {
            heard.add(piece);
          }

          @Override
          public void begun() {
            heard.add("begun");
          }

          @Override
          public void discarded() {
            heard.add("discarded");
          }
        });
  }

  private static final class Slow implements LanguageModel {

    private final String name;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread asker = Thread.currentThread();
    private volatile List<String> says = List.of();
    private volatile Duration pauses = Duration.ZERO;
    private volatile Duration gives = Duration.ofMinutes(5);
    private volatile ModelFailed fails;
    private volatile boolean stalls;
    private volatile boolean onOwnThread;
    private volatile int asked;

    Slow(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
      return answer(request, Listener.NOBODY);
    }

    @Override
    public ModelAnswer answer(ModelRequest request, Listener listener) {
      asked++;
      onOwnThread = Thread.currentThread() != asker;
      try {
        if (stalls) {
          Thread.sleep(gives);
          throw new ModelFailed(Why.SLOW, "stalled");
        }
        for (String piece : says) {
          listener.text(piece);
          Thread.sleep(pauses);
        }
      } catch (InterruptedException e) {
        stopped.countDown();
        throw new ModelFailed(Why.SLOW, "interrupted");
      }
      if (fails != null) {
        throw fails;
      }
      listener.begun();
      return ModelAnswer.say(String.join("", says).strip() + name, Map.of(), "es");
    }
  }

  private final class Counted implements Metrics {
    @Override
    public void count(String metric, long by, Label... labels) {
      if (metric.equals("model_answers")) {
        counted.add(labels[0].value() + " " + Arrays.asList(labels).getLast().value());
      }
    }

    @Override
    public void time(String metric, Duration took, Label... labels) {}
  }
}
