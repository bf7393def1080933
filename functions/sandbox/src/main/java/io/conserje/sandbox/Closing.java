package io.conserje.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be closed, the newest first; one that fails does not keep the others open. */
final class Closing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T later(T closeable) {
    open.push(closeable);
    return closeable;
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      AutoCloseable next = open.pop();
      try {
        next.close();
      } catch (Exception e) {
        LOG.warn("{} did not close: {}", next.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
