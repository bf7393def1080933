package io.conserje.connectors.languagemodel;

import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.Tokens;
import io.conserje.outbound.CircuitKeeper;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Leaves whom we ask for something else than an answer alone while they are in trouble, all copies
 * of the functions together, so that no guest waits for what the last one has waited for in vain.
 */
final class SparedProviders {

  /** Keys and models are put right by a person, and secrets are read anew after five minutes. */
  private static final Duration TILL_IT_IS_PUT_RIGHT = Duration.ofMinutes(5);

  private static final Duration WHILE_BUSY = Duration.ofSeconds(5);

  private final String what;
  private final CircuitKeeper circuits;
  private final InstantSource clock;

  /**
   * @param what they are asked for; the same provider may do one thing well and another not
   */
  SparedProviders(String what, CircuitKeeper circuits, InstantSource clock) {
    this.what = what;
    this.circuits = circuits;
    this.clock = clock;
  }

  /**
   * @throws ModelFailed as {@code work} does, and where the provider is left alone
   */
  <T> T ask(Provider provider, Supplier<T> work) {
    String name = what + "-" + provider.code();
    Instant now = clock.instant();
    Optional<Instant> until = circuits.wait(name, now);
    if (until.isPresent()) {
      Duration pause = Duration.between(now, until.get());
      throw new ModelFailed(Why.DOWN, "it is left alone", pause, Tokens.NONE);
    }
    try {
      T answer = work.get();
      circuits.answered(name);
      return answer;
    } catch (ModelFailed failure) {
      note(name, failure);
      throw failure;
    } catch (RuntimeException fault) {
      circuits.nothingLearnt(name);
      throw fault;
    }
  }

  private void note(String name, ModelFailed failure) {
    switch (failure.why()) {
      case REFUSED, UNFOUNDED -> circuits.answered(name);
      case DOWN, SLOW, BROKEN, EMPTY -> failed(name, failure, null, About.PROVIDER);
      case BUSY -> failed(name, failure, orElse(failure.askedToWait()), About.PAUSE);
      case QUOTA, MISCONFIGURED -> failed(name, failure, TILL_IT_IS_PUT_RIGHT, About.PAUSE);
    }
  }

  private static Duration orElse(Duration asked) {
    return asked == null ? WHILE_BUSY : asked;
  }

  private void failed(String name, ModelFailed failure, Duration pause, About about) {
    circuits.failed(
        name,
        new Sending.Later(failure.why().code(), failure.getMessage(), pause, about),
        clock.instant());
  }
}
