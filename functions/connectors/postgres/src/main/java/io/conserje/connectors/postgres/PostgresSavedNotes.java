package io.conserje.connectors.postgres;

import io.conserje.conversation.Hearing;
import io.conserje.conversation.Turn;
import io.conserje.voicenote.SavedNotes;
import io.conserje.voicenote.VoiceNote;
import java.time.Instant;
import java.util.List;

/**
 * Voice notes in Postgres: their words are written in place of {@code [audio]}, or after what the
 * guest wrote with them.
 */
public final class PostgresSavedNotes implements SavedNotes {

  private final Sql sql;
  private final TurnRows rows;

  public PostgresSavedNotes(Sql sql, Json json) {
    this.sql = sql;
    this.rows = new TurnRows(sql, json);
  }

  @Override
  public List<VoiceNote> unheard(Turn turn) {
    return sql.at(
        turn.venue(),
        () ->
            sql.list(
                """
                SELECT m.position, l.provider, m.media ->> 0 AS address, m.listened
                FROM messages m JOIN inbound_ledger l ON l.message = m.position
                WHERE m.conversation = ? AND m.turn = ? AND m.state = 'in_turn' AND m.kind = 'audio'
                  AND m.hearing IS NULL AND m.media ->> 0 IS NOT NULL
                ORDER BY m.position
                """,
                row ->
                    new VoiceNote(
                        row.big("position"),
                        row.text("provider"),
                        row.text("address"),
                        row.number("listened")),
                turn.conversation(),
                turn.id()));
  }

  @Override
  public void begin(Turn turn, VoiceNote note, Instant leaseUntil) {
    fenced(
        turn,
        () -> {
          rows.holdUntil(turn.conversation(), leaseUntil);
          sql.update(
              "UPDATE messages SET listened = listened + 1 WHERE position = ?", note.position());
        });
  }

  @Override
  public void save(Turn turn, VoiceNote note, Hearing hearing, String words) {
    fenced(
        turn,
        () ->
            sql.update(
                """
                UPDATE messages SET hearing = ?, body = CASE WHEN ? = '' THEN body
                  WHEN body = '[audio]' THEN ? ELSE body || ' ' || ? END
                WHERE position = ? AND hearing IS NULL AND state = 'in_turn'
                """,
                hearing.code(),
                words,
                words,
                words,
                note.position()));
  }

  @Override
  public Turn again(Turn turn) {
    return sql.at(turn.venue(), () -> turn.withUnanswered(rows.claimed(turn.id())));
  }

  @Override
  public void release(Turn turn) {
    fenced(turn, () -> rows.holdUntil(turn.conversation(), null));
  }

  private void fenced(Turn turn, Runnable change) {
    sql.at(
        turn.venue(),
        () -> {
          rows.fence(turn);
          change.run();
          return null;
        });
  }
}
