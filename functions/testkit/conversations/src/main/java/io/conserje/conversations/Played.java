package io.conserje.conversations;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param seed of a simulated guest; 0 for a written one
 * @param playable false when something it needs is not built yet
 * @param turns how often the guest spoke
 * @param failures what was not as it must be, a line each
 * @param wrongFacts what the house said and nobody gave
 * @param times of each answered turn
 * @param transcript for reading
 */
record Played(
    Scenario scenario,
    int seed,
    boolean playable,
    int turns,
    List<String> failures,
    List<String> wrongFacts,
    List<TurnTime> times,
    List<String> transcript) {

  /**
   * How long a turn took.
   *
   * @param said what was answered
   */
  record TurnTime(long nanos, String said) {

    double millis() {
      return nanos / 1e6;
    }
  }

  boolean finished() {
    return playable && failures.isEmpty();
  }
}
