package io.conserje.webhookload;

import io.conserje.testkit.bench.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends at its rate whatever becomes of what was sent before. A request's time runs from the moment
 * it was to be sent, so that one that had to wait counts as slow, not as late.
 */
final class OpenLoop {

  /** Shorter waits are spent awake: a sleep is seldom that exact. */
  private static final long AWAKE_NANOS = 200_000;

  /** A repeat comes while its queue still knows the first. */
  private static final int REPEATED_WITHIN = 1_000;

  private final Sender sender;
  private final int perSecond;
  private final int repeatedPercent;
  private final Random random = new Random(1);
  private final List<byte[]> recent = new ArrayList<>();
  private final Timings took = new Timings();
  private final Timings lateness = new Timings();
  private int fresh;

  /** Sends one and says whether it was answered as it should be. */
  interface Sender {
    boolean send(byte[] event);
  }

  OpenLoop(Sender sender, int perSecond, int repeatedPercent) {
    this.sender = sender;
    this.perSecond = perSecond;
    this.repeatedPercent = repeatedPercent;
  }

  /**
   * What came of it.
   *
   * @param fresh how many of them were no repeat
   * @param lateness of this generator itself
   */
  record Result(int sent, int fresh, int errors, Timings took, Timings lateness) {}

  Result run(Supplier<byte[]> next, Duration time) throws InterruptedException {
    int total = (int) (perSecond * time.toSeconds());
    AtomicInteger errors = new AtomicInteger();
    CountDownLatch answered = new CountDownLatch(total);
    long begin = System.nanoTime();
    for (int i = 0; i < total; i++) {
      byte[] event = event(next);
      long intended = begin + i * 1_000_000_000L / perSecond;
      await(intended);
      Thread.startVirtualThread(() -> {
        long late = System.nanoTime() - intended;
        boolean good = sender.send(event);
        note(System.nanoTime() - intended, late);
        errors.addAndGet(good ? 0 : 1);
        answered.countDown();
      });
    }
    answered.await();
    return new Result(total, fresh, errors.get(), took, lateness);
  }

  private byte[] event(Supplier<byte[]> next) {
    if (!recent.isEmpty() && random.nextInt(100) < repeatedPercent) {
      int back = random.nextInt(Math.min(REPEATED_WITHIN, recent.size()));
      return recent.get(recent.size() - 1 - back);
    }
    fresh++;
    byte[] event = next.get();
    if (repeatedPercent > 0) {
      recent.add(event);
    }
    return event;
  }

  private synchronized void note(long nanos, long late) {
    took.add(nanos);
    lateness.add(late);
  }

  private static void await(long intended) {
    long left = intended - System.nanoTime();
    while (left > 0) {
      if (left > AWAKE_NANOS) {
        LockSupport.parkNanos(left - AWAKE_NANOS);
      } else {
        Thread.onSpinWait();
      }
      left = intended - System.nanoTime();
    }
  }
}
