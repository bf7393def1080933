package io.conserje.connectors.postgres;

import io.conserje.call.CallWords;
import io.conserje.call.Calls.Known;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.conversation.Receptionist.Unforeseen;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * What is said in a call, in Postgres. An answer comes by the outbox, as on every other channel;
 * the call itself is what sends it.
 */
public final class PostgresCallWords implements CallWords {

  private static final int MOST_TIMES_AGAIN = 3;

  private static final String TAKE =
      """
      WITH taken AS (
        UPDATE outbox o SET state = 'sent', provider = l.provider, attempts = attempts + 1,
          first_tried_at = least(first_tried_at, ?), changed_at = ?
        FROM calls l WHERE l.id = ? AND o.conversation = l.conversation
          AND o.channel = 'voice' AND o.kind IN ('reply', 'fallback') AND o.due_at <= ?
          AND o.state IN ('waiting', 'sending', 'failed') AND o.provider IS NULL
          AND o.written_at >= l.began_at
        RETURNING o.id, o.position, o.body
      ), spoken AS (
        UPDATE messages m SET call = ?, kind = 'speech' FROM taken
        WHERE m.conversation = ? AND m.sender = 'assistant' AND m.call IS NULL AND m.outbox = taken.id
      )
      SELECT * FROM taken
      """;

  private final Sql sql;
  private final Semaphore asOne;

  /** For whoever has two connections and more. */
  public PostgresCallWords(Sql sql) {
    this(sql, 1);
  }

  /**
   * @param mostAtOnce how many works of {@link #asOne} may each hold a connection; the others go on
   *     without
   */
  public PostgresCallWords(Sql sql, int mostAtOnce) {
    this.sql = sql;
    this.asOne = new Semaphore(mostAtOnce);
  }

  /** Its commit does not wait for the disk. */
  @Override
  public <T> T asOne(Known call, Supplier<T> work) {
    if (!asOne.tryAcquire()) {
      throw new Unforeseen();
    }
    try {
      return sql.everywhere(() -> {
        sql.needNotWait();
        lock(call.conversation());
        return work.get();
      });
    } finally {
      asOne.release();
    }
  }

  @Override
  public void guestSaid(Venue venue, Known call, String words, Instant now) {
    guestSaid(venue, call, words, "waiting", now);
  }

  @Override
  public void guestSaidAside(Venue venue, Known call, String words, Instant now) {
    guestSaid(venue, call, words, "done", now);
  }

  private void guestSaid(Venue venue, Known call, String words, String state, Instant now) {
    sql.atEase(
        venue.id(),
        () -> {
          lock(call.conversation());
          return sql.update(
              """
              INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call)
              VALUES (?, ?, 'guest', 'speech', ?, ?, ?, ?)
              """,
              call.conversation(),
              venue.id().value(),
              words.replace("\0", ""),
              now,
              state,
              call.call());
        });
  }

  /** What is said in it is written down one after the other. */
  private void lock(UUID conversation) {
    sql.later("SELECT FROM conversations WHERE id = ? FOR NO KEY UPDATE", conversation);
  }

  /** Locks it, too. */
  private static Asked<Boolean> byPerson(UUID conversation) {
    return Asked.of(
        "SELECT owner = 'person' AS by_person FROM conversations WHERE id = ? FOR NO KEY UPDATE",
        row -> row.result().getBoolean("by_person"),
        conversation);
  }

  @Override
  public Line houseSays(Venue venue, Known call, String words, Instant now) {
    Line line = new Line(UUID.randomUUID(), words);
    houseSays(venue, call, line, now);
    return line;
  }

  @Override
  public void houseSays(Venue venue, Known call, Line line, Instant now) {
    sql.atEase(
        venue.id(),
        () -> {
          lock(call.conversation());
          sql.later(
              """
              INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address,
                body, state, provider, attempts, due_at, written_at, changed_at)
              SELECT ?, c.venue, c.id, 'notice', 'voice', c.house_address, c.guest_address, ?, 'sent',
                l.provider, 1, ?, ?, ?
              FROM conversations c JOIN calls l ON l.id = ? WHERE c.id = ?
              """,
              line.id(),
              line.text(),
              now,
              now,
              now,
              call.call(),
              call.conversation());
          return sql.update(
              """
              INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call, outbox)
              VALUES (?, ?, 'assistant', 'speech', ?, ?, 'done', ?, ?)
              """,
              call.conversation(),
              venue.id().value(),
              line.text(),
              now,
              call.call(),
              line.id());
        });
  }

  @Override
  public boolean isByPerson(Venue venue, Known call) {
    Asked<Boolean> byPerson = byPerson(call.conversation());
    sql.at(
        venue.id(),
        () -> {
          sql.together(byPerson);
          return null;
        });
    return byPerson.first().orElseThrow();
  }

