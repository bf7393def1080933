package io.conserje.conversation;

import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;

/**
 * How a turn is run.
 *
 * @param lease how long one run may hold a conversation; longer than the function's own time-out
 * @param patience how long a guest who keeps writing waits at most before the first message is
 *     answered
 * @param unheard after what time the engine's own words tell the guest of an effect no reply has
 *     told
 * @param mostSteps how often a model may be asked within one turn
 * @param hedge after what time without a sign of life a guest on the telephone has another model
 *     asked as well; zero for never
 */
public record TurnRules(
    Duration lease, Duration patience, Duration unheard, int mostSteps, Duration hedge) {

  public static TurnRules usual() {
    return new TurnRules(
        Duration.ofSeconds(35),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        8,
        Duration.ofMillis(1_200));
  }

  public TurnRules withLease(Duration other) {
    return new TurnRules(other, patience, unheard, mostSteps, hedge);
  }

  public TurnRules withHedge(Duration other) {
    return new TurnRules(lease, patience, unheard, mostSteps, other);
  }

  /**
   * How long a guest is kept waiting for an answer, from the beginning of a run. Somebody on the
   * phone hears silence; somebody at a keyboard sees nothing; a function ends after 30 s.
   */
  public Patience patience(Channel channel, Instant begun) {
    return switch (channel) {
      case VOICE -> new Patience(begun.plusSeconds(8), Duration.ofMillis(2500), hedge);
      case WEBCHAT -> new Patience(begun.plusSeconds(15), Duration.ofSeconds(5));
      default -> new Patience(begun.plusSeconds(22), Duration.ofSeconds(6));
    };
  }
}
