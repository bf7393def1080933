package io.conserje.sandbox.lambda;

import io.conserje.names.LambdaFunction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The instances of one function, made when they are needed. */
final class FunctionPool implements AutoCloseable {

  private final LambdaFunction function;
  private final Supplier<FunctionInstance> starter;
  private final Semaphore places;
  private final Deque<FunctionInstance> idle = new ArrayDeque<>();
  private final Queue<FunctionInstance> all = new ConcurrentLinkedQueue<>();
  private final AtomicInteger started = new AtomicInteger();

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

  int started() {
    return started.get();
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
      FunctionInstance warm = warm();
      return warm == null ? start() : warm;
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private FunctionInstance start() {
    FunctionInstance instance = starter.get();
    started.incrementAndGet();
    all.add(instance);
    return instance;
  }

  private FunctionInstance warm() {
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
