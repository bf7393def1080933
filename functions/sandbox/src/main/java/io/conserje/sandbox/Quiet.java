package io.conserje.sandbox;

import io.conserje.sandbox.queues.Queues;
import java.time.Duration;

/**
 * Whether nothing is going on and nothing will by itself: no message on its way, none waiting for
 * an answer.
 */
public final class Quiet {

  private static final long BETWEEN_LOOKS_MILLIS = 50;

  private final Activity activity;
  private final Queues queues;
  private final HouseDatabase database;

  Quiet(Activity activity, Queues queues, HouseDatabase database) {
    this.activity = activity;
    this.queues = queues;
    this.database = database;
  }

  /** Whether it became quiet in time. */
  public boolean await(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!isQuiet()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      pause();
    }
    return true;
  }

  /**
   * Only work moves messages: if none began between the first and the last look, all of them saw
   * one moment.
   */
  private boolean isQuiet() {
    long begun = activity.begun();
    return activity.quiet() && nothingIsLeft() && activity.quiet() && activity.begun() == begun;
  }

  /** A reminder on its way reminds of nothing where everything is done. */
  private boolean nothingIsLeft() {
    return queues.areEmpty()
        ? database.isQuiet()
        : queues.nothingIsDue() && database.isQuiet() && database.everyTurnIsClosed();
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
