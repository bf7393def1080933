package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Conversations as rows; every method is part of the caller's transaction. */
final class ConversationRows {

  private final Sql sql;

  ConversationRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * Who talks to which address of the house.
   *
   * @param guestName as the channel shows it, or empty
   * @param language BCP 47, where the channel says it; else null
   */
  record Between(
      Channel channel,
      String houseAddress,
      String guestAddress,
      String guestName,
      String language) {}

  /**
   * @param byPerson whether a person of the house answers it: then the guest may write as much as
   *     they like
   * @param begun whether it begins now
   */
  record Met(UUID id, Locale language, boolean byPerson, String guestName, boolean begun) {}

  /**
   * Finds or begins the conversation and locks its row: messages of one conversation are written
   * one after the other, so that a later one has the higher position.
   */
  Met meet(Between who, Venue venue, Instant now) {
    return sql.one(
            """
            INSERT INTO conversations (id, venue, channel, house_address, guest_address, guest_name,
              language, started_at, last_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (venue, channel, house_address, guest_address) DO UPDATE SET
              last_at = EXCLUDED.last_at,
              guest_name = CASE WHEN EXCLUDED.guest_name = '' THEN conversations.guest_name
                ELSE EXCLUDED.guest_name END
            RETURNING id, language, owner, guest_name, xmax = 0 AS begun
            """,
            ConversationRows::met,
            UUID.randomUUID(),
            venue.id().value(),
            who.channel().code(),
            who.houseAddress(),
            who.guestAddress(),
            who.guestName(),
            who.language() == null ? venue.language().toLanguageTag() : who.language(),
            now,
            now)
        .orElseThrow();
  }

  /** One that is known; its row is locked likewise. */
  Met again(UUID conversation, Instant now) {
    return sql.one(
            """
            UPDATE conversations SET last_at = greatest(last_at, ?) WHERE id = ?
            RETURNING id, language, owner, guest_name, false AS begun
            """,
            ConversationRows::met,
            now,
            conversation)
        .orElseThrow();
  }

  private static Met met(Row row) throws SQLException {
    return new Met(
        row.id("id"),
        Locale.forLanguageTag(row.text("language")),
        row.text("owner").equals("person"),
        row.text("guest_name"),
        row.result().getBoolean("begun"));
  }
}
