package io.conserje.voice.call;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls this host carries now. A host that is going to stop takes no new ones. */
public final class LiveCalls {

  private final Map<String, Carried> calls = new ConcurrentHashMap<>();
  private volatile boolean leaving;
  private long changes;

  /** One that is carried here. */
  public interface Carried {

    /** Another socket carries the call now; may be told on any thread. */
    void replaced();
  }

  /**
   * The call is carried by this one from now on, whoever did before: only a call that was cut off
   * comes a second time, and its first socket may not have noticed yet.
   *
   * @return false where the call must not begin here
   */
  public boolean begin(String id, Carried carried) {
    if (leaving) {
      return false;
    }
    Carried before = calls.put(id, carried);
    if (before != null) {
      before.replaced();
    }
    changed();
    return true;
  }

  /** Does nothing where another carries it by now. */
  public void end(String id, Carried carried) {
    calls.remove(id, carried);
    changed();
  }

  private void changed() {
    synchronized (calls) {
      changes++;
      calls.notifyAll();
    }
  }

  /**
   * Waits until a call has begun or ended since.
   *
   * @param seen what this returned before; anything negative the first time
   */
  public long awaitChange(long seen, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    synchronized (calls) {
      while (changes == seen && System.nanoTime() < end) {
        calls.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
      return changes;
    }
  }

  public int count() {
    return calls.size();
  }

  public boolean areTaken() {
    return !leaving;
  }

  /** From now on none begins; waits for the last one to end, at most so long. */
  public void drain(Duration longest) throws InterruptedException {
    leaving = true;
    long end = System.nanoTime() + longest.toNanos();
    synchronized (calls) {
      while (!calls.isEmpty() && System.nanoTime() < end) {
        calls.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    }
  }
}