  /**
   * A line whose end is not known may have been heard or not: it is said again rather than lost.
   */
  @Override
  public Answers unheard(Venue venue, Known call, Instant now) {
    Answers answers = take(venue, call, now);
    if (!answers.lines().isEmpty()) {
      return answers;
    }
    List<Line> last =
        sql.at(
            venue.id(),
            () ->
                sql.list(
                    """
                    SELECT o.id, o.body FROM outbox o JOIN calls l ON l.id = ?
                    WHERE o.conversation = l.conversation AND o.channel = 'voice' AND o.kind = 'reply'
                      AND o.state = 'sent' AND o.written_at >= l.began_at
                      AND o.turn = (SELECT turn FROM outbox last
                        WHERE last.conversation = l.conversation AND last.channel = 'voice'
                          AND last.kind = 'reply' AND last.state = 'sent'
                        ORDER BY last.position DESC LIMIT 1)
                    ORDER BY o.position
                    """,
                    row -> new Line(row.id("id"), row.text("body")),
                    call.call()));
    return new Answers(last, answers.byPerson());
  }

  /** A sentence or two of an answer tell of it; whoever heard less has not been told. */
  @Override
  public void sayAgainWhatWasDone(Venue venue, Known call, Instant now) {
    sql.atEase(
        venue.id(),
        () -> {
          List<UUID> again =
              sql.list(
                  """
                  UPDATE outbox f SET state = 'waiting', provider = NULL, error = NULL, due_at = ?,
                    changed_at = ?
                  FROM outbox o JOIN calls l ON l.id = ?
                    LEFT JOIN messages m ON m.conversation = o.conversation AND m.outbox = o.id
                  WHERE o.conversation = l.conversation AND o.channel = 'voice' AND o.written_at >= l.began_at
                    AND f.turn = o.turn AND f.kind = 'fallback' AND f.attempts < ?
                    AND f.state IN ('withdrawn', 'undelivered', 'delivered')
                    AND (o.kind = 'reply' AND f.state = 'withdrawn' OR o.id = f.id)
                    AND (o.state = 'undelivered' OR o.error IS NOT NULL AND 2 * length(m.body) < length(o.body))
                  RETURNING f.id
                  """,
                  row -> row.id("id"),
                  now,
                  now,
                  call.call(),
                  MOST_TIMES_AGAIN);
          again.forEach(line -> writeDown(venue, call, line, now));
          return null;
        });
  }

  private void writeDown(Venue venue, Known call, UUID line, Instant now) {
    sql.update("UPDATE messages SET outbox = NULL WHERE outbox = ?", line);
    sql.update(
        """
        INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call, outbox)
        SELECT conversation, venue, 'assistant', 'speech', body, ?, 'done', ?, id FROM outbox WHERE id = ?
        """,
        now,
        call.call(),
        line);
  }

  @Override
  public void giveBack(Venue venue, Known call) {
    sql.at(
        venue.id(),
        () ->
            sql.update(
                """
                UPDATE conversations SET owner = 'assistant', taken_at = NULL, person_at = NULL,
                  hands_over = false, lease_until = NULL
                WHERE id = ? AND taken_by IS NULL
                """,
                call.conversation()));
  }

  /** Its fence keeps it from writing anything, should it be alive after all. */
  @Override
  public void takeOver(Venue venue, Known call) {
    sql.at(
        venue.id(),
        () ->
            sql.update(
                "UPDATE conversations SET lease_until = NULL WHERE id = ?", call.conversation()));
  }

  private record Waiting(long position, Line line) {}

  /**
   * What another run has in hand, or has given up because nobody carries messages to a telephone,
   * is the call's all the same.
   */
  @Override
  public Answers take(Venue venue, Known call, Instant now) {
    Asked<Boolean> byPerson = byPerson(call.conversation());
    Asked<Waiting> waiting =
        Asked.of(
            TAKE,
            row -> new Waiting(row.big("position"), new Line(row.id("id"), row.text("body"))),
            now,
            now,
            call.call(),
            now,
            call.call(),
            call.conversation());
    sql.atEase(
        venue.id(),
        () -> {
          sql.together(byPerson, waiting);
          return null;
        });
    return new Answers(
        waiting.all().stream()
            .sorted(Comparator.comparingLong(Waiting::position))
            .map(Waiting::line)
            .toList(),
        byPerson.first().orElseThrow());
  }

  @Override
  public void heard(Venue venue, List<HeardLine> lines, Instant now) {
    sql.atEase(
        venue.id(),
        () -> {
          lines.forEach(line -> heard(line, now));
          return null;
        });
  }

  private void heard(HeardLine line, Instant now) {
    boolean nothing = line.text().isBlank();
    sql.later(
        """
        UPDATE outbox SET state = ?, error = ?, changed_at = ? WHERE id = ? AND state = 'sent'
        """,
        nothing ? "undelivered" : "delivered",
        line.whole() ? null : "the guest spoke or hung up before it was heard to its end",
        now,
        line.id());
    if (!line.whole()) {
      sql.later(
          "UPDATE messages SET body = ?, state = ? WHERE outbox = ? AND state = 'done'",
          line.text().strip(),
          nothing ? "withdrawn" : "done",
          line.id());
    }
  }
}
