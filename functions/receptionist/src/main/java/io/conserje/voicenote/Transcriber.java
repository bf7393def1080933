package io.conserje.voicenote;

import java.time.Duration;

/** Writes down what is said. */
public interface Transcriber {

  /** Whether there is anybody who could. */
  boolean isThere();

  /**
   * @param within the whole of it, whoever is asked
   */
  Transcript write(Sound sound, Hints hints, Duration within);

  /**
   * What helps to understand.
   *
   * @param language ISO 639-1; empty where the guest has not shown it yet
   * @param vocabulary words of the house, none of a guest's
   */
  record Hints(String language, String vocabulary) {}

  /** What came of it. */
  sealed interface Transcript {

    /** Never blank. */
    record Words(String text) implements Transcript {}

    /** Nobody speaks. */
    record Nothing() implements Transcript {}

    /** Not this sound, whoever is asked. */
    record Unreadable() implements Transcript {}

    /**
     * Nobody answered.
     *
     * @param pause after what time it is worth asking again; null: not in this turn
     */
    record Later(Duration pause) implements Transcript {}
  }
}
