package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.TurnRows.ConversationRow;
import io.conserje.conversation.Message;
import io.conserje.conversation.SavedTurns;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Turn;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Turns in Postgres. Every verb first locks the conversation's row and compares the fencing number:
 * a run whose lease has passed to another writes nothing. The conversation alone is looked up
 * across houses; all else is done at its house.
 */
public final class PostgresSavedTurns implements SavedTurns {

  /** So that it is said by a run of its own, which has the time for it. */
  private static final Duration AFTER_THE_TEXT = Duration.ofSeconds(1);

  private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

  private final Sql sql;
  private final TurnRows rows;

  public PostgresSavedTurns(Sql sql, Json json) {
    this.sql = sql;
    this.rows = new TurnRows(sql, json);
  }

  @Override
  public Opening open(
      UUID conversation, long upTo, Instant now, Duration lease, Duration patience) {
    return sql.everywhere(() -> {
      Optional<ConversationRow> row = rows.lock(conversation);
      if (row.isEmpty()) {
        return new Opening.NothingToAnswer();
      }
      if (!row.get().assistantAnswers()) {
        return new Opening.PersonOwns();
      }
      return held(row.get(), now, lease)
          .orElseGet(() ->
              sql.at(
                  new VenueId(row.get().venue()),
                  () -> open(row.get(), upTo, now, lease, patience)));
    });
  }

  /**
   * Whether what is held was held before the clock was set back: it reaches further than anything
   * can. Somebody who read the clock and then waited for the row finds there what was held with a
   * later reading; that is not outdated.
   */
  static boolean isOutdated(Instant until, Instant now, Duration longest) {
    return until.isAfter(now.plus(longest).plus(LONGEST_RUN));
  }

  private static Optional<Opening> held(ConversationRow row, Instant now, Duration lease) {
    Instant until = row.leaseUntil();
    boolean held = until != null && until.isAfter(now) && !isOutdated(until, now, lease);
    return held ? Optional.of(new Opening.Busy(Duration.between(now, until))) : Optional.empty();
  }

  private Opening open(
      ConversationRow row, long upTo, Instant now, Duration lease, Duration patience) {
    Optional<UUID> crashed = rows.openTurn(row.id());
    if (crashed.isEmpty()) {
      List<Message> waiting = rows.waiting(row.id());
      if (waiting.isEmpty()) {
        return new Opening.NothingToAnswer();
      }
      boolean patient = waiting.getFirst().at().plus(patience).isAfter(now);
      if (waiting.getLast().position() > upTo && patient) {
        return new Opening.MoreComing();
      }
    }
    UUID turn = crashed.orElseGet(() -> rows.begin(row, now));
    rows.claimWaiting(row.id(), turn);
    long fence = rows.takeLease(row.id(), now.plus(lease));
    return new Opening.Opened(rows.turn(turn, row, fence, now));
  }

  @Override
  public void save(Turn turn, Step step, String model, Instant now) {
    sql.at(
        turn.venue(),
        () -> {
          rows.fence(turn);
          rows.saveStep(turn, step, model, now);
          return null;
        });
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
    return sql.at(
        turn.venue(),
        () -> {
          ConversationRow row = rows.fence(turn);
          return rows.result(turn, step, position)
              .orElseGet(() -> {
                ToolResult result = effect.apply(call);
                rows.saveResult(turn, step, position, result, now);
                if (result.mustHear() != null) {
                  rows.write(turn, row, "fallback", result.mustHear(), now.plus(unheard), now);
                }
                return result;
              });
        });
  }

  @Override
  public boolean part(Turn turn, String words, Instant now) {
    return sql.at(
        turn.venue(),
        () -> {
          ConversationRow row = rows.fence(turn);
          boolean stands = rows.waiting(row.id()).isEmpty();
          if (stands) {
            rows.part(turn, row, words, now);
          }
          return stands;
        });
  }

  @Override
  public Closing close(Turn turn, String aloud, Instant now) {
    return sql.at(
        turn.venue(),
        () -> {
          ConversationRow row = rows.fence(turn);
          if (rows.claimWaiting(row.id(), turn.id()) > 0) {
            return new Closing.MoreArrived(turn.withUnanswered(rows.claimed(turn.id())));
          }
          speak(turn, row, aloud, now);
          rows.close(turn, now);
          return new Closing.Closed();
        });
  }

  /**
   * Where a fallback is on its way already, the guest hears of the effect in the engine's own
   * words; only what was said after it is still to be answered.
   */
  private void speak(Turn turn, ConversationRow row, String aloud, Instant now) {
    boolean told = rows.fallbackOnItsWay(turn);
    boolean speaks = !turn.reply().isBlank() && (!told || turn.wentOnAfterEffect());
    if (told || !speaks) {
      rows.sendFallbacks(turn, now);
    } else {
      rows.withdrawFallbacks(turn);
    }
    String rest = speaks ? turn.replyAfter(rows.parts(turn)) : "";
    if (!rest.isBlank()) {
      rows.reply(turn, row, rest, now);
      if (!aloud.isBlank()) {
        rows.write(turn, row, "spoken", aloud, now.plus(AFTER_THE_TEXT), now);
      }
    }
  }
}
