package io.conserje.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Turns of which somebody hears when they begin: never of what is not going to be answered. */
public final class AttentiveTurns implements SavedTurns {

  private final SavedTurns turns;
  private final Consumer<Turn> begun;

  /**
   * @param begun must not wait for anybody, and not fail
   */
  public AttentiveTurns(SavedTurns turns, Consumer<Turn> begun) {
    this.turns = turns;
    this.begun = begun;
  }

  @Override
  public Opening open(
      UUID conversation, long upTo, Instant now, Duration lease, Duration patience) {
    Opening opening = turns.open(conversation, upTo, now, lease, patience);
    if (opening instanceof Opening.Opened(Turn turn)) {
      begun.accept(turn);
    }
    return opening;
  }

  @Override
  public void save(Turn turn, Step step, String model, Instant now) {
    turns.save(turn, step, model, now);
  }

  @Override
  public ToolResult once(
      Turn turn,
      int step,
      int position,
      ToolCall call,
      Function<ToolCall, ToolResult> effect,
      Instant now,
      Duration unheard) {
    return turns.once(turn, step, position, call, effect, now, unheard);
  }

  @Override
  public boolean part(Turn turn, String words, Instant now) {
    return turns.part(turn, words, now);
  }

  @Override
  public Closing close(Turn turn, String aloud, Instant now) {
    return turns.close(turn, aloud, now);
  }
}
