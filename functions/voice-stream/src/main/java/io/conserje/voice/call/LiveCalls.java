package io.conserje.voice.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls this host carries now. A host that is going to stop takes no new ones. */
public final class LiveCalls {

  private final Set<String> calls = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;
  private long changes;

  /** False where the call must not begin here. */
  public boolean begin(String id) {
    boolean begun = !leaving && calls.add(id);
    if (begun) {
      changed();
    }
    return begun;
  }

  public void end(String id) {
    calls.remove(id);
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
