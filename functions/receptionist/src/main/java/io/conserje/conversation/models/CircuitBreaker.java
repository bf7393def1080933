package io.conserje.conversation.models;

import io.conserje.conversation.ModelFailed;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a model alone that is known to be in trouble, so that guests do not wait for it one after
 * the other. When its pause is over one request tries it; the others wait for how that ends.
 */
final class CircuitBreaker {

  private static final int FAILURES = 3;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** Keys and models are put right by a person, and secrets are read anew after five minutes. */
  private static final Duration LONG_PAUSE = Duration.ofMinutes(5);

  private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private int failures;
  private Instant openUntil;
  private Instant triedAt;

  /** Whether a request may go to the model now; after a pause only one may, to try it. */
  synchronized boolean lets(Instant now) {
    if (openUntil == null) {
      return true;
    }
    if (now.isBefore(openUntil) || isBeingTried(now)) {
      return false;
    }
    triedAt = now;
    return true;
  }

  /** A try whose end nobody reported, because the function was ended, does not count for ever. */
  private boolean isBeingTried(Instant now) {
    return triedAt != null && Duration.between(triedAt, now).compareTo(PAUSE) < 0;
  }

  synchronized void answered() {
    failures = 0;
    openUntil = null;
    triedAt = null;
  }

  synchronized void failed(ModelFailed failure, Instant now) {
    boolean tried = triedAt != null;
    triedAt = null;
    switch (failure.why()) {
      case QUOTA, MISCONFIGURED -> openUntil = now.plus(LONG_PAUSE);
      case BUSY -> openUntil = now.plus(wait(failure));
      case DOWN, SLOW, BROKEN, EMPTY -> {
        failures++;
        if (failures >= FAILURES || tried) {
          openUntil = now.plus(PAUSE);
        }
      }
      case REFUSED, UNFOUNDED -> {
        // This request was the trouble, not the model.
      }
    }
  }

  private static Duration wait(ModelFailed failure) {
    Duration asked = failure.askedToWait() == null ? BUSY_PAUSE : failure.askedToWait();
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }
}
