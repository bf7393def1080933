package io.conserje.connectors.postgres;

import io.conserje.call.CallPlace;
import io.conserje.call.Calls.Known;
import io.conserje.call.told.ToldTurns.Reply;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.Tokens;
import io.conserje.venue.Venue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of calls that are told; every method is part of the caller's transaction. */
final class ToldRows {

  private final Sql sql;
  private final Json json;

  ToldRows(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * Something the guest said.
   *
   * @param before how many lines had been said before it
   * @param turn that answers it; null before there is one
   */
  record Question(long message, String text, int before, UUID turn) {}

  /**
   * Something the house said, of which nobody knows yet how far it was heard.
   *
   * @param again whether it was said because an earlier answer was not heard
   */
  record Said(UUID id, String text, boolean again, Question question) {}

  void lock(UUID conversation) {
    sql.one(
        "SELECT id FROM conversations WHERE id = ? FOR NO KEY UPDATE",
        row -> row.id("id"),
        conversation);
  }

  Optional<Long> asked(CallPlace place, String event) {
    return sql.one(
        "SELECT message FROM inbound_ledger WHERE provider = ? AND event_id = ? AND event = ?",
        row -> row.big("message"),
        place.provider(),
        place.callId(),
        event);
  }

  /** The newest of the questions that came later; empty for none. */
  Optional<Long> askedAfter(CallPlace place, UUID call, Instant asked) {
    return sql.one(
        QUESTIONS + " AND m.at > ? ORDER BY m.at DESC LIMIT 1",
        row -> row.big("position"),
        place.provider(),
        place.callId(),
        call,
        asked);
  }

  /** What others tell of what is said in the call adds nothing any more. */
  void wordsComeWithQuestions(UUID call) {
    sql.update("UPDATE calls SET words_reported = true WHERE id = ? AND NOT words_reported", call);
  }

  private static final String QUESTIONS =
      """
      SELECT m.position, m.body, m.turn, m.outbox, split_part(l.event, ':', 2)::int AS before
      FROM inbound_ledger l JOIN messages m ON m.position = l.message
      WHERE l.provider = ? AND l.event_id = ? AND l.event LIKE 'asked:%' AND m.call = ?
      """;

  /** Questions of the guest's whose answer is still being made. */
  List<Question> unanswered(CallPlace place, UUID call) {
    return sql.list(
        QUESTIONS + " AND m.state IN ('waiting', 'in_turn') ORDER BY m.position",
        ToldRows::question,
        place.provider(),
        place.callId(),
        call);
  }

  List<Said> unsettled(CallPlace place, UUID call) {
    return sql.list(
        "SELECT q.*, o.id AS line, o.body AS said FROM ("
            + QUESTIONS
            + ") q JOIN outbox o ON (o.turn = q.turn OR o.id = q.outbox) AND o.state = 'sent'"
            + " ORDER BY o.position",
        row ->
            new Said(
                row.id("line"),
                row.text("said"),
                row.id("line").equals(row.id("outbox")),
                question(row)),
        place.provider(),
        place.callId(),
        call);
  }

  private static Question question(Row row) throws SQLException {
    return new Question(
        row.big("position"), row.text("body"), row.number("before"), row.id("turn"));
  }

  void withdraw(Question question) {
    sql.update("UPDATE messages SET state = 'withdrawn' WHERE position = ?", question.message());
  }

  /** Asked again, with what the guest says next. */
  void reopen(Question question) {
    sql.update(
        "UPDATE messages SET state = 'waiting', turn = NULL WHERE position = ?",
        question.message());
  }

  /** Answers that are there, and that whoever asked for them has not come for. */
  void giveOut(CallPlace place, UUID call, Instant now) {
    sql.list(
            QUESTIONS
                + " AND m.state = 'done' AND EXISTS (SELECT FROM outbox o WHERE o.turn = m.turn"
                + " AND o.state = 'waiting')",
            ToldRows::question,
            place.provider(),
            place.callId(),
            call)
        .forEach(question -> giveOut(call, question.turn(), now));
  }

  /** What a turn changed in the book, in the words in which the guest is to hear it. */
  List<String> mustHear(UUID turn) {
    return sql.list(
        """
        SELECT result->>'mustHear' AS words FROM tool_results
        WHERE turn = ? AND result->>'mustHear' IS NOT NULL ORDER BY step, position
        """,
        row -> row.text("words"),
        turn);
  }

  /**
   * What the model noted while it answered what nobody heard: it is as it was before, unless
   * something that was asked later has been answered since.
   */
  void forget(UUID conversation, UUID turn) {
    sql.update(
        """
        UPDATE conversations SET memory = coalesce(
          (SELECT s.answer->'memory' FROM turns t JOIN turn_steps s ON s.turn = t.id
           WHERE t.conversation = conversations.id AND t.call IS NULL AND t.closed_at IS NOT NULL
             AND t.id <> ? AND t.closed_at <= (SELECT closed_at FROM turns WHERE id = ?)
             AND EXISTS (SELECT FROM messages m WHERE m.turn = t.id AND m.state = 'done')
           ORDER BY t.closed_at DESC, s.number DESC LIMIT 1), '{}')
        WHERE id = ? AND NOT EXISTS (
          SELECT FROM messages later WHERE later.conversation = conversations.id
            AND later.sender = 'guest' AND later.state = 'done' AND later.turn <> ?
            AND later.position > (SELECT max(position) FROM messages WHERE turn = ? AND sender = 'guest'))
        """,
        turn,
        turn,
        conversation,
        turn,
        turn);
  }

  /**
   * Whoever answers at this moment writes nothing more. The guest goes on talking to the assistant,
   * whoever they were to be put through to.
   */
  void stopAnswering(UUID conversation) {
    sql.update(
        """
        UPDATE conversations SET lease = lease + 1, lease_until = NULL, owner = 'assistant',
          taken_by = NULL, taken_at = NULL, person_at = NULL, hands_over = false
        WHERE id = ? AND (lease_until IS NOT NULL OR owner <> 'assistant' OR hands_over)
        """,
        conversation);
  }

  /**
   * @param first the line that is to be said before the answer; null for none
   */
  long ask(Venue venue, Known known, String words, UUID first, Instant now) {
    return sql.one(
            """
            INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call, outbox)
            VALUES (?, ?, 'guest', 'speech', ?, ?, 'waiting', ?, ?) RETURNING position
            """,
            row -> row.big("position"),
            known.conversation(),
            venue.id().value(),
            words,
            now,
            known.call(),
            first)
        .orElseThrow();
  }

  void note(CallPlace place, String event, Venue venue, Known known, long message, Instant now) {
    sql.update(
        PostgresInboundLedger.INSERT,
        place.provider(),
        place.callId(),
        event,
        venue.id().value(),
        known.conversation(),
        message,
        "recorded",
        place.callId(),
        now,
        now);
  }

  private record Asked(boolean answered, UUID turn, String first) {}

  Reply reply(Known known, long message, Instant now) {
    Asked asked =
        sql.one(
                """
                SELECT m.state NOT IN ('waiting', 'in_turn') AS answered, m.turn, first.body AS first
                FROM messages m LEFT JOIN outbox first ON first.id = m.outbox WHERE m.position = ?
                """,
                row ->
                    new Asked(
                        row.result().getBoolean("answered"), row.id("turn"), row.text("first")),
                message)
            .orElseThrow();
    List<String> lines = new ArrayList<>();
    if (asked.first() != null) {
      lines.add(asked.first());
    }
    if (asked.turn() == null) {
      return new Reply(asked.answered(), lines, false, Tokens.NONE);
    }
    giveOut(known.call(), asked.turn(), now);
    lines.addAll(said(asked.turn()));
    return asked.answered()
        ? new Reply(true, lines, handsOver(asked.turn()), tokens(asked.turn()))
        : new Reply(false, lines, false, Tokens.NONE);
  }

  /** Whoever asked says it: nothing is left to be sent. */
  private void giveOut(UUID call, UUID turn, Instant now) {
    sql.update(
        """
        UPDATE outbox o SET state = 'sent', provider = l.provider, attempts = attempts + 1,
          first_tried_at = least(first_tried_at, ?), changed_at = ?
        FROM calls l WHERE l.id = ? AND o.turn = ? AND o.state = 'waiting'
          AND o.kind IN ('reply', 'fallback') AND o.due_at <= ?
        """,
        now,
        now,
        call,
        turn,
        now);
    sql.update(
        """
        UPDATE messages SET call = ?, kind = 'speech'
        WHERE turn = ? AND sender = 'assistant' AND call IS NULL
        """,
        call,
        turn);
  }

  /** However far it was heard: whoever asks the same again hears the same. */
  private List<String> said(UUID turn) {
    return sql.list(
        """
        SELECT body FROM outbox WHERE turn = ? AND kind IN ('reply', 'fallback')
          AND state IN ('sent', 'delivered', 'undelivered')
        ORDER BY position
        """,
        row -> row.text("body"),
        turn);
  }

  private boolean handsOver(UUID turn) {
    return sql.one(
            """
            SELECT 1 FROM tool_results
            WHERE turn = ? AND name = 'hand_to_person' AND result->'content'->>'status' = 'handed_over'
            """,
            _ -> true,
            turn)
        .isPresent();
  }

  private Tokens tokens(UUID turn) {
    return sql
        .list(
            "SELECT answer FROM turn_steps WHERE turn = ?",
            row -> json.read(row.text("answer"), ModelAnswer.class).tokens(),
            turn)
        .stream()
        .reduce(
            Tokens.NONE,
            (one, other) -> new Tokens(one.read() + other.read(), one.written() + other.written()));
  }
}
