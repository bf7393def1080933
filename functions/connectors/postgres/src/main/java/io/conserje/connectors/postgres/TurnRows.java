package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.OtherChannels.Left;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.conversation.Hearing;
import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Turn;
import io.conserje.guest.Guest;
import io.conserje.outbound.Parts;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import io.micronaut.core.type.Argument;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows a turn is made of; every method is part of the caller's transaction. */
final class TurnRows {

  private static final int HISTORY = 30;
  private static final Argument<Map<String, String>> MEMORY =
      Argument.mapOf(String.class, String.class);

  private final Sql sql;
  private final Json json;
  private final OtherChannels elsewhere;

  TurnRows(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
    this.elsewhere = new OtherChannels(sql);
  }

  record ConversationRow(
      UUID id,
      String venue,
      String channel,
      String houseAddress,
      Guest guest,
      String owner,
      String language,
      String memory,
      long lease,
      Instant leaseUntil) {

    boolean assistantAnswers() {
      return owner.equals("assistant");
    }
  }

  /**
   * Keeps others from this conversation, but not from writing a notice into it: that may be done by
   * somebody who holds the lock of the book, which this one may ask for next.
   */
  Optional<ConversationRow> lock(UUID conversation) {
    return sql.one(
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

  Optional<UUID> openTurn(UUID conversation) {
    return sql.one(
        "SELECT id FROM turns WHERE conversation = ? AND closed_at IS NULL",
        row -> row.id("id"),
        conversation);
  }

  UUID begin(ConversationRow row, Instant now) {
    UUID id = UUID.randomUUID();
    sql.update(
        "INSERT INTO turns (id, conversation, venue, opened_at) VALUES (?, ?, ?, ?)",
        id,
        row.id(),
        row.venue(),
        now);
    return id;
  }

  List<Message> waiting(UUID conversation) {
    return sql.list(
        "SELECT * FROM messages WHERE conversation = ? AND state = 'waiting' ORDER BY position",
        TurnRows::message,
        conversation);
  }

  List<Message> claimed(UUID turn) {
    return sql.list(
        """
        SELECT m.*, o.body AS answers FROM messages m
        LEFT JOIN outbox o ON o.conversation = m.conversation AND o.provider_message_id = m.replies_to
        WHERE m.turn = ? AND m.state = 'in_turn' ORDER BY m.position
        """,
        row -> message(row, row.text("answers")),
        turn);
  }

  int claimWaiting(UUID conversation, UUID turn) {
    return sql.update(
        """
        UPDATE messages SET state = 'in_turn', turn = ? WHERE conversation = ? AND state = 'waiting'
        """,
        turn,
        conversation);
  }

  /** The new fencing number. */
  long takeLease(UUID conversation, Instant until) {
    return sql.one(
            "UPDATE conversations SET lease = lease + 1, lease_until = ? WHERE id = ? RETURNING"
                + " lease",
            row -> row.big("lease"),
            until,
            conversation)
        .orElseThrow();
  }

  /** By whoever has the lease; null lets go of it. */
  void holdUntil(UUID conversation, Instant until) {
    sql.update("UPDATE conversations SET lease_until = ? WHERE id = ?", until, conversation);
  }

  /**
   * The conversation, locked.
   *
   * @throws LeaseLost where another run, or a person, has it now
   */
  ConversationRow fence(Turn turn) {
    return lock(turn.conversation())
        .filter(row -> row.lease() == turn.lease() && row.assistantAnswers())
        .orElseThrow(() -> new LeaseLost(turn.conversation()));
  }

  Turn turn(UUID id, ConversationRow row, long fence, Instant now) {
    Left left =
        elsewhere.lastTurn(row, now).orElseGet(() -> new Left(row.memory(), row.language()));
    return new Turn(
        id,
        row.id(),
        new VenueId(row.venue()),
        fence,
        Channel.of(row.channel()),
        row.guest(),
        left.language(),
        json.read(left.memory(), MEMORY),
        history(row, elsewhere.begin(row, now)),
        claimed(id),
        steps(id));
  }

  private List<Message> history(ConversationRow row, Instant elsewhereSince) {
    return sql.list(
            """
            SELECT m.* FROM messages m JOIN conversations c ON c.id = m.conversation
            WHERE c.venue = ? AND c.guest_address = ? AND m.state = 'done' AND (c.id = ? OR m.at > ?)
            ORDER BY m.position DESC LIMIT ?
            """,
            TurnRows::message,
            row.venue(),
            row.guest().phone(),
            row.id(),
            elsewhereSince,
            HISTORY)
        .reversed();
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

  private List<Step> steps(UUID turn) {
    List<Step> steps = new ArrayList<>();
    for (Step step :
        sql.list("SELECT * FROM turn_steps WHERE turn = ? ORDER BY number", this::step, turn)) {
      steps.add(
          new Step(step.number(), step.seenUpTo(), step.answer(), results(turn, step.number())));
    }
    return steps;
  }

  private Step step(Row row) throws SQLException {
    return new Step(
        row.number("number"),
        row.big("seen_up_to"),
        json.read(row.text("answer"), ModelAnswer.class),
        List.of());
  }

  private List<ToolResult> results(UUID turn, int step) {
    return sql.list(
        "SELECT result FROM tool_results WHERE turn = ? AND step = ? ORDER BY position",
        row -> json.read(row.text("result"), ToolResult.class),
        turn,
        step);
  }

  void saveStep(Turn turn, Step step, String model, Instant now) {
    sql.update(
        """
        INSERT INTO turn_steps (turn, venue, number, seen_up_to, model, answer, saved_at)
        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)
        """,
        turn.id(),
        turn.venue().value(),
        step.number(),
        step.seenUpTo(),
        model,
        json.write(step.answer()),
        now);
  }

  Optional<ToolResult> result(Turn turn, int step, int position) {
    return sql.one(
        "SELECT result FROM tool_results WHERE turn = ? AND step = ? AND position = ?",
        row -> json.read(row.text("result"), ToolResult.class),
        turn.id(),
        step,
        position);
  }

  void saveResult(Turn turn, int step, int position, ToolResult result, Instant now) {
    sql.update(
        """
        INSERT INTO tool_results (turn, venue, step, position, name, result, at)
        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)
        """,
        turn.id(),
        turn.venue().value(),
        step,
        position,
        result.name(),
        json.write(result),
        now);
  }

  UUID write(Turn turn, ConversationRow row, String kind, String text, Instant dueAt, Instant now) {
    return write(turn, row, kind, text, List.of(), dueAt, now);
  }

  private UUID write(
      Turn turn,
      ConversationRow row,
      String kind,
      String text,
      List<String> choices,
      Instant dueAt,
      Instant now) {
    UUID id = UUID.randomUUID();
    sql.update(
        """
        INSERT INTO outbox (id, venue, conversation, turn, kind, channel, house_address, guest_address,
          body, choices, state, due_at, written_at, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], 'waiting', ?, ?, ?)
        """,
        id,
        row.venue(),
        row.id(),
        turn.id(),
        kind,
        row.channel(),
        row.houseAddress(),
        row.guest().phone(),
        text,
        choices.toArray(String[]::new),
        dueAt,
        now,
        now);
    return id;
  }

  /** Sent, being sent, or tried with an end that is not known. */
  boolean fallbackOnItsWay(Turn turn) {
    return sql.one(
            """
            SELECT id FROM outbox WHERE turn = ? AND kind = 'fallback'
              AND (state IN ('sending', 'sent', 'delivered', 'read') OR (state = 'waiting' AND attempts > 0))
            """,
            row -> row.id("id"),
            turn.id())
        .isPresent();
  }

  void withdrawFallbacks(Turn turn) {
    sql.update(
        "UPDATE outbox SET state = 'withdrawn' WHERE turn = ? AND kind = 'fallback' AND state ="
            + " 'waiting'",
        turn.id());
  }

  /** Those nobody has tried yet go out now. */
  void sendFallbacks(Turn turn, Instant now) {
    sql.update(
        """
        UPDATE outbox SET due_at = ? WHERE turn = ? AND kind = 'fallback' AND state = 'waiting'
          AND attempts = 0
        """,
        now,
        turn.id());
  }

  /**
   * Writes the reply into the outbox, in as many parts as it needs, and into the conversation. What
   * the guest may choose from goes with the last part.
   */
  void reply(Turn turn, ConversationRow row, String text, Instant now) {
    List<String> parts = Parts.of(text);
    for (String part : parts.subList(0, parts.size() - 1)) {
      write(turn, row, "reply", part, now, now);
    }
    say(turn, text, write(turn, row, "reply", parts.getLast(), turn.choices(), now, now), now);
  }

  /** What is said of the reply before the rest is known. */
  void part(Turn turn, ConversationRow row, String words, Instant now) {
    say(turn, words, write(turn, row, "reply", words, now, now), now);
  }

  /** Those of an open turn; only what is spoken has any. */
  List<String> parts(Turn turn) {
    return turn.channel() == Channel.VOICE
        ? sql.list(
            "SELECT body FROM outbox WHERE turn = ? AND kind = 'reply' ORDER BY position",
            row -> row.text("body"),
            turn.id())
        : List.of();
  }

  private void say(Turn turn, String text, UUID outbox, Instant now) {
    sql.update(
        """
        INSERT INTO messages (conversation, venue, sender, body, at, state, turn, outbox)
        VALUES (?, ?, 'assistant', ?, ?, 'done', ?, ?)
        """,
        turn.conversation(),
        turn.venue().value(),
        text,
        now,
        turn.id(),
        outbox);
  }

  /** A turn that hands over is the assistant's last word until it is handed back. */
  void close(Turn turn, Instant now) {
    sql.update(
        "UPDATE messages SET state = 'done' WHERE turn = ? AND state = 'in_turn'", turn.id());
    sql.update("UPDATE turns SET closed_at = ? WHERE id = ?", now, turn.id());
    sql.update(
        """
        UPDATE conversations SET memory = ?::jsonb, language = ?, lease_until = NULL, last_at = ?,
          owner = CASE WHEN hands_over THEN 'person' ELSE owner END,
          taken_at = CASE WHEN hands_over THEN ? ELSE taken_at END, hands_over = false
        WHERE id = ?
        """,
        json.write(turn.latestMemory()),
        turn.latestLanguage(),
        now,
        now,
        turn.conversation());
  }
}
