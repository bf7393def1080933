package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.connectors.postgres.TurnRows.ConversationRow;
import io.conserje.conversation.Hearing;
import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Turn;
import io.conserje.guest.Guest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What is asked of the rows a turn is made of; several of these are one round trip. */
final class TurnQueries {

  private static final int HISTORY = 30;

  private TurnQueries() {}

  /** Of the step with this number. */
  record StepResult(int step, ToolResult result) {}

  /**
   * Keeps others from this conversation, but not from writing a notice into it: that may be done by
   * somebody who holds the lock of the book, which this one may ask for next.
   */
  static Asked<ConversationRow> lock(UUID conversation) {
    return Asked.of(
        "SELECT * FROM conversations WHERE id = ? FOR NO KEY UPDATE",
        row ->
            new ConversationRow(
                row.id("id"),
                row.text("venue"),
                row.text("channel"),
                row.text("house_address"),
                new Guest(row.text("guest_name"), row.text("guest_address")),
                row.text("owner"),
                row.text("language"),
                row.text("memory"),
                row.big("lease"),
                row.instant("lease_until")),
        conversation);
  }

  static Asked<UUID> openTurn(UUID conversation) {
    return Asked.of(
        "SELECT id FROM turns WHERE conversation = ? AND closed_at IS NULL",
        row -> row.id("id"),
        conversation);
  }

  static Asked<Message> waiting(UUID conversation) {
    return Asked.of(
        "SELECT * FROM messages WHERE conversation = ? AND state = 'waiting' ORDER BY position",
        TurnQueries::message,
        conversation);
  }

  static Asked<Message> claimed(UUID turn) {
    return Asked.of(
        """
        SELECT m.*, o.body AS answers FROM messages m
        LEFT JOIN outbox o ON o.conversation = m.conversation AND o.provider_message_id = m.replies_to
        WHERE m.turn = ? AND m.state = 'in_turn' ORDER BY m.position
        """,
        row -> message(row, row.text("answers")),
        turn);
  }

  /** Claims what is waiting, and tells where it stands. */
  static Asked<Long> claim(UUID conversation, UUID turn) {
    return Asked.of(
        """
        UPDATE messages SET state = 'in_turn', turn = ? WHERE conversation = ? AND state = 'waiting'
        RETURNING position
        """,
        row -> row.big("position"),
        turn,
        conversation);
  }

  /** The newest first. */
  static Asked<Message> history(ConversationRow row, Instant elsewhereSince) {
    return Asked.of(
        """
        SELECT m.* FROM messages m JOIN conversations c ON c.id = m.conversation
        WHERE c.venue = ? AND c.guest_address = ? AND m.state = 'done' AND (c.id = ? OR m.at > ?)
        ORDER BY m.position DESC LIMIT ?
        """,
        TurnQueries::message,
        row.venue(),
        row.guest().phone(),
        row.id(),
        elsewhereSince,
        HISTORY);
  }

  private static Message message(Row row) throws SQLException {
    return message(row, null);
  }

  private static Message message(Row row, String answers) throws SQLException {
    return new Message(
        row.big("position"),
        Message.From.valueOf(row.text("sender").toUpperCase(Locale.ROOT)),
        row.text("body"),
        row.instant("at"),
        row.text("kind"),
        answers == null ? "" : answers,
        Hearing.of(row.text("hearing")));
  }

  /** Without their results. */
  static Asked<Step> steps(UUID turn, Json json) {
    return Asked.of(
        "SELECT * FROM turn_steps WHERE turn = ? ORDER BY number",
        row ->
            new Step(
                row.number("number"),
                row.big("seen_up_to"),
                json.read(row.text("answer"), ModelAnswer.class),
                List.of()),
        turn);
  }

  static Asked<StepResult> results(UUID turn, Json json) {
    return Asked.of(
        "SELECT step, result FROM tool_results WHERE turn = ? ORDER BY step, position",
        row -> new StepResult(row.number("step"), json.read(row.text("result"), ToolResult.class)),
        turn);
  }

  static Asked<ToolResult> result(Turn turn, int step, int position, Json json) {
    return Asked.of(
        "SELECT result FROM tool_results WHERE turn = ? AND step = ? AND position = ?",
        row -> json.read(row.text("result"), ToolResult.class),
        turn.id(),
        step,
        position);
  }

  /** Sent, being sent, or tried with an end that is not known. */
  static Asked<UUID> fallbackOnItsWay(Turn turn) {
    return Asked.of(
        """
        SELECT id FROM outbox WHERE turn = ? AND kind = 'fallback'
          AND (state IN ('sending', 'sent', 'delivered', 'read') OR (state = 'waiting' AND attempts > 0))
        """,
        row -> row.id("id"),
        turn.id());
  }

  /** Of its reply, what was told already; only what is spoken has any. */
  static Asked<String> parts(Turn turn) {
    return Asked.of(
        "SELECT body FROM outbox WHERE turn = ? AND kind = 'reply' ORDER BY position",
        row -> row.text("body"),
        turn.id());
  }
}
