package io.conserje.webhookload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Clients that each send the next request as soon as the last was answered. */
final class ClosedLoop {

  private ClosedLoop() {}

  /**
   * What came of it.
   *
   * @param sent in all
   */
  record Result(int sent, int errors, Duration took) {

    double perSecond() {
      return sent / (took.toNanos() / 1e9);
    }
  }

  static Result run(OpenLoop.Sender sender, Supplier<byte[]> next, int clients, Duration time)
      throws InterruptedException {
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Thread> threads =
        IntStream.range(0, clients)
            .mapToObj(client ->
                Thread.startVirtualThread(() -> {
                  while (System.nanoTime() < end) {
                    sent.incrementAndGet();
                    errors.addAndGet(sender.send(next.get()) ? 0 : 1);
                  }
                }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    return new Result(sent.get(), errors.get(), Duration.ofNanos(System.nanoTime() - begin));
  }
}
