package io.conserje.conversation.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Patience;
import io.conserje.conversation.Step;
import io.conserje.conversation.Tokens;
import io.conserje.metrics.Metrics;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which model answers, and how long one in trouble is left alone. */
class ChainOfModelsTest {

  private static final Duration TURN = Duration.ofSeconds(20);

  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private final Scripted first = new Scripted("first");
  private final Scripted second = new Scripted("second");
  private final Scripted builtIn = new Scripted("built-in");
  private final Map<String, Long> counted = new TreeMap<>();
  private final List<String> timed = new ArrayList<>();
  private boolean budget = true;
  private final List<String> spent = new ArrayList<>();

  private final ChainOfModels chain =
      new ChainOfModels(
          () -> List.of(first, second),
          builtIn,
          new Purse(),
          new ModelMetrics(new Counted()),
          () -> now);

  @Test
  void theFirstAnswersAndTheMetricSaysSo() {
    ModelAnswer answer = ask();

    assertEquals("first says", answer.text());
    assertEquals("first", answer.model());
    assertEquals(
        Map.of(
            "model_answers first text",
            1L,
            "model_tokens first read",
            10L,
            "model_tokens first written",
            5L),
        counted);
    assertEquals(List.of("model_first_words first PT1S", "model_answer_time first PT1S"), timed);
    assertEquals(List.of("first 15"), spent);
  }

  @Test
  void whatWasMadeAheadIsCountedOnceItIsKnownWhetherItWasWanted() {
    List<Consumer<Boolean>> counts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      chain.answer(
          request(patience()),
          new LanguageModel.Listener() {
            @Override
            public void text(String piece) {}

            @Override
            public void onceKnown(Consumer<Boolean> wanted) {
              counts.add(wanted);
            }
          });
    }
    assertEquals(
        Map.of("model_tokens first read", 20L, "model_tokens first written", 10L),
        counted,
        "what it cost is known");
    assertEquals(List.of(), timed);

