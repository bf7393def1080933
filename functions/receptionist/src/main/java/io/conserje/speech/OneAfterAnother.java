package io.conserje.speech;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what several threads ask for, one thing after the other, on whichever of them finds nothing
 * being done. Nobody waits and nobody holds a lock meanwhile: clauses go down to a voice while its
 * sound comes up, and with locks each side would wait for the other's for ever.
 */
final class OneAfterAnother {

  private static final Logger LOG = LoggerFactory.getLogger(OneAfterAnother.class);

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();

  /** At once, or right after what is being done; what is asked for meanwhile comes after it. */
  void run(Runnable task) {
    waiting.add(task);
    if (asked.getAndIncrement() > 0) {
      return;
    }
    do {
      next();
    } while (asked.decrementAndGet() > 0);
  }

  private void next() {
    try {
      waiting.remove().run();
    } catch (RuntimeException fault) {
      LOG.error("A part of an utterance is lost; what comes after it is done.", fault);
    }
  }
}
