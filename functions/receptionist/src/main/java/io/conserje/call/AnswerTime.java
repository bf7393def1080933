package io.conserje.call;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long a guest on the telephone waited for the answer to one thing they said: from the end of
 * their voice until they heard its first sound. The steps add up to the whole.
 *
 * @param ago how long ago their voice ended
 * @param steps those that were taken, in their order
 * @param heard whether the guest has heard the answer; else they spoke on or hung up before, and
 *     the last steps are missing
 */
public record AnswerTime(Duration ago, Map<Step, Duration> steps, boolean heard) {

  /** Who kept the guest waiting, in the order in which it happens. */
  public enum Step {
    /** Until the last of their words was understood. */
    RECOGNISER,
    /** Until it was certain that they had finished. */
    PAUSE,
    /** Until the first words of the answer were there: models, tools and the book. */
    RECEPTIONIST,
    /** Until the first piece that can be said was cut off. */
    CUTTING,
    /** Until its first sound was made. */
    VOICE,
    /** Until the carrier was given it. */
    PACING,
    /** Until the carrier's mark told that it was played. */
    CARRIER;

    /** In the database, the API and the metrics. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AnswerTime {
    steps = steps.isEmpty() ? Map.of() : new EnumMap<>(steps);
  }

  public Duration whole() {
    return steps.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
