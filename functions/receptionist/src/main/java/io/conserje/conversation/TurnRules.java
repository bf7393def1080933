package io.conserje.conversation;

import java.time.Duration;

/**
 * How a turn is run.
 *
 * @param lease how long one run may hold a conversation; longer than the function's own time-out
 * @param patience how long a guest who keeps writing waits at most before the first message is
 *     answered
 * @param unheard after what time the engine's own words tell the guest of an effect no reply has
 *     told
 * @param mostSteps how often a model may be asked within one turn
 */
public record TurnRules(Duration lease, Duration patience, Duration unheard, int mostSteps) {

  public static TurnRules usual() {
    return new TurnRules(Duration.ofSeconds(35), Duration.ofSeconds(5), Duration.ofSeconds(30), 8);
  }

  public TurnRules withLease(Duration other) {
    return new TurnRules(other, patience, unheard, mostSteps);
  }
}
