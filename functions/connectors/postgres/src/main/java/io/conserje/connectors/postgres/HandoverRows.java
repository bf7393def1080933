package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Staff;
import io.conserje.handoff.HandoverAnswer.Written;
import io.conserje.outbound.Parts;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows a handover is made of; every method is part of the caller's transaction. */
final class HandoverRows {

  /** What lies further ahead was written before the clock was set back. */
  private static final Duration BEYOND_ANY_HOLD = Duration.ofHours(1);

  private final Sql sql;

  HandoverRows(Sql sql) {
    this.sql = sql;
  }

  /** A conversation and who has it. */
  record Held(
      UUID id,
      String venue,
      String channel,
      String houseAddress,
      String guestAddress,
      String owner,
      String takenBy,
      Instant takenAt,
      Instant personAt) {

    boolean isWithAPerson() {
      return owner.equals("person");
    }

    boolean isWith(String who) {
      return isWithAPerson() && who.equals(takenBy);
    }
  }

  Optional<Held> lock(UUID conversation) {
    return sql.one(
        "SELECT * FROM conversations WHERE id = ? FOR UPDATE", HandoverRows::held, conversation);
  }

  private static Held held(Row row) throws SQLException {
    return new Held(
        row.id("id"),
        row.text("venue"),
        row.text("channel"),
        row.text("house_address"),
        row.text("guest_address"),
        row.text("owner"),
        row.text("taken_by"),
        row.instant("taken_at"),
        row.instant("person_at"));
  }

  boolean known(Held held, String verb, String key) {
    return sql.one(
            "SELECT number FROM handover_moves WHERE venue = ? AND verb = ? AND key = ?",
            row -> row.big("number"),
            held.venue(),
            verb,
            scoped(held, key))
        .isPresent();
  }

  void move(Held held, String verb, String key, Staff staff) {
    sql.update(
        """
        INSERT INTO handover_moves (conversation, venue, verb, who, key, at) VALUES (?, ?, ?, ?, ?, ?)
        """,
        held.id(),
        held.venue(),
        verb,
        staff.who(),
        scoped(held, key),
        staff.at());
  }

  private static String scoped(Held held, String key) {
    return held.id() + ":" + key;
  }

  /** Whether something of the assistant is with a provider. */
  boolean onItsWay(Held held, Instant now) {
    return sql.one(
            """
            SELECT id FROM outbox WHERE conversation = ? AND kind IN ('reply', 'fallback')
              AND state = 'sending' AND sending_until > ? AND sending_until <= ? LIMIT 1
            """,
            row -> row.id("id"),
            held.id(),
            now,
            now.plus(BEYOND_ANY_HOLD))
        .isPresent();
  }

  void withdraw(Held held, Instant now) {
    withdrawUnsent(sql, held.id(), now);
  }

  /** What of the assistant waits to be sent, or whose sender has died, will not be sent. */
  static void withdrawUnsent(Sql sql, UUID conversation, Instant now) {
    sql.update(
        """
        WITH gone AS (
          UPDATE outbox SET state = 'withdrawn', changed_at = ?, sending_until = NULL
          WHERE conversation = ? AND kind IN ('reply', 'fallback', 'spoken')
            AND (state = 'waiting' OR (state = 'sending' AND sending_until <= ?)) RETURNING id)
        UPDATE messages SET state = 'withdrawn'
        WHERE conversation = ? AND sender = 'assistant' AND outbox IN (SELECT id FROM gone)
        """,
        now,
        conversation,
        now,
        conversation);
  }

  /** The raised lease stops whoever is answering at this moment. */
  void take(Held held, Staff staff) {
    sql.update(
        """
        UPDATE conversations SET owner = 'person', taken_by = ?, taken_at = ?, person_at = NULL,
          hands_over = false, lease = lease + 1, lease_until = NULL WHERE id = ?
        """,
        staff.who(),
        staff.at(),
        held.id());
  }

  void giveBack(Held held) {
    sql.update(
        """
        UPDATE conversations SET owner = 'assistant', taken_by = NULL, taken_at = NULL,
          person_at = NULL, hands_over = false WHERE id = ?
        """,
        held.id());
  }

