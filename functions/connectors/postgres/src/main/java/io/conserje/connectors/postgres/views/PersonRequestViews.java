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
   * @param summary what it is about, or the guest's last words
   * @param told how often staff were told of it, the last time at {@code toldAt}
   * @param givenUp whether everybody was told and nobody took it
   * @param takenBy who has its conversation; null for nobody
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
      String doneAt,
      String summary,
      int told,
      String toldAt,
      boolean givenUp,
      String takenBy,
      String doneBy) {}

  /** The newest first; those that still wait before those that are done. */
  public List<PersonRequestView> of(VenueId venue) {
    return sql.at(
        venue,
        () ->
            sql.list(
                """
                SELECT r.*, c.taken_by FROM person_requests r
                LEFT JOIN conversations c ON c.id = r.conversation WHERE r.venue = ?
                ORDER BY (r.done_at IS NOT NULL), r.asked_at DESC, r.id LIMIT ?
                """,
                PersonRequestViews::view,
                venue.value(),
                MOST));
  }

  /** False when there is none that waits. */
  public boolean done(VenueId venue, UUID id, String by, Instant now) {
    return sql.at(
        venue,
        () ->
            sql.update(
                    """
                    UPDATE person_requests SET done_at = ?, done_by = ?
                    WHERE venue = ? AND id = ? AND done_at IS NULL
                    """,
                    now,
                    by,
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
        Times.instant(row.instant("done_at")),
        row.text("summary"),
        row.number("told"),
        Times.instant(row.instant("told_at")),
        row.result().getBoolean("given_up"),
        row.text("taken_by"),
        row.text("done_by"));
  }
}
