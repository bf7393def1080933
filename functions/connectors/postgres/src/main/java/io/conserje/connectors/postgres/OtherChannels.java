package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.TurnRows.ConversationRow;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;

/**
 * A guest who goes on over another channel, from the same number, goes on with the same talk. A
 * browser is nobody's number.
 */
final class OtherChannels {

  /** After that it is a new talk. */
  private static final Duration ONE_TALK = Duration.ofHours(12);

  private OtherChannels() {}

  /**
   * @param memory as JSON
   */
  record Left(String memory, String language) {}

  /** From when on what was said over other channels belongs to this talk. */
  static Instant begin(ConversationRow row, Instant now) {
    return row.channel().equals(Channel.WEBCHAT.code()) ? now : now.minus(ONE_TALK);
  }

  /** How the last turn with this guest ended, wherever it was; empty for none of this talk. */
  static Asked<Left> lastTurn(ConversationRow row, Instant now) {
    return Asked.of(
        """
        SELECT c.memory, c.language FROM conversations c JOIN turns t ON t.conversation = c.id
        WHERE c.venue = ? AND c.guest_address = ? AND (c.id = ? OR t.closed_at > ?)
          AND t.closed_at IS NOT NULL AND t.call IS NULL
        ORDER BY t.closed_at DESC LIMIT 1
        """,
        found -> new Left(found.text("memory"), found.text("language")),
        row.venue(),
        row.guest().phone(),
        row.id(),
        begin(row, now));
  }
}
