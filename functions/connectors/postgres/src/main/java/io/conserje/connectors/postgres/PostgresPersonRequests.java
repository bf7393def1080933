package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Guest;
import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.handoff.PersonRequests;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** What waits for a person, as rows. */
public final class PostgresPersonRequests implements PersonRequests {

  /** After that it is a new talk. */
  private static final Duration ONE_TALK = Duration.ofHours(12);

  private static final String LAST_WORDS =
      """
      (SELECT left(string_agg(w.body, ' / ' ORDER BY w.position), 400) FROM (
        SELECT m.position, m.body FROM messages m
        WHERE m.conversation = ?::uuid AND m.sender = 'guest' ORDER BY m.position DESC LIMIT 5) w)
      """;

  private final Sql sql;

  public PostgresPersonRequests(Sql sql) {
    this.sql = sql;
  }

  /** Without a summary of its own it is the guest's last words. */
  @Override
  public Noted note(VenueId venue, PersonRequest request) {
    return sql.at(
        venue,
        () ->
            sql.one(
                    """
                    INSERT INTO person_requests (id, venue, reason, wished_date, wished_time,
                      party_size, guest_name, guest_phone, notes, conversation, asked_at, summary)
                    VALUES (?, ?, ?, ?::date, ?::time, ?, ?, ?, ?, ?::uuid, ?,
                      coalesce(nullif(?, ''),
                    """
                        + LAST_WORDS
                        + """
                          , ''))
                        ON CONFLICT (venue, conversation, reason) WHERE done_at IS NULL DO UPDATE SET
                          wished_date = COALESCE(EXCLUDED.wished_date, person_requests.wished_date),
                          wished_time = COALESCE(EXCLUDED.wished_time, person_requests.wished_time),
                          party_size = COALESCE(NULLIF(EXCLUDED.party_size, 0), person_requests.party_size),
                          guest_name = EXCLUDED.guest_name, guest_phone = EXCLUDED.guest_phone,
                          notes = CASE
                            WHEN EXCLUDED.reason = 'message' AND EXCLUDED.notes <> person_requests.notes
                            THEN left(concat_ws(E'\\n', person_requests.notes, EXCLUDED.notes), 4000)
                            ELSE COALESCE(NULLIF(EXCLUDED.notes, ''), person_requests.notes) END,
                          summary = COALESCE(NULLIF(EXCLUDED.summary, ''), person_requests.summary)
                        RETURNING id, xmax = 0 AS new
                        """,
                    row -> new Noted(row.id("id"), row.result().getBoolean("new")),
                    UUID.randomUUID(),
                    venue.value(),
                    request.reason().code(),
                    request.date(),
                    request.time(),
                    request.partySize(),
                    request.guest().name(),
                    request.guest().phone(),
                    request.notes(),
                    request.conversation(),
                    request.askedAt(),
                    request.summary(),
                    request.conversation())
                .orElseThrow());
  }

  @Override
  public boolean leaveToPerson(VenueId venue, UUID conversation) {
    return sql.at(
        venue,
        () ->
            sql.update(
                    """
                    UPDATE conversations SET hands_over = true
                    WHERE id = ? AND owner = 'assistant' AND NOT hands_over
                    """,
                    conversation)
                == 1);
  }

  @Override
  public boolean beginWithPerson(VenueId venue, UUID conversation, Instant now) {
    return sql.at(
        venue,
        () ->
            sql.update(
                    """
                    UPDATE conversations c SET owner = 'person', taken_by = NULL, taken_at = ?,
                      person_at = NULL
                    WHERE c.id = ? AND c.owner = 'assistant' AND 1 >=
                      (SELECT count(*) FROM messages m WHERE m.conversation = c.id AND m.at > ?)
                    """,
                    now,
                    conversation,
                    now.minus(ONE_TALK))
                == 1);
  }

  /** The oldest first. What somebody has taken waits no more. */
  @Override
  public List<Waiting> waiting(VenueId venue) {
    return sql.at(
        venue,
        () ->
            sql.list(
                """
                SELECT r.*, coalesce(c.owner = 'person' OR c.hands_over, false) AS left_to_person,
                  coalesce(c.language, 'es') AS language
                FROM person_requests r LEFT JOIN conversations c ON c.id = r.conversation
                WHERE r.venue = ? AND r.done_at IS NULL AND NOT r.given_up AND c.taken_by IS NULL
                ORDER BY r.asked_at, r.id
                """,
                PostgresPersonRequests::waiting,
                venue.value()));
  }

  private static Waiting waiting(Row row) throws SQLException {
    PersonRequest request =
        new PersonRequest(
            Reason.of(row.text("reason")),
            row.result().getObject("wished_date", LocalDate.class),
            row.result().getObject("wished_time", LocalTime.class),
            row.number("party_size"),
            new Guest(row.text("guest_name"), row.text("guest_phone")),
            row.text("notes"),
            row.id("conversation"),
            row.instant("asked_at"),
            row.text("summary"));
    return new Waiting(
        row.id("id"),
        request,
        row.text("summary"),
        row.number("told"),
        row.instant("told_at"),
        row.result().getBoolean("left_to_person"),
        row.text("language"));
  }

  @Override
  public void told(VenueId venue, UUID request, int told, Instant now) {
    sql.at(
        venue,
        () ->
            sql.update(
                "UPDATE person_requests SET told = ?, told_at = ?, given_up = false WHERE id = ?",
                told,
                now,
                request));
  }

  @Override
  public void giveUp(VenueId venue, UUID request) {
    sql.at(
        venue,
        () -> sql.update("UPDATE person_requests SET given_up = true WHERE id = ?", request));
  }

  /** Where staff are still being told, somebody may yet come. */
  @Override
  public List<UUID> silentSince(VenueId venue, Instant before) {
    return sql.at(
        venue,
        () ->
            sql.list(
                """
                SELECT c.id FROM conversations c
                WHERE c.venue = ? AND c.owner = 'person' AND coalesce(c.person_at, c.taken_at) <= ?
                  AND (c.taken_by IS NOT NULL OR NOT EXISTS (
                    SELECT 1 FROM person_requests r
                    WHERE r.conversation = c.id AND r.done_at IS NULL AND NOT r.given_up))
                """,
                row -> row.id("id"),
                venue.value(),
                before));
  }

  @Override
  public void booked(VenueId venue, UUID conversation, LocalDate day, String note, Instant now) {
    sql.at(
        venue,
        () ->
            sql.update(
                """
                UPDATE person_requests SET notes = concat_ws(' ', nullif(notes, ''), ?),
                  done_at = CASE WHEN coalesce(wished_date = ?::date, true) THEN ?::timestamptz END,
                  done_by = CASE WHEN coalesce(wished_date = ?::date, true) THEN 'house' END
                WHERE venue = ? AND conversation = ? AND reason = 'group' AND done_at IS NULL
                """,
                note,
                day,
                now,
                day,
                venue.value(),
                conversation));
  }
}
