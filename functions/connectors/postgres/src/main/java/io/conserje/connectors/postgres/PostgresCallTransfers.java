package io.conserje.connectors.postgres;

import io.conserje.call.CallTransfers;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.UUID;

/** Transfers in Postgres. */
public final class PostgresCallTransfers implements CallTransfers {

  private final Sql sql;

  public PostgresCallTransfers(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void rings(Venue venue, UUID call, int position, String to, Instant now) {
    sql.at(
        venue.id(),
        () ->
            sql.update(
                """
                INSERT INTO call_transfers (call, position, venue, to_address, state, rung_at)
                VALUES (?, ?, ?, ?, 'ringing', ?) ON CONFLICT DO NOTHING
                """,
                call,
                position,
                venue.id().value(),
                to,
                now));
  }

  @Override
  public int rung(Venue venue, UUID call) {
    return sql.at(
        venue.id(),
        () ->
            sql.one(
                    "SELECT count(*) AS n FROM call_transfers WHERE call = ?",
                    row -> row.number("n"),
                    call)
                .orElse(0));
  }

  @Override
  public void taken(Venue venue, UUID call, int position) {
    sql.at(
        venue.id(),
        () ->
            sql.update(
                """
                UPDATE call_transfers SET state = 'taken'
                WHERE call = ? AND position = ? AND state = 'ringing'
                """,
                call,
                position));
  }

  @Override
  public boolean ended(Venue venue, UUID call, int position, String reason, Instant now) {
    return sql.at(
        venue.id(),
        () ->
            sql.one(
                    """
                    UPDATE call_transfers SET reason = coalesce(nullif(reason, ''), ?),
                      ended_at = coalesce(ended_at, ?),
                      state = CASE WHEN state = 'ringing' THEN 'not_taken' ELSE state END
                    WHERE call = ? AND position = ? RETURNING state
                    """,
                    row -> row.text("state").equals("taken"),
                    reason,
                    now,
                    call,
                    position)
                .orElse(false));
  }
}
