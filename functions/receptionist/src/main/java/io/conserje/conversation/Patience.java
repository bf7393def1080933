package io.conserje.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a guest can be kept waiting.
 *
 * @param answerBy when the whole answer has to be there
 * @param firstWords after what time without a sign of life a model is given up
 * @param another after what time without a sign of life another model is asked as well; zero for
 *     never
 */
public record Patience(Instant answerBy, Duration firstWords, Duration another) {

  /** Nobody waits: a test, an evaluation. */
  public static final Patience ENDLESS = new Patience(Instant.MAX, Duration.ofDays(1));

  /** One model after the other. */
  public Patience(Instant answerBy, Duration firstWords) {
    this(answerBy, firstWords, Duration.ZERO);
  }

  /** What is left at that moment; never negative. */
  public Duration left(Instant now) {
    if (answerBy.equals(Instant.MAX)) {
      return Duration.ofDays(1);
    }
    Duration left = Duration.between(now, answerBy);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The same, with the answer wanted earlier. */
  public Patience until(Instant earlier) {
    return earlier.isBefore(answerBy) ? new Patience(earlier, firstWords, another) : this;
  }
}