    now = now.plusSeconds(30);
    counts.getFirst().accept(true);
    counts.getLast().accept(false);
    assertEquals(1L, counted.get("model_answers first text"));
    assertEquals(1L, counted.get("model_answers first dropped"));
    assertEquals(List.of("model_first_words first PT1S", "model_answer_time first PT1S"), timed);
  }

  @Test
  void whereItFailsTheNextTakesTheSameTurn() {
    first.fails = new ModelFailed(Why.DOWN, "down");

    assertEquals("second", ask().model());
    assertEquals(1L, counted.get("model_answers first down"));
    assertEquals(1L, counted.get("model_answers second text"));
  }

  @Test
  void whoTookTheLastStepOfATurnGoesOnWithIt() {
    assertEquals("second", askAfter("second").model());
    assertEquals("built-in", askAfter("built-in").model());
    assertEquals("first", askAfter("first").model());
    assertEquals("first", askAfter("one of another day").model());
  }

  private ModelAnswer askAfter(String model) {
    Step step =
        new Step(1, 1, ModelAnswer.say("", Map.of(), "es").by(model, Tokens.NONE), List.of());
    return chain.answer(request(patience()).after(List.of(), List.of(), Map.of(), List.of(step)));
  }

  @Test
  void theLastAlwaysAnswers() {
    first.fails = new ModelFailed(Why.EMPTY, "silent");
    second.crash = new IllegalStateException("a fault of ours");

    assertEquals("built-in", ask().model());
    assertEquals(1L, counted.get("model_answers first empty"));
    assertEquals(1L, counted.get("model_answers second broken"));
    assertEquals(1L, counted.get("model_answers built-in text"));
  }

  @Test
  void threeFailuresInARowAreAPauseAndThenOneTry() {
    first.fails = new ModelFailed(Why.SLOW, "slow");
    for (int i = 0; i < 5; i++) {
      ask();
    }
    assertEquals(3, first.asked);
    assertEquals(2L, counted.get("model_answers first paused"));

    now = now.plusSeconds(31);
    ask();
    ask();
    assertEquals(4, first.asked, "one try, which failed");

    now = now.plusSeconds(31);
    first.fails = null;
    assertEquals("first", ask().model());
    assertEquals("first", ask().model());
  }

  @Test
  void aSuccessBetweenFailuresStartsTheCountAnew() {
    for (int i = 0; i < 3; i++) {
      first.fails = new ModelFailed(Why.DOWN, "down");
      ask();
      ask();
      first.fails = null;
      ask();
    }
    assertEquals(9, first.asked);
  }

  @Test
  void aUsedUpQuotaIsAskedAboutAgainOnlyAfterMinutes() {
    first.fails = new ModelFailed(Why.QUOTA, "no money");
    ask();
    now = now.plus(Duration.ofMinutes(4));
    ask();
    assertEquals(1, first.asked);

    now = now.plus(Duration.ofMinutes(2));
    ask();
    assertEquals(2, first.asked);
  }

  @Test
  void aBusyOneIsLeftAloneForAsLongAsItAsks() {
    first.fails = new ModelFailed(Why.BUSY, "busy", Duration.ofSeconds(9), Tokens.NONE);
    ask();
    first.fails = null;
    now = now.plusSeconds(5);
    assertEquals("second", ask().model());

    now = now.plusSeconds(5);
    assertEquals("first", ask().model());
  }

  @Test
  void aRequestThatOneRefusesIsNoTroubleOfTheModel() {
    first.fails = new ModelFailed(Why.REFUSED, "too long");
    for (int i = 0; i < 5; i++) {
      ask();
    }
    assertEquals(5, first.asked);
  }

  @Test
  void theFirstMayNotUseUpTheTimeOfTheOthers() {
    first.fails = new ModelFailed(Why.SLOW, "slow");
    first.takes = Duration.ofSeconds(12);

    Instant begun = now;

    assertEquals("second", ask().model());
    assertEquals(begun.plusSeconds(12), first.patience.answerBy());
    assertEquals(begun.plus(TURN), second.patience.answerBy());
  }

  @Test
  void withNoTimeLeftOnlyTheLastIsAsked() {
    assertEquals("built-in", ask(new Patience(now.plusMillis(500), TURN)).model());
    assertEquals(1L, counted.get("model_answers first no_time"));
  }

  @Test
  void withNoBudgetLeftOnlyTheLastIsAsked() {
    budget = false;

    assertEquals("built-in", ask().model());
    assertEquals(1L, counted.get("model_answers second no_budget"));
    assertEquals(List.of(), spent);
  }

  @Test
  void whatAFailureCostIsSpentToo() {
    first.fails = new ModelFailed(Why.BROKEN, "cut", null, new Tokens(100, 3));
    ask();

    assertEquals(List.of("first 103", "second 15"), spent);
  }

  @Test
  void wordsOfAnAnswerThatBrokeOffAreTakenBack() {
    first.says = "Claro que sí, señora. Un mom";
    first.fails = new ModelFailed(Why.BROKEN, "cut");
    List<String> heard = new ArrayList<>();

    chain.answer(request(patience()), listener(heard));

    assertEquals(List.of("begun", "Claro que sí, señora.", "discarded", "begun"), heard);
  }

  @Test
  void aFailureOfTheLastIsNotHidden() {
    first.fails = new ModelFailed(Why.DOWN, "down");
    second.fails = first.fails;
    builtIn.crash = new IllegalStateException("a fault of ours");

    assertThrows(IllegalStateException.class, this::ask);
    assertEquals(1L, counted.get("model_answers built-in broken"));
  }

  private static LanguageModel.Listener listener(List<String> heard) {
    return new LanguageModel.Listener() {
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
    };
  }

  private Patience patience() {
    return new Patience(now.plus(TURN), Duration.ofSeconds(5));
  }

  @Test
  void whatNobodyGaveIsNotSaidAndTheNextModelAnswers() {
    first.answers = "Su mesa queda reservada, referencia KM4729.";

    ModelAnswer answer = ask();

    assertEquals("second", answer.model());
    assertEquals(
        1L, counted.entrySet().stream().filter(e -> e.getKey().contains("unfounded")).count());
  }

  /** One wrong answer is no outage: the next guest may well get a right one. */
  @Test
  void whoSaidWhatNobodyGaveIsAskedAgain() {
    first.answers = "Son 45 euros.";
    for (int i = 0; i < 10; i++) {
      ask();
    }

    assertEquals(10, first.asked);
  }

  private ModelAnswer ask() {
    return ask(patience());
  }

  private ModelAnswer ask(Patience patience) {
    return chain.answer(request(patience));
  }

  private ModelRequest request(Patience patience) {
    return Question.at(now, Channel.WHATSAPP, List.of(), patience);
  }

  /** Says its name, or fails, after a second or what it takes. */
  private final class Scripted implements LanguageModel {

    private final String name;
    private int asked;
    private String says;
    private String answers;
    private ModelFailed fails;
    private RuntimeException crash;
    private Duration takes = Duration.ZERO;
    private Patience patience;

    private Scripted(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
      asked++;
      patience = request.patience();
      now = now.plusSeconds(1).plus(takes);
      if (crash != null) {
        throw crash;
      }
      if (fails != null) {
        throw fails;
      }
      String words = answers == null ? name + " says" : answers;
      return ModelAnswer.say(words, Map.of(), "es").by("", new Tokens(10, 5));
    }

    @Override
    public ModelAnswer answer(ModelRequest request, Listener listener) {
      if (says != null) {
        listener.text(says);
      }
      return LanguageModel.super.answer(request, listener);
    }
  }

  private final class Counted implements Metrics {
    @Override
    public void count(String metric, long by, Label... labels) {
      counted.merge(metric + values(labels), by, Long::sum);
    }

    @Override
    public void time(String metric, Duration took, Label... labels) {
      timed.add(metric + values(labels) + " " + took);
    }

    private String values(Label... labels) {
      return Arrays.stream(labels).map(l -> " " + l.value()).reduce("", String::concat);
    }
  }

  private final class Purse implements TokenBudget {
    @Override
    public boolean allows(ModelRequest request) {
      return budget;
    }

    @Override
    public void spend(ModelRequest request, String model, Tokens tokens) {
      spent.add(model + " " + tokens.total());
    }
  }
}
