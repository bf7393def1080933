package io.conserje.call;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written down of one call whose sound we carry, besides its words. Every method waits for
 * the database.
 */
public interface CallFile {

  /** Nothing is written down. */
  CallFile NONE = _ -> {};

  void answered(AnswerTime time);

  /**
   * Providers bill this of the call, besides what was told before.
   *
   * @param amounts by unit, as {@code elevenlabs_characters}
   */
  default void used(Map<String, Long> amounts) {}

  /** Empty where the house does not want its calls recorded. */
  default Optional<ToRecord> toRecord() {
    return Optional.empty();
  }

  /** The guest has heard that the call may be recorded: from now on it is. */
  default void announced() {}

  /** The guest does not want it: from now on it is not, whatever anybody else says. */
  default void refused() {}

  /**
   * Sound of the call is about to be kept.
   *
   * @return what of it may not be
   */
  default Gap gap() {
    return Gap.ALWAYS;
  }

  /**
   * A call to be recorded, and how far that had come when another host carried it.
   *
   * @param announced whether the guest was told before
   * @param refused whether the guest did not want it
   */
  record ToRecord(UUID call, boolean announced, boolean refused) {}

  /** Sound between these moments is not kept. */
  record Gap(Instant from, Instant to) {

    public static final Gap NONE = new Gap(Instant.MAX, Instant.MAX);
    public static final Gap ALWAYS = new Gap(Instant.MIN, Instant.MAX);
  }

  /** Finds the files of calls. */
  interface Cabinet {

    /** Nothing is written down of any call. */
    Cabinet NONE = (_, _) -> CallFile.NONE;

    /**
     * Waits for nobody.
     *
     * @param callId the provider's
     */
    CallFile of(String provider, String callId);
  }
}
