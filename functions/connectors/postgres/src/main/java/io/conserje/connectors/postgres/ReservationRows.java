package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Guest;
import io.conserje.reservation.Act;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import io.conserje.reservation.TableBook.Found;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads reservations with the tables that are kept for them. */
final class ReservationRows {

  private static final String RESERVATIONS =
      """
      SELECT r.*, array(SELECT c.table_name FROM table_claims c
        WHERE c.reservation = r.id AND c.venue = r.venue ORDER BY 1) AS tables
      FROM reservations r
      """;

  private final Sql sql;

  ReservationRows(Sql sql) {
    this.sql = sql;
  }

  /** Asks for house, house and key. */
  static final String BY_KEY =
      RESERVATIONS
          + """
          WHERE r.venue = ? AND r.id =
            (SELECT m.reservation FROM reservation_moves m WHERE m.venue = ? AND m.key = ?)
          """;

  private static final String BY_REFERENCE = RESERVATIONS + "WHERE r.venue = ? AND r.reference = ?";

  Found find(VenueId venue, String key, String reference) {
    List<Reservation> before = new ArrayList<>(1);
    List<Reservation> asked = new ArrayList<>(1);
    sql.each(
        BY_KEY + ";" + BY_REFERENCE,
        List.of(row -> before.add(reservation(row)), row -> asked.add(reservation(row))),
        venue.value(),
        venue.value(),
        key,
        venue.value(),
        reference);
    return new Found(before.stream().findFirst(), asked.stream().findFirst());
  }

  Optional<Reservation> byKey(VenueId venue, String key) {
    return sql.one(BY_KEY, ReservationRows::reservation, venue.value(), venue.value(), key);
  }

  Optional<Act> act(VenueId venue, String key) {
    return sql.one(
        "SELECT who, why, at FROM reservation_moves WHERE venue = ? AND key = ?",
        row -> new Act(key, row.text("who"), row.text("why"), row.instant("at")),
        venue.value(),
        key);
  }

  Optional<Reservation> byReference(VenueId venue, String reference) {
    return sql.one(BY_REFERENCE, ReservationRows::reservation, venue.value(), reference);
  }

  List<Reservation> comingUp(VenueId venue, String phone, UUID conversation, Instant now) {
    return sql.list(
        RESERVATIONS
            + """
            WHERE r.venue = ? AND r.ends_at > ? AND r.status IN ('held', 'pending', 'confirmed', 'seated')
              AND ((? <> '' AND r.guest_phone = ?) OR r.conversation = ?
                OR r.reference = ANY(\
            """
            + PostgresReferenceChecks.PASSED
            + """
            ))
            ORDER BY r.starts_at, r.reference
            """,
        ReservationRows::reservation,
        venue.value(),
        now,
        phone,
        phone,
        conversation,
        venue.value(),
        conversation);
  }

  Optional<Reservation> lastVisit(VenueId venue, String phone) {
    return sql.one(
        RESERVATIONS
            + """
            WHERE r.venue = ? AND r.status IN ('seated', 'finished') AND r.guest_phone = ?
            ORDER BY r.starts_at DESC, r.reference LIMIT 1
            """,
        ReservationRows::reservation,
        venue.value(),
        phone);
  }

  Optional<Reservation> lastExpired(VenueId venue, String phone, UUID conversation, Instant now) {
    return sql.one(
        RESERVATIONS
            + """
            WHERE r.venue = ? AND r.starts_at > ? AND (r.status = 'expired' OR r.expires_at <= ?)
              AND ((? <> '' AND r.guest_phone = ?) OR r.conversation = ?)
            ORDER BY r.made_at DESC, r.reference LIMIT 1
            """,
        ReservationRows::reservation,
        venue.value(),
        now,
        now,
        phone,
        phone,
        conversation);
  }

  List<Reservation> lapsed(VenueId venue, Instant now) {
    return sql.list(
        RESERVATIONS + "WHERE r.venue = ? AND r.expires_at <= ? ORDER BY r.expires_at, r.id",
        ReservationRows::reservation,
        venue.value(),
        now);
  }

  static Reservation reservation(Row row) throws SQLException {
    return new Reservation(
        row.id("id"),
        new VenueId(row.text("venue")),
        row.text("reference"),
        Standing.of(row.text("status"), row.instant("expires_at")),
        new Period(row.instant("starts_at"), row.instant("ends_at")),
        new Party(
            row.number("party_size"),
            row.number("high_chairs"),
            row.result().getBoolean("pets"),
            row.result().getBoolean("wheelchair")),
        List.of((String[]) row.result().getArray("tables").getArray()),
        row.text("zone"),
        new Guest(row.text("guest_name"), row.text("guest_phone")),
        new Reservation.Details(
            row.text("notes"), row.text("allergies"), row.text("occasion"), row.text("language")),
        row.result().getBoolean("table_told"),
        Channel.of(row.text("channel")),
        row.id("conversation"));
  }
}
