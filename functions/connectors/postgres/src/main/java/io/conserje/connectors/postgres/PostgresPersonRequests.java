package io.conserje.connectors.postgres;

import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequests;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What waits for a person, as rows. */
public final class PostgresPersonRequests implements PersonRequests {

  private final Sql sql;

  public PostgresPersonRequests(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean note(VenueId venue, PersonRequest request) {
    return sql.at(
        venue,
        () ->
            sql.one(
                """
                INSERT INTO person_requests (id, venue, reason, wished_date, wished_time, party_size,
                  guest_name, guest_phone, notes, conversation, asked_at)
                VALUES (?, ?, ?, ?::date, ?::time, ?, ?, ?, ?, ?::uuid, ?)
                ON CONFLICT (venue, conversation, reason) WHERE done_at IS NULL DO UPDATE SET
                  wished_date = COALESCE(EXCLUDED.wished_date, person_requests.wished_date),
                  wished_time = COALESCE(EXCLUDED.wished_time, person_requests.wished_time),
                  party_size = COALESCE(NULLIF(EXCLUDED.party_size, 0), person_requests.party_size),
                  guest_name = EXCLUDED.guest_name, guest_phone = EXCLUDED.guest_phone,
                  notes = COALESCE(NULLIF(EXCLUDED.notes, ''), person_requests.notes)
                RETURNING xmax = 0 AS new
                """,
                row -> row.result().getBoolean("new"),
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
                request.askedAt())
                .orElseThrow());
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
