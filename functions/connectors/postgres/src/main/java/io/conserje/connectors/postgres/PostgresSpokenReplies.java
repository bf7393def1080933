package io.conserje.connectors.postgres;

import io.conserje.outbound.OutboundMessage;
import io.conserje.voicenote.SavedSpeech;
import java.time.Instant;
import java.util.Optional;

/** Replies said aloud, in Postgres for the few hours in which a provider may fetch them. */
public final class PostgresSpokenReplies implements SavedSpeech {

  private final Sql sql;

  public PostgresSpokenReplies(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<String> tokenOf(OutboundMessage reply) {
    return sql.at(
        reply.venue(),
        () ->
            sql.one(
                "SELECT token FROM spoken_replies WHERE outbox = ?",
                row -> row.text("token"),
                reply.id()));
  }

  @Override
  public void save(OutboundMessage reply, String token, byte[] sound, Instant until) {
    sql.at(
        reply.venue(),
        () ->
            sql.update(
                """
                INSERT INTO spoken_replies (outbox, venue, conversation, token, sound, until)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                reply.id(),
                reply.venue().value(),
                reply.conversation(),
                token,
                sound,
                until));
  }

  /** A token names no house. */
  @Override
  public Optional<byte[]> byToken(String token, Instant now) {
    return sql.everywhere(() ->
        sql.one(
            "SELECT sound FROM spoken_replies WHERE token = ? AND until > ?",
            row -> row.result().getBytes("sound"),
            token,
            now));
  }

  /** How many were kept long enough. */
  public int forget(Instant now) {
    return sql.everywhere(() -> sql.update("DELETE FROM spoken_replies WHERE until <= ?", now));
  }
}
