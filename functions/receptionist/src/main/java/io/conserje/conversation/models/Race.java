package io.conserje.conversation.models;

import io.conserje.conversation.LanguageModel.Listener;
import io.conserje.conversation.ModelAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * The same turn asked of one model after the other, without waiting for the end of the one before:
 * whoever gives the first sign of life answers, the others are stopped. Each is asked on a thread
 * of its own; what they say is taken up on the thread of whoever waits.
 */
final class Race {

  /** What becomes of those that do not answer. */
  interface Losers {
    void failed(Attempt one, RuntimeException failure);

    /** It was asked earlier than the one that answers. */
    void overtaken(Attempt one);

    /** It was asked later. */
    void notNeeded(Attempt one);
  }

  private final class Runner implements Listener {

    private final Attempt attempt;
    private final Thread thread;

    Runner(Attempt attempt, Map<String, String> context) {
      this.attempt = attempt;
      this.thread =
          Thread.ofVirtual().name("model-" + attempt.model().name()).unstarted(() -> run(context));
    }

    private void run(Map<String, String> context) {
      if (context != null) {
        MDC.setContextMap(context);
      }
      try {
        ModelAnswer answer = attempt.model().answer(attempt.request(), this);
        tell(() -> {
          lead(this);
          won = accept.apply(attempt, answer);
        });
      } catch (RuntimeException failure) {
        tell(() -> lost(failure));
      } catch (Error fault) {
        tell(() -> lost(new IllegalStateException(fault)));
      }
    }

    @Override
    public void begun() {
      tell(() -> {
        lead(this);
        attempt.words().begun();
      });
    }

    @Override
    public void text(String piece) {
      tell(() -> attempt.words().text(piece));
    }

    @Override
    public void discarded() {
      tell(attempt.words()::discarded);
    }

    /** Of whoever was stopped nothing counts any more. */
    private void tell(Runnable news) {
      events.add(() -> {
        if (running.contains(this)) {
          try {
            news.run();
          } catch (RuntimeException refused) {
            lost(refused);
          }
        }
      });
    }

    private void lost(RuntimeException failure) {
      running.remove(this);
      leader = leader == this ? null : leader;
      losers.failed(attempt, failure);
    }
  }

  private final Supplier<Attempt> next;
  private final Duration another;
  private final BiFunction<Attempt, ModelAnswer, ModelAnswer> accept;
  private final Losers losers;
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final List<Runner> running = new ArrayList<>();
  private Runner leader;
  private ModelAnswer won;

  /**
   * @param next who is asked next; null for nobody
   * @param another after how long without a sign of life
   * @param accept throws where an answer cannot be given to a guest
   */
  Race(
      Supplier<Attempt> next,
      Duration another,
      BiFunction<Attempt, ModelAnswer, ModelAnswer> accept,
      Losers losers) {
    this.next = next;
    this.another = another;
    this.accept = accept;
    this.losers = losers;
  }

  /** Null where none of them answered. */
  ModelAnswer run() {
    try {
      boolean more = start();
      while (won == null && !running.isEmpty()) {
        Runnable event = more && leader == null ? soon() : events.take();
        if (event != null) {
          event.run();
        }
        if (won == null && more && (event == null || running.isEmpty())) {
          more = start();
        }
      }
      return won;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      running.forEach(runner -> runner.thread.interrupt());
    }
  }

  /** Null where nothing was heard of anybody in time. */
  private Runnable soon() throws InterruptedException {
    return events.poll(another.toNanos(), TimeUnit.NANOSECONDS);
  }

  private boolean start() {
    Attempt attempt = next.get();
    if (attempt == null) {
      return false;
    }
    Runner runner = new Runner(attempt, MDC.getCopyOfContextMap());
    running.add(runner);
    runner.thread.start();
    return true;
  }

  private void lead(Runner first) {
    if (leader != null) {
      return;
    }
    leader = first;
    int place = running.indexOf(first);
    for (int i = 0; i < running.size(); i++) {
      Runner other = running.get(i);
      if (other != first) {
        other.thread.interrupt();
        if (i < place) {
          losers.overtaken(other.attempt);
        } else {
          losers.notNeeded(other.attempt);
        }
      }
    }
    running.removeIf(runner -> runner != first);
  }
}
