package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.OtherChannels.Left;
import io.conserje.connectors.postgres.TurnQueries.StepResult;
import io.conserje.conversation.Message;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Turn;
import io.conserje.guest.Guest;
import io.conserje.outbound.Parts;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import io.micronaut.core.type.Argument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows a turn is made of; every method is part of the caller's transaction. */
final class TurnRows {

  private static final Argument<Map<String, String>> MEMORY =
      Argument.mapOf(String.class, String.class);

  private final Sql sql;
  private final Json json;

  TurnRows(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
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

  UUID begin(ConversationRow row, Instant now) {
    UUID id = UUID.randomUUID();
    sql.later(
        "INSERT INTO turns (id, conversation, venue, opened_at) VALUES (?, ?, ?, ?)",
        id,
        row.id(),
        row.venue(),
        now);
    return id;
  }

  /** Locks the conversation ahead of what comes next. */
  void lockAhead(UUID conversation) {
    sql.later("SELECT FROM conversations WHERE id = ? FOR NO KEY UPDATE", conversation);
  }

  Optional<ConversationRow> lock(UUID conversation) {
    Asked<ConversationRow> locked = TurnQueries.lock(conversation);
    sql.together(locked);
    return locked.first();
  }

  List<Message> claimed(UUID turn) {
    Asked<Message> claimed = TurnQueries.claimed(turn);
    sql.together(claimed);
    return claimed.all();
  }

  void claimWaiting(UUID conversation, UUID turn) {
    sql.later(
        """
        UPDATE messages SET state = 'in_turn', turn = ? WHERE conversation = ? AND state = 'waiting'
        """,
        turn,
        conversation);
  }

  /** The new fencing number of a conversation that is locked. */
  long takeLease(ConversationRow row, Instant until) {
    sql.later(
        "UPDATE conversations SET lease = ?, lease_until = ? WHERE id = ?",
        row.lease() + 1,
        until,
        row.id());
    return row.lease() + 1;
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
    return fence(turn, lock(turn.conversation()));
  }

  /**
   * @throws LeaseLost as above
   */
  static ConversationRow fence(Turn turn, Optional<ConversationRow> locked) {
    return locked
        .filter(row -> row.lease() == turn.lease() && row.assistantAnswers())
        .orElseThrow(() -> new LeaseLost(turn.conversation()));
  }

  Turn turn(UUID id, ConversationRow row, long fence, Instant now) {
    Asked<Left> left = OtherChannels.lastTurn(row, now);
    Asked<Message> history = TurnQueries.history(row, OtherChannels.begin(row, now));
    Asked<Message> claimed = TurnQueries.claimed(id);
    Asked<Step> steps = TurnQueries.steps(id, json);
    Asked<StepResult> results = TurnQueries.results(id, json);
    sql.together(left, history, claimed, steps, results);
    Left last = left.first().orElseGet(() -> new Left(row.memory(), row.language()));
    return new Turn(
        id,
        row.id(),
        new VenueId(row.venue()),
        fence,
        Channel.of(row.channel()),
        row.guest(),
        last.language(),
        json.read(last.memory(), MEMORY),
        history.all().reversed(),
        claimed.all(),
        steps.all().stream().map(step -> with(step, results.all())).toList());
  }

  private static Step with(Step step, List<StepResult> results) {
    return new Step(
        step.number(),
        step.seenUpTo(),
        step.answer(),
        results.stream()
            .filter(one -> one.step() == step.number())
            .map(StepResult::result)
            .toList());
  }

  /**
   * @throws LeaseLost where another run, or a person, has the conversation now
   */
  void saveStep(Turn turn, Step step, String model, Instant now) {
    lockAhead(turn.conversation());
    int saved =
        sql.update(
            """
            INSERT INTO turn_steps (turn, venue, number, seen_up_to, model, answer, saved_at)
            SELECT ?, venue, ?, ?, ?, ?::jsonb, ? FROM conversations
            WHERE id = ? AND lease = ? AND owner = 'assistant'
            """,
            turn.id(),
            step.number(),
            step.seenUpTo(),
            model,
            json.write(step.answer()),
            now,
            turn.conversation(),
            turn.lease());
    if (saved == 0) {
      throw new LeaseLost(turn.conversation());
    }
  }

  void saveResult(Turn turn, int step, int position, ToolResult result, Instant now) {
    sql.later(
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
    boolean sent = kind.equals("reply") && Channel.of(row.channel()).isFetched();
    sql.later(
        """
        INSERT INTO outbox (id, venue, conversation, turn, kind, channel, house_address, guest_address,
          body, choices, state, attempts, first_tried_at, provider, provider_message_id,
          due_at, written_at, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?)
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
        sent ? "sent" : "waiting",
        sent ? 1 : 0,
        sent ? now : null,
        sent ? row.channel() : null,
        sent ? id.toString() : null,
        dueAt,
        now,
        now);
    return id;
  }

  void withdrawFallbacks(Turn turn) {
    sql.later(
        "UPDATE outbox SET state = 'withdrawn' WHERE turn = ? AND kind = 'fallback' AND state ="
            + " 'waiting'",
        turn.id());
  }

  /** Those nobody has tried yet go out now. */
  void sendFallbacks(Turn turn, Instant now) {
    sql.later(
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

  private void say(Turn turn, String text, UUID outbox, Instant now) {
    sql.later(
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
    sql.later("UPDATE messages SET state = 'done' WHERE turn = ? AND state = 'in_turn'", turn.id());
    sql.later("UPDATE turns SET closed_at = ? WHERE id = ?", now, turn.id());
    sql.later(
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
