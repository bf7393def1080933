package io.conserje.simulated.speech;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;

/** Does things in their order, each not before its time, on a virtual thread of its own. */
final class Later implements AutoCloseable {

  private final LinkedBlockingQueue<Due> due = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofVirtual().start(this::work);

  private record Due(long nanos, Deed deed) {}

  /** What is done. */
  interface Deed {
    void run() throws IOException;
  }

  void after(Duration pause, Deed deed) {
    due.add(new Due(System.nanoTime() + pause.toNanos(), deed));
  }

  private void work() {
    try {
      while (true) {
        Due next = due.take();
        Thread.sleep(Duration.ofNanos(Math.max(0, next.nanos() - System.nanoTime())));
        next.deed().run();
      }
    } catch (InterruptedException | IOException over) {
      // Nobody listens any more.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
