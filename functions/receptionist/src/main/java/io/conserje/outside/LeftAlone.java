package io.conserje.outside;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether somebody outside who is known to be in trouble is left alone for now, so that guests do
 * not wait for them one after the other. When the pause is over one request tries; the others wait
 * for how that ends.
 */
public final class LeftAlone {

  private static final int FAILURES = 3;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** Keys and models are put right by a person, and secrets are read anew after five minutes. */
  public static final Duration UNTIL_PUT_RIGHT = Duration.ofMinutes(5);

  private int failures;
  private Instant until;
  private Instant triedAt;

  /** Whether a request may go there now; after a pause only one may, to try. */
  public synchronized boolean lets(Instant now) {
    if (until == null) {
      return true;
    }
    if (now.isBefore(until) || isBeingTried(now)) {
      return false;
    }
    triedAt = now;
    return true;
  }

  /** A try whose end nobody reported, because the function was ended, does not count for ever. */
  private boolean isBeingTried(Instant now) {
    return triedAt != null && Duration.between(triedAt, now).compareTo(PAUSE) < 0;
  }

  public synchronized void answered() {
    failures = 0;
    until = null;
    triedAt = null;
  }

  /** Once may be chance; some times in a row, or the one that tried, is not. */
  public synchronized void failed(Instant now) {
    failures++;
    if (failures >= FAILURES || triedAt != null) {
      until = now.plus(PAUSE);
    }
    triedAt = null;
  }

  /** For so long, whatever was before. */
  public synchronized void leave(Duration pause, Instant now) {
    until = now.plus(pause);
    triedAt = null;
  }

  /** The request was the trouble: nobody knows more than before. */
  public synchronized void unjudged() {
    triedAt = null;
  }
}
