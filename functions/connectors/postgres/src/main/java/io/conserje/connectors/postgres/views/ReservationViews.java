package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.connectors.postgres.views.ReservationView.GuestView;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** The book of a house, day by day. */
public final class ReservationViews {

  private final Sql sql;

  public ReservationViews(Sql sql) {
    this.sql = sql;
  }

  /** What begins on a day of the venue's own calendar, in whatever state, by time. */
  public List<ReservationView> on(String venue, LocalDate day, ZoneId zone) {
    return sql.at(new VenueId(venue), () ->
        sql.list(
            """
            SELECT r.*, g.phone,
              array(SELECT c.table_name FROM table_claims c
                WHERE c.reservation = r.id AND c.venue = r.venue ORDER BY 1) AS tables
            FROM reservations r JOIN guests g ON g.id = r.guest AND g.venue = r.venue
            WHERE r.venue = ? AND r.starts_at >= ? AND r.starts_at < ?
            ORDER BY r.starts_at, r.reference
            """,
            row -> view(row, zone),
            venue,
            day.atStartOfDay(zone).toInstant(),
            day.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  private static ReservationView view(Row row, ZoneId zone) throws SQLException {
    ZonedDateTime starts = row.instant("starts_at").atZone(zone);
    return new ReservationView(
        row.text("reference"),
        row.text("venue"),
        row.text("status"),
        starts.toLocalDate().toString(),
        Times.clock(starts.toLocalTime()),
        Times.instant(row.instant("starts_at")),
        Times.instant(row.instant("ends_at")),
        row.number("party_size"),
        List.of((String[]) row.result().getArray("tables").getArray()),
        new GuestView(row.text("guest_name"), row.text("phone")),
        row.text("notes"),
        row.text("channel"),
        row.text("conversation"));
  }
}
