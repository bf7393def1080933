package io.conserje.connectors.postgres;

import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequests;
import io.conserje.venue.VenueId;
import java.util.UUID;

/** What waits for a person, as rows. */
public final class PostgresPersonRequests implements PersonRequests {

  private final Sql sql;

  public PostgresPersonRequests(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void note(VenueId venue, PersonRequest request) {
    sql.at(
        venue,
        () ->
            sql.update(
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
                """,
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
                request.askedAt()));
  }
}
