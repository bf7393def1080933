package io.conserje.sandbox.lambda;

import io.conserje.names.LambdaFunction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The instances of one function, made when they are needed. */
final class FunctionPool implements AutoCloseable {

  private static final Duration START_PATIENCE = Duration.ofMinutes(2);

  private final LambdaFunction function;
  private final Supplier<FunctionInstance> starter;
  private final Semaphore places;
  private final Deque<FunctionInstance> idle = new ArrayDeque<>();
  private final Queue<FunctionInstance> all = new ConcurrentLinkedQueue<>();

  FunctionPool(LambdaFunction function, int instances, Supplier<FunctionInstance> starter) {
    this.function = function;
    this.starter = starter;
    this.places = new Semaphore(instances, true);
  }

  String invoke(String event, Duration patience) {
    FunctionInstance instance = take(patience);
    try {
      String answer = instance.handle(event);
      giveBack(instance);
      return answer;
    } catch (FunctionFailed e) {
      giveBack(instance);
      throw e;
    } catch (FunctionTimedOut e) {
      all.remove(instance);
      instance.close();
      throw e;
    } finally {
      places.release();
    }
  }

  void warm() {
    FunctionInstance instance = take(START_PATIENCE);
    giveBack(instance);
    places.release();
  }

  private FunctionInstance take(Duration patience) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NoInstanceFree(function.name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoInstanceFree(function.name());
    }
    try {
      FunctionInstance warm = idleOne();
      return warm == null ? start() : warm;
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private FunctionInstance start() {
    FunctionInstance instance = starter.get();
    all.add(instance);
    return instance;
  }

  private FunctionInstance idleOne() {
    synchronized (idle) {
      return idle.pollFirst();
    }
  }

  private void giveBack(FunctionInstance instance) {
    synchronized (idle) {
      idle.addFirst(instance);
    }
  }

  @Override
  public void close() {
    all.forEach(FunctionInstance::close);
  }
}
