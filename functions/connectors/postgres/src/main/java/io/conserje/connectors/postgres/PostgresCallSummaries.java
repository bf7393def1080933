package io.conserje.connectors.postgres;

import io.conserje.call.CallSummary;
import io.conserje.conversation.ToolResult;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What came of the calls whose sound we carried; nobody else sums those up. */
public final class PostgresCallSummaries {

  private static final int AT_ONCE = 50;

  /** The last answer is written down for a moment after the guest has gone. */
  private static final Duration UNTIL_ALL_IS_WRITTEN = Duration.ofSeconds(20);

  private static final Duration OLDEST = Duration.ofDays(1);

  private final Sql sql;
  private final Json json;

  public PostgresCallSummaries(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  private record Ended(UUID call, VenueId venue) {}

  /**
   * Sums up the calls that are over.
   *
   * @return how many
   */
  public int sumUp(Instant now) {
    List<Ended> ended = sql.everywhere(() -> ended(now));
    ended.forEach(call -> sql.at(call.venue(), () -> write(call.call())));
    return ended.size();
  }

  /** A guest who was forgotten has left nothing to sum up. */
  private List<Ended> ended(Instant now) {
    return sql.list(
        """
        SELECT l.id, l.venue FROM calls l JOIN conversations c ON c.id = l.conversation
        WHERE l.state = 'ended' AND l.summary = '' AND l.outcome IS NULL
          AND l.ended_at < ? AND l.ended_at > ? AND c.guest_address <> 'erased:' || c.id
          AND EXISTS (SELECT FROM call_usage u WHERE u.call = l.id)
        ORDER BY l.ended_at LIMIT ?
        """,
        row -> new Ended(row.id("id"), new VenueId(row.text("venue"))),
        now.minus(UNTIL_ALL_IS_WRITTEN),
        now.minus(OLDEST),
        AT_ONCE);
  }

  private int write(UUID call) {
    CallSummary summary = CallSummary.of(results(call), said(call));
    return sql.update(
        """
        UPDATE calls SET summary = ?, outcome = ?::jsonb
        WHERE id = ? AND summary = '' AND outcome IS NULL
        """,
        summary.text(),
        json.write(summary.outcome()),
        call);
  }

  private List<ToolResult> results(UUID call) {
    return sql.list(
        """
        SELECT r.result FROM calls l
        JOIN turns t ON t.conversation = l.conversation AND t.opened_at >= l.began_at
          AND t.opened_at <= l.ended_at
        JOIN tool_results r ON r.turn = t.id
        WHERE l.id = ? ORDER BY t.opened_at, r.step, r.position
        """,
        row -> json.read(row.text("result"), ToolResult.class),
        call);
  }

  private int said(UUID call) {
    return sql.one(
            "SELECT count(*)::int AS said FROM messages WHERE call = ? AND sender = 'guest'",
            row -> row.number("said"),
            call)
        .orElse(0);
  }
}
