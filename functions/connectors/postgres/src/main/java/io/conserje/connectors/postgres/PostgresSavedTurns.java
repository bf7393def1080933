package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.TurnRows.ConversationRow;
import io.conserje.conversation.Message;
import io.conserje.conversation.SavedTurns;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Turn;
import io.conserje.venue.Channel;
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
  private final Json json;
  private final TurnRows rows;

  public PostgresSavedTurns(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
    this.rows = new TurnRows(sql, json);
  }

  @Override
  public Opening open(
      UUID conversation, long upTo, Instant now, Duration lease, Duration patience) {
    return sql.everywhere(() -> {
      sql.needNotWait();
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
    Asked<UUID> crashed = TurnQueries.openTurn(row.id());
    Asked<Message> waiting = TurnQueries.waiting(row.id());
    sql.together(crashed, waiting);
    if (crashed.isEmpty()) {
      if (waiting.isEmpty()) {
        return new Opening.NothingToAnswer();
      }
      boolean patient = waiting.all().getFirst().at().plus(patience).isAfter(now);
      if (waiting.all().getLast().position() > upTo && patient) {
        return new Opening.MoreComing();
      }
    }
    UUID turn = crashed.first().orElseGet(() -> rows.begin(row, now));
    rows.claimWaiting(row.id(), turn);
    long fence = rows.takeLease(row, now.plus(lease));
    return new Opening.Opened(rows.turn(turn, row, fence, now));
  }

  @Override
  public void save(Turn turn, Step step, String model, Instant now) {
    sql.atEase(
        turn.venue(),
        () -> {
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
    Asked<ConversationRow> locked = TurnQueries.lock(turn.conversation());
    Asked<ToolResult> before = TurnQueries.result(turn, step, position, json);
    return sql.at(
        turn.venue(),
        () -> {
          sql.together(locked, before);
          ConversationRow row = TurnRows.fence(turn, locked.first());
          return before
              .first()
              .orElseGet(() -> {
                ToolResult result = effect.apply(call);
                if (result.mustHear() == null) {
                  sql.needNotWait();
                } else {
                  rows.write(turn, row, "fallback", result.mustHear(), now.plus(unheard), now);
                }
                rows.saveResult(turn, step, position, result, now);
                return result;
              });
        });
  }

  @Override
  public boolean part(Turn turn, String words, Instant now) {
    Asked<ConversationRow> locked = TurnQueries.lock(turn.conversation());
    Asked<Message> waiting = TurnQueries.waiting(turn.conversation());
    return sql.atEase(
        turn.venue(),
        () -> {
          sql.together(locked, waiting);
          ConversationRow row = TurnRows.fence(turn, locked.first());
          if (waiting.isEmpty()) {
            rows.part(turn, row, words, now);
          }
          return waiting.isEmpty();
        });
  }

  @Override
  public Closing close(Turn turn, String aloud, Instant now) {
    Asked<ConversationRow> locked = TurnQueries.lock(turn.conversation());
    Asked<Long> more = TurnQueries.claim(turn.conversation(), turn.id());
    Asked<UUID> told = TurnQueries.fallbackOnItsWay(turn);
    Asked<String> parts = TurnQueries.parts(turn);
    return sql.at(
        turn.venue(),
        () -> {
          sql.together(locked, more, told, parts);
          ConversationRow row = TurnRows.fence(turn, locked.first());
          if (!more.isEmpty()) {
            return new Closing.MoreArrived(turn.withUnanswered(rows.claimed(turn.id())));
          }
          boolean spoken = turn.channel() == Channel.VOICE;
          speak(turn, row, !told.isEmpty(), spoken ? parts.all() : List.of(), aloud, now);
          rows.close(turn, now);
          return new Closing.Closed();
        });
  }

  /**
   * Where a fallback is on its way already, the guest hears of the effect in the engine's own
   * words; only what was said after it is still to be answered.
   */
  private void speak(
      Turn turn, ConversationRow row, boolean told, List<String> parts, String aloud, Instant now) {
    boolean speaks = !turn.reply().isBlank() && (!told || turn.wentOnAfterEffect());
    if (told || !speaks) {
      rows.sendFallbacks(turn, now);
    } else {
      rows.withdrawFallbacks(turn);
    }
    String rest = speaks ? turn.replyAfter(parts) : "";
    if (!rest.isBlank()) {
      rows.reply(turn, row, rest, now);
      if (!aloud.isBlank()) {
        rows.write(turn, row, "spoken", aloud, now.plus(AFTER_THE_TEXT), now);
      }
    }
  }
}
