package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.connectors.postgres.views.ReservationView.GuestView;
import io.conserje.venue.VenueId;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What waits for a person of the house. */
public final class PersonRequestViews {

  private static final int MOST = 200;

  private final Sql sql;

  public PersonRequestViews(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param date and {@code time}: the venue's own, null when the guest did not say
   * @param partySize 0 when the guest did not say
   * @param doneAt UTC, null while it waits
   */
  @Serdeable
  public record PersonRequestView(
      String id,
      String reason,
      String date,
      String time,
      int partySize,
      GuestView guest,
      String notes,
      String conversation,
      String askedAt,
      String doneAt) {}

  /** The newest first; those that still wait before those that are done. */
  public List<PersonRequestView> of(VenueId venue) {
    return sql.at(
        venue,
        () ->
            sql.list(
                """
                SELECT * FROM person_requests WHERE venue = ?
                ORDER BY (done_at IS NOT NULL), asked_at DESC, id LIMIT ?
                """,
                PersonRequestViews::view,
                venue.value(),
                MOST));
  }

  /** False when there is none that waits. */
  public boolean done(VenueId venue, UUID id, Instant now) {
    return sql.at(
        venue,
        () ->
            sql.update(
                    """
                    UPDATE person_requests SET done_at = ?, done_by = 'staff'
                    WHERE venue = ? AND id = ? AND done_at IS NULL
                    """,
                    now,
                    venue.value(),
                    id)
                == 1);
  }

  private static PersonRequestView view(Row row) throws SQLException {
    String time = row.text("wished_time");
    return new PersonRequestView(
        row.text("id"),
        row.text("reason"),
        row.text("wished_date"),
        time == null ? null : time.substring(0, "HH:mm".length()),
        row.number("party_size"),
        new GuestView(row.text("guest_name"), row.text("guest_phone")),
        row.text("notes"),
        row.text("conversation"),
        Times.instant(row.instant("asked_at")),
        Times.instant(row.instant("done_at")));
  }
}
