package io.conserje.sandbox;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Who is at work: two looks that find nobody busy and the same count saw no work between them. */
public final class Activity {

  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicLong begun = new AtomicLong();

  /** Work that ends when closed. */
  public interface Work extends AutoCloseable {
    @Override
    void close();
  }

  public Work begin() {
    busy.incrementAndGet();
    begun.incrementAndGet();
    return this::end;
  }

  /** For work that is begun here and ended on another thread. */
  public void end() {
    busy.decrementAndGet();
  }

  public boolean quiet() {
    return busy.get() == 0;
  }

  public long begun() {
    return begun.get();
  }
}
