package io.conserje.conversation.models;

import io.conserje.conversation.ModelFailed;
import io.conserje.outside.LeftAlone;
import java.time.Duration;
import java.time.Instant;

/** Leaves a model alone that is known to be in trouble, as long as its failures call for. */
final class CircuitBreaker {

  private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final LeftAlone leftAlone = new LeftAlone();

  /** Whether a request may go to the model now; after a pause only one may, to try it. */
  boolean lets(Instant now) {
    return leftAlone.lets(now);
  }

  void answered() {
    leftAlone.answered();
  }

  void failed(ModelFailed failure, Instant now) {
    switch (failure.why()) {
      case QUOTA, MISCONFIGURED -> leftAlone.leave(LeftAlone.UNTIL_PUT_RIGHT, now);
      case BUSY -> leftAlone.leave(wait(failure), now);
      case DOWN, SLOW, BROKEN, EMPTY -> leftAlone.failed(now);
      case REFUSED, UNFOUNDED -> leftAlone.unjudged();
    }
  }

  /** It was asked, and nobody waited for what it says. */
  void unjudged() {
    leftAlone.unjudged();
  }

  private static Duration wait(ModelFailed failure) {
    Duration asked = failure.askedToWait() == null ? BUSY_PAUSE : failure.askedToWait();
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }
}
