package io.conserje.voice.call;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/**
 * A call's thread whose time goes on only when a test says so; the test's own thread does the work.
 */
public final class SteppedThread implements CallThread {

  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingLong(Later::order));
  private long now = 1_000_000_000_000L;
  private long order;

  private record Later(long at, long order, Runnable task) {}

  @Override
  public void run(Runnable task) {
    waiting.add(task);
  }

  @Override
  public Timer after(Duration pause, Runnable task) {
    Later one = new Later(now + pause.toNanos(), order++, task);
    later.add(one);
    return () -> later.remove(one);
  }

  @Override
  public long nanos() {
    return now;
  }

  /** Does everything that is due until then, each thing in its time. */
  public void step(Duration time) {
    long end = now + time.toNanos();
    work();
    while (!later.isEmpty() && later.peek().at() <= end) {
      now = Math.max(now, later.peek().at());
      later.poll().task().run();
      work();
    }
    now = end;
  }

  /** How many things are still to be done. */
  public int left() {
    return later.size();
  }

  private void work() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
  }

  /** Waits for other threads, while the call's time stands still. */
  public void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen");
      }
      Thread.onSpinWait();
      work();
    }
  }
}
