package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.connectors.postgres.views.ReservationView.GuestView;
import io.conserje.venue.VenueId;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The book of a house, day by day. */
public final class ReservationViews {

  private static final String RESERVATIONS =
      """
      SELECT r.*, array(SELECT c.table_name FROM table_claims c
        WHERE c.reservation = r.id AND c.venue = r.venue ORDER BY 1) AS tables
      FROM reservations r
      """;

  private final Sql sql;

  public ReservationViews(Sql sql) {
    this.sql = sql;
  }

  /** What begins on a day of the venue's own calendar, in whatever state, by time. */
  public List<ReservationView> on(VenueId venue, LocalDate day, ZoneId zone) {
    return sql.at(
        venue,
        () ->
            sql.list(
                RESERVATIONS
                    + """
                    WHERE r.venue = ? AND r.starts_at >= ? AND r.starts_at < ?
                    ORDER BY r.starts_at, r.reference
                    """,
                row -> view(row, zone),
                venue.value(),
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  /** A reservation and all that happened to it, oldest first. */
  @Serdeable
  public record Story(ReservationView reservation, List<Move> moves) {}

  /**
   * @param who {@code guest}, {@code staff} or {@code house}
   * @param at UTC
   */
  @Serdeable
  public record Move(String status, String who, String why, String at) {}

  public Optional<Story> story(VenueId venue, String reference, ZoneId zone) {
    return sql.at(
        venue,
        () ->
            sql.one(
                    RESERVATIONS + "WHERE r.venue = ? AND r.reference = ?",
                    row -> view(row, zone),
                    venue.value(),
                    reference)
                .map(view -> new Story(view, moves(venue, reference))));
  }

  private List<Move> moves(VenueId venue, String reference) {
    return sql.list(
        """
        SELECT m.status, m.who, m.why, m.at FROM reservation_moves m
        JOIN reservations r ON r.id = m.reservation AND r.venue = m.venue
        WHERE r.venue = ? AND r.reference = ? ORDER BY m.number
        """,
        row ->
            new Move(
                row.text("status"),
                row.text("who"),
                row.text("why"),
                Times.instant(row.instant("at"))),
        venue.value(),
        reference);
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
        new GuestView(row.text("guest_name"), row.text("guest_phone")),
        row.text("notes"),
        row.text("channel"),
        row.text("conversation"),
        row.text("zone"),
        row.number("high_chairs"),
        row.result().getBoolean("pets"),
        row.result().getBoolean("wheelchair"),
        row.text("allergies"),
        row.text("occasion"),
        row.text("language"),
        Times.instant(row.instant("expires_at")),
        null);
  }
}
