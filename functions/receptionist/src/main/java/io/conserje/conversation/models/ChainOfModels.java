package io.conserje.conversation.models;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.guard.Guard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Several models as one: the first that can answers, the next one takes the same turn where it
 * cannot, and the last, which needs no network, always does.
 */
public final class ChainOfModels implements LanguageModel {

  private static final Logger LOG = LoggerFactory.getLogger(ChainOfModels.class);

  /** With less than this left no model over the network is asked any more. */
  private static final Duration LEAST = Duration.ofMillis(800);

  /** What part of the time that is left a model gets that is not the last of those that cost. */
  private static final int PART = 60;

  private final Supplier<List<LanguageModel>> models;
  private final LanguageModel last;
  private final TokenBudget budget;
  private final ModelMetrics metrics;
  private final InstantSource clock;
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  /**
   * @param models in their order, looked up for each answer
   * @param last asked when none of them could; what it throws is thrown
   */
  public ChainOfModels(
      Supplier<List<LanguageModel>> models,
      LanguageModel last,
      TokenBudget budget,
      ModelMetrics metrics,
      InstantSource clock) {
    this.models = models;
    this.last = last;
    this.budget = budget;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public String name() {
    return last.name();
  }

  @Override
  public boolean isAtHand() {
    return last.isAtHand() && models.get().isEmpty();
  }

  @Override
  public ModelAnswer answer(ModelRequest request) {
    return answer(request, Listener.NOBODY);
  }

  @Override
  public ModelAnswer answer(ModelRequest request, Listener listener) {
    List<LanguageModel> asked = notGivenUp(models.get(), request);
    boolean allowed = asked.isEmpty() || budget.allows(request);
    Deque<LanguageModel> left = new ArrayDeque<>(asked);
    Supplier<Attempt> next = () -> next(left, request, allowed, listener);
    Duration another = request.patience().another();
    ModelAnswer answer =
        another.isZero() || asked.size() < 2
            ? oneAfterTheOther(next)
            : new Race(next, another, this::answered, new Judge()).run();
    return answer == null ? askLast(request, listener) : answer;
  }

  /** Null when there is none that may be asked. */
  private Attempt next(
      Deque<LanguageModel> left, ModelRequest request, boolean allowed, Listener listener) {
    while (!left.isEmpty()) {
      LanguageModel model = left.poll();
      if (mayBeAsked(model, request, allowed)) {
        return new Attempt(model, part(request, left.isEmpty()), new Heard(listener, clock));
      }
    }
    return null;
  }

  private ModelAnswer oneAfterTheOther(Supplier<Attempt> next) {
    for (Attempt one = next.get(); one != null; one = next.get()) {
      try {
        return answered(one, one.model().answer(one.request(), one.words()));
      } catch (RuntimeException failure) {
        failed(one, failure);
      }
    }
    return null;
  }

  /** A guest does not wait twice in one turn for a model that another one has stepped in for. */
  private List<LanguageModel> notGivenUp(List<LanguageModel> all, ModelRequest request) {
    String before = request.steps().isEmpty() ? "" : request.steps().getLast().answer().model();
    if (before.equals(last.name())) {
      return List.of();
    }
    int from = all.stream().map(LanguageModel::name).toList().indexOf(before);
    return all.subList(Math.max(0, from), all.size());
  }

  private boolean mayBeAsked(LanguageModel model, ModelRequest request, boolean allowed) {
    if (!allowed) {
      metrics.skipped(model.name(), "no_budget");
    } else if (request.patience().left(clock.instant()).compareTo(LEAST) < 0) {
      metrics.skipped(model.name(), "no_time");
    } else if (!breaker(model).lets(clock.instant())) {
      metrics.skipped(model.name(), "paused");
    } else {
      return true;
    }
    return false;
  }

  private ModelRequest part(ModelRequest request, boolean lastOfThem) {
    Instant now = clock.instant();
    Duration left = request.patience().left(now);
    Duration part = lastOfThem ? left : left.multipliedBy(PART).dividedBy(100);
    return request.within(request.patience().until(now.plus(part)));
  }

  /** Throws where it cannot be given to a guest. */
  private ModelAnswer answered(Attempt one, ModelAnswer given) {
    ModelAnswer answer = founded(one.request(), given);
    LanguageModel model = one.model();
    breaker(model).answered();
    metrics.answered(model.name(), answer, one.heard());
    spend(one.request(), model, answer.tokens());
    return answer.by(model.name(), answer.tokens());
  }

  private void failed(Attempt one, RuntimeException failure) {
    LanguageModel model = one.model();
    if (failure instanceof ModelFailed known) {
      failed(model, one.request(), one.heard(), known);
    } else {
      LOG.error(
          "{} failed in a way nobody expected; the next model answers.", model.name(), failure);
      String what = failure.getClass().getSimpleName();
      failed(model, one.request(), one.heard(), new ModelFailed(Why.BROKEN, what));
    }
    one.heard().discard();
  }

  /** What becomes of those that ran in vain. */
  private final class Judge implements Race.Losers {

    @Override
    public void failed(Attempt one, RuntimeException failure) {
      ChainOfModels.this.failed(one, failure);
    }

    /** Its price is not known, and not counted. */
    @Override
    public void overtaken(Attempt one) {
      breaker(one.model()).failed(new ModelFailed(Why.SLOW, "overtaken"), clock.instant());
      metrics.failed(one.model().name(), "overtaken", one.heard());
      LOG.warn("{} has not begun to answer; another model did, and goes on.", one.model().name());
    }

    @Override
    public void notNeeded(Attempt one) {
      breaker(one.model()).unjudged();
      metrics.skipped(one.model().name(), "not_needed");
    }
  }

  /** What it says is held against the tools; what an effect obliges us to say is added. */
  private static ModelAnswer founded(ModelRequest request, ModelAnswer answer) {
    if (!answer.calls().isEmpty()) {
      return answer;
    }
    List<String> objections = Guard.objections(request, answer.text());
    if (!objections.isEmpty()) {
      String reason = "stated " + String.join(", ", objections) + " that nobody gave";
      throw new ModelFailed(Why.UNFOUNDED, reason, null, answer.tokens());
    }
    return answer.saying(Guard.withWhatMustBeHeard(request, answer.text()));
  }

  private void failed(LanguageModel model, ModelRequest request, Heard heard, ModelFailed failure) {
    breaker(model).failed(failure, clock.instant());
    metrics.failed(model.name(), failure.why().code(), heard);
    spend(request, model, failure.tokens());
    boolean ours = failure.why() == Why.QUOTA || failure.why() == Why.MISCONFIGURED;
    LOG.atLevel(ours ? Level.ERROR : Level.WARN)
        .addKeyValue("model", model.name())
        .addKeyValue("outcome", failure.why().code())
        .log(
            "{} gave no answer ({}); the next model answers.{}",
            model.name(),
            failure.getMessage(),
            ours ? " It stays so until somebody puts it right." : "");
  }

  /** An answer is not lost because its price could not be written down. */
  private void spend(ModelRequest request, LanguageModel model, Tokens tokens) {
    if (tokens.total() == 0) {
      return;
    }
    try {
      budget.spend(request, model.name(), tokens);
    } catch (RuntimeException e) {
      LOG.error("{} tokens of {} were not counted.", tokens.total(), model.name(), e);
    }
  }

  private ModelAnswer askLast(ModelRequest request, Listener listener) {
    Heard heard = new Heard(listener, clock);
    try {
      ModelAnswer answer = last.answer(request, heard);
      metrics.answered(last.name(), answer, heard);
      return answer.by(last.name(), answer.tokens());
    } catch (RuntimeException e) {
      metrics.failed(last.name(), Why.BROKEN.code(), heard);
      throw e;
    }
  }

  private CircuitBreaker breaker(LanguageModel model) {
    return breakers.computeIfAbsent(model.name(), name -> new CircuitBreaker());
  }
}
