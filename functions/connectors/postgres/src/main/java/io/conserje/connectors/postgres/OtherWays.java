package io.conserje.connectors.postgres;

import io.conserje.venue.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The same text over another channel, where one has not reached the guest; every method is part of
 * the caller's transaction.
 */
final class OtherWays {

  private final Sql sql;

  OtherWays(Sql sql) {
    this.sql = sql;
  }

  /**
   * A number is the same person on every channel; other addresses are not. Of several addresses of
   * the house the one the guest knows goes first.
   */
  boolean write(
      UUID message, List<Channel> channels, String errorCode, String reason, Instant now) {
    if (written(message)) {
      return true;
    }
    boolean first =
        sql.update(
                """
                INSERT INTO outbox (id, venue, conversation, kind, channel, house_address,
                  guest_address, body, choices, state, due_at, written_at, changed_at, about, last_word,
                  instead_of, request)
                SELECT ?, o.venue, o.conversation, o.kind, a.channel, a.address, o.guest_address,
                  o.body, o.choices, 'waiting', ?, ?, ?, o.about, o.last_word, o.id, o.request
                FROM outbox o JOIN channel_addresses a ON a.venue = o.venue
                  AND a.channel = ANY(?::text[])
                WHERE o.id = ? AND o.guest_address ~ '^[+][1-9][0-9]{6,14}$' AND o.body <> ''
                  AND o.kind <> 'spoken'
                ORDER BY array_position(?::text[], a.channel), a.address <> o.house_address,
                  a.place, a.address LIMIT 1
                ON CONFLICT (instead_of) DO NOTHING
                """,
                UUID.randomUUID(),
                now,
                now,
                now,
                codes(channels),
                message,
                codes(channels))
            == 1;
    if (first) {
      over(message, errorCode, reason, now);
    }
    return first;
  }

  private boolean written(UUID message) {
    return sql.one("SELECT id FROM outbox WHERE instead_of = ?", row -> row.id("id"), message)
        .isPresent();
  }

  private void over(UUID message, String errorCode, String reason, Instant now) {
    sql.update(
        """
        UPDATE outbox SET state = 'undelivered', sending_until = NULL, error_code = ?,
          error = coalesce(?, error), changed_at = ? WHERE id = ? AND state = 'sending'
        """,
        errorCode,
        reason,
        now,
        message);
  }

  private static String[] codes(List<Channel> channels) {
    return channels.stream().map(Channel::code).toArray(String[]::new);
  }
}
