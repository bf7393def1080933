package io.conserje.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a provider that carries messages is doing. After some failures in a row it is left alone for
 * a while, so that what waits is not used up against a wall; then one message tries it, and the
 * others wait for how that ends.
 *
 * @param failures of the provider in a row
 * @param openUntil nothing is given to it before; null while all is well
 * @param pause how long it is left alone after the next failed try
 * @param tryingUntil till when somebody tries whether it is back; null for nobody
 * @param errorCode of the last failure; null for none
 * @param since when it was first left alone; null while it is not
 */
public record Circuit(
    int failures,
    Instant openUntil,
    Duration pause,
    Instant tryingUntil,
    String errorCode,
    Instant since) {

  private static final int FAILURES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Who asks for more is asked again all the same, to see whether it was meant. */
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

  /** Longer than the function that tries may run. */
  private static final Duration TRY = Duration.ofSeconds(40);

  /** How soon to look again whether the one who tries has come back. */
  private static final Duration NEXT_LOOK = Duration.ofSeconds(2);

  public static final Circuit CLOSED = new Circuit(0, null, FIRST_PAUSE, null, null, null);

  public boolean isClosed() {
    return openUntil == null;
  }

  /** Whether there is nothing to be forgotten. */
  boolean isWell() {
    return isClosed() && failures == 0;
  }

  /** When whoever may not give it anything now should come back; empty if they may, as the one. */
  Optional<Instant> wait(Instant now) {
    if (isClosed()) {
      return Optional.empty();
    }
    if (now.isBefore(openUntil)) {
      return Optional.of(openUntil);
    }
    return isBeingTried(now) ? Optional.of(now.plus(NEXT_LOOK)) : Optional.empty();
  }

  boolean isTried() {
    return tryingUntil != null;
  }

  private boolean isBeingTried(Instant now) {
    return tryingUntil != null && now.isBefore(tryingUntil);
  }

  /** The next message is the one. */
  Circuit trying(Instant now) {
    return new Circuit(failures, openUntil, pause, now.plus(TRY), errorCode, since);
  }

  /** Whoever was the one has not tried it after all: the next message is. */
  Circuit untried() {
    return new Circuit(failures, openUntil, pause, null, errorCode, since);
  }

  Circuit failed(Sending.Later failure, Instant now) {
    if (failure.about() == Sending.About.PAUSE && failure.askedToWait() != null) {
      return open(until(failure.askedToWait(), now), pause, failure, now);
    }
    boolean wasTry = tryingUntil != null;
    if (isClosed() ? failures + 1 >= FAILURES : wasTry) {
      return open(now.plus(pause), doubled(), failure, now);
    }
    return new Circuit(failures + 1, openUntil, pause, tryingUntil, failure.errorCode(), since);
  }

  private Instant until(Duration asked, Instant now) {
    Instant end = now.plus(asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked);
    return openUntil != null && openUntil.isAfter(end) ? openUntil : end;
  }

  private Circuit open(Instant until, Duration next, Sending.Later failure, Instant now) {
    return new Circuit(
        failures + 1, until, next, null, failure.errorCode(), since == null ? now : since);
  }

  private Duration doubled() {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }
}
