package io.conserje.connectors.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds what a reminder was lost for, at any house: work that is due and that nobody is doing. */
public final class PostgresSweep {

  private static final int MOST = 500;

  /** What lies further ahead was written before the clock was set back. */
  private static final Duration BEYOND_ANY_LEASE = Duration.ofHours(1);

  private final Sql sql;

  public PostgresSweep(Sql sql) {
    this.sql = sql;
  }

  /** A conversation somebody should look at. */
  public record Overdue(UUID conversation, long upTo) {}

  /**
   * Conversations whose newest unanswered message is older than {@code before} and whose lease, if
   * any, is over.
   */
  public List<Overdue> unanswered(Instant before, Instant now) {
    return sql.everywhere(() ->
        sql.list(
            """
            SELECT m.conversation, max(m.position) AS up_to FROM messages m
            JOIN conversations c ON c.id = m.conversation
            WHERE m.state IN ('waiting', 'in_turn') AND c.owner = 'assistant'
              AND (c.lease_until IS NULL OR c.lease_until <= ? OR c.lease_until > ?)
            GROUP BY m.conversation HAVING (max(m.at) <= ? OR max(m.at) > ?) ORDER BY min(m.position) LIMIT ?
            """,
            row -> new Overdue(row.id("conversation"), row.big("up_to")),
            now,
            now.plus(BEYOND_ANY_LEASE),
            before,
            now.plus(BEYOND_ANY_LEASE),
            MOST));
  }

  /**
   * Conversations with a message that should have gone out by {@code before}, or whose sender has
   * died.
   */
  public List<UUID> unsent(Instant before, Instant now) {
    return sql.everywhere(() ->
        sql.list(
            """
            SELECT conversation FROM outbox
            WHERE (state = 'waiting' AND (due_at <= ? OR (kind = 'fallback' AND due_at <= ?)))
              OR (state = 'sending' AND (sending_until <= ? OR sending_until > ?))
            GROUP BY conversation ORDER BY min(position) LIMIT ?
            """,
            row -> row.id("conversation"),
            before,
            now,
            now,
            now.plus(BEYOND_ANY_LEASE),
            MOST));
  }
}
