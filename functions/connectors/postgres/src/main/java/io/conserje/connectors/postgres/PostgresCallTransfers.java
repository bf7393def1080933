package io.conserje.connectors.postgres;

import io.conserje.call.CallTransfers;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.venue.Venue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
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
  public void rungAs(Venue venue, UUID call, int position, String control) {
    sql.at(
        venue.id(),
        () ->
            sql.update(
                "UPDATE call_transfers SET control = ? WHERE call = ? AND position = ?",
                control,
                call,
                position));
  }

  @Override
  public Optional<Rung> last(Venue venue, UUID call) {
    return sql.at(
        venue.id(),
        () ->
            sql.one(
                "SELECT * FROM call_transfers WHERE call = ? ORDER BY position DESC LIMIT 1",
                PostgresCallTransfers::rung,
                call));
  }

  @Override
  public Optional<Rung> under(Venue venue, UUID call, String control) {
    return sql.at(
        venue.id(),
        () ->
            sql.one(
                "SELECT * FROM call_transfers WHERE call = ? AND control = ? AND control <> ''",
                PostgresCallTransfers::rung,
                call,
                control));
  }

  private static Rung rung(Row row) throws SQLException {
    return new Rung(
        row.number("position"),
        row.text("to_address"),
        row.text("control"),
        row.text("state").equals("ringing"),
        row.text("state").equals("taken"));
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
