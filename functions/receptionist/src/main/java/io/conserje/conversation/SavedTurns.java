package io.conserje.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * Turns of conversation as saved state. Each verb is one transaction; none is open while a model or
 * a provider is asked.
 */
public interface SavedTurns {

  /**
   * Claims everything unanswered and takes the lease on the conversation. A turn that a crash left
   * open is taken up again with the steps it had saved.
   *
   * @param upTo the newest message the caller knows of; when a newer one is waiting, and the oldest
   *     has not waited longer than {@code patience}, the newer one's own reminder will answer both
   */
  Opening open(UUID conversation, long upTo, Instant now, Duration lease, Duration patience);

  /** The answer to {@link #open}. */
  sealed interface Opening {
    record Opened(Turn turn) implements Opening {}

    /** Somebody else is answering. */
    record Busy(Duration lease) implements Opening {}

    /** More has arrived, and its own reminder is on the way. */
    record MoreComing() implements Opening {}

    record NothingToAnswer() implements Opening {}

    /** A person has taken the conversation over. */
    record PersonOwns() implements Opening {}
  }

  /** Saves the model's answer, before the first of its calls runs. */
  void save(Turn turn, Step step, String model, Instant now);

  /**
   * Runs {@code effect} once: its effect, its result and, where the guest must hear of it, a
   * message in the outbox that is due after {@code unheard} are one transaction. Asked again,
   * returns the first result.
   */
  ToolResult once(
      Turn turn,
      int step,
      int position,
      ToolCall call,
      Function<ToolCall, ToolResult> effect,
      Instant now,
      Duration unheard);

  /**
   * Writes a part of the reply that is said before the rest is known; {@link #close} writes what
   * comes after all parts.
   *
   * @return false, and nothing is written, where the guest has said more meanwhile: the answer is
   *     going to be another one
   */
  boolean part(Turn turn, String words, Instant now);

  /** The same with nothing to be said aloud. */
  default Closing close(Turn turn, Instant now) {
    return close(turn, "", now);
  }

  /**
   * Writes {@link Turn#reply}, withdraws what it makes needless, and completes the claims.
   *
   * @param aloud the reply for the ear, to be said after it was sent; empty where it is only
   *     written
   */
  Closing close(Turn turn, String aloud, Instant now);

  /** The answer to {@link #close}. */
  sealed interface Closing {
    record Closed() implements Closing {}

    /** More arrived meanwhile and was claimed into the turn. */
    record MoreArrived(Turn turn) implements Closing {}
  }

  /**
   * Another run took the conversation over, or a person did: whatever this one had in hand is
   * theirs now.
   */
  final class LeaseLost extends RuntimeException {
    public LeaseLost(UUID conversation) {
      super(
          "The lease on conversation "
              + conversation
              + " has passed to another run; this one stops.");
    }
  }
}