  /**
   * Nobody has said anything else meanwhile. What a turn that is still open must say, it will say
   * itself.
   */
  void sendAfterAll(Held held, Instant now) {
    sql.update(
        """
        WITH back AS (
          UPDATE outbox o SET state = 'waiting', due_at = ?, changed_at = ? FROM turns t
          WHERE t.id = o.turn AND t.closed_at IS NOT NULL AND o.conversation = ?
            AND (o.kind = 'reply' OR o.attempts > 0) AND o.state = 'withdrawn' AND o.changed_at >= ?
          RETURNING o.id)
        UPDATE messages SET state = 'done'
        WHERE conversation = ? AND state = 'withdrawn' AND outbox IN (SELECT id FROM back)
        """,
        now,
        now,
        held.id(),
        held.takenAt(),
        held.id());
  }

  /** Including what only the engine's own words would have told. */
  List<String> unsaid(Held held) {
    return sql.list(
        """
        SELECT o.body FROM outbox o LEFT JOIN turns t ON t.id = o.turn
        WHERE o.conversation = ? AND o.state = 'withdrawn' AND o.changed_at >= ?
          AND (o.kind = 'reply' OR o.attempts > 0 OR t.closed_at IS NULL)
        ORDER BY o.position
        """,
        row -> row.text("body"),
        held.id(),
        held.takenAt());
  }

  long waiting(Held held) {
    return sql.one(
            """
            SELECT coalesce(max(position), 0) AS newest FROM messages
            WHERE conversation = ? AND state IN ('waiting', 'in_turn')
            """,
            row -> row.big("newest"),
            held.id())
        .orElseThrow();
  }

  /**
   * What the guest has said so far a person answers; what the model made of it does not count any
   * more.
   */
  void answered(Held held, Instant now) {
    sql.update(
        "UPDATE messages SET state = 'done' WHERE conversation = ? AND state IN ('waiting', 'in_turn')",
        held.id());
    sql.update(
        "UPDATE turns SET closed_at = ? WHERE conversation = ? AND closed_at IS NULL",
        now,
        held.id());
  }

  /** Into the outbox, in as many parts as it needs, and into the conversation. */
  Written write(Held held, String text, String key, Staff staff) {
    List<String> parts = Parts.of(text);
    for (int i = 0; i < parts.size() - 1; i++) {
      part(UUID.randomUUID(), held, "person", parts.get(i), staff);
    }
    UUID last = id(held, key);
    part(last, held, "person", parts.getLast(), staff);
    sql.update(
        """
        UPDATE conversations SET taken_by = coalesce(taken_by, ?), person_at = ?, last_at = ?,
          memory = '{}' WHERE id = ?
        """,
        staff.who(),
        staff.at(),
        staff.at(),
        held.id());
    return sql.one(
            """
            INSERT INTO messages (conversation, venue, sender, body, at, state, outbox)
            VALUES (?, ?, 'person', ?, ?, 'done', ?) RETURNING conversation, position, body, at
            """,
            HandoverRows::written,
            held.id(),
            held.venue(),
            text,
            staff.at(),
            last)
        .orElseThrow();
  }

  /** The house's own line, as other notices are written. */
  void notice(Held held, String text, String key, Staff staff) {
    UUID id = id(held, key);
    part(id, held, "notice", text, staff);
    sql.update(
        """
        INSERT INTO messages (conversation, venue, sender, body, at, state, outbox)
        VALUES (?, ?, 'assistant', ?, ?, 'done', ?)
        """,
        held.id(),
        held.venue(),
        text,
        staff.at(),
        id);
  }

  private void part(UUID id, Held held, String kind, String text, Staff staff) {
    sql.update(
        """
        INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address, body,
          state, due_at, written_at, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)
        """,
        id,
        held.venue(),
        held.id(),
        kind,
        held.channel(),
        held.houseAddress(),
        held.guestAddress(),
        text,
        staff.at(),
        staff.at(),
        staff.at());
  }

  /** What the first call of this key wrote. */
  Optional<Written> written(Held held, String key) {
    return sql.one(
        """
        SELECT conversation, position, body, at FROM messages
        WHERE conversation = ? AND sender = 'person' AND outbox = ?
        """,
        HandoverRows::written,
        held.id(),
        id(held, key));
  }

  private static Written written(Row row) throws SQLException {
    return new Written(
        row.id("conversation"), row.big("position"), row.text("body"), row.instant("at"));
  }

  private static UUID id(Held held, String key) {
    String name = held.venue() + "\nperson:" + scoped(held, key);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
