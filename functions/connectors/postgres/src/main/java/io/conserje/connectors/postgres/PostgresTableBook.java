package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Guest;
import io.conserje.reservation.Draft;
import io.conserje.reservation.Period;
import io.conserje.reservation.Reference;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReservationStatus;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.TableClaim;
import io.conserje.venue.Channel;
import io.conserje.venue.DiningTable;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The book in Postgres. A table is kept by a row in {@code table_claims}; the exclusion constraint
 * on it, not this code, is what makes a double booking impossible.
 */
public final class PostgresTableBook implements TableBook {

  private static final String RESERVATIONS =
      """
      SELECT r.*, g.phone,
        array(SELECT c.table_name FROM table_claims c WHERE c.reservation = r.id ORDER BY 1) AS tables
      FROM reservations r JOIN guests g ON g.id = r.guest
      """;

  private final Sql sql;
  private final RandomGenerator random;

  public PostgresTableBook(Sql sql, RandomGenerator random) {
    this.sql = sql;
    this.random = random;
  }

  @Override
  public List<TableClaim> claims(VenueId venue, Period period) {
    return sql.at(venue, () ->
        sql.list(
            """
            SELECT table_name, lower(period) AS begins, upper(period) AS ends FROM table_claims
            WHERE venue = ? AND period && tstzrange(?, ?)
            """,
            row ->
                new TableClaim(
                    row.text("table_name"), new Period(row.instant("begins"), row.instant("ends"))),
            venue.value(),
            period.from(),
            period.to()));
  }

  @Override
  public Optional<Reservation> reserve(Draft draft, List<DiningTable> candidates, String key) {
    return sql.at(draft.venue(), () -> {
      Optional<Reservation> before = byKey(draft.venue(), key);
      return before.isPresent() ? before : write(draft, candidates, key);
    });
  }

  /**
   * The reservation is written first and taken back if no table is left, so that claims always have
   * an owner.
   */
  private Optional<Reservation> write(Draft draft, List<DiningTable> candidates, String key) {
    UUID id = UUID.randomUUID();
    UUID guest = guest(draft);
    String reference = insert(id, draft, guest, key);
    for (DiningTable table : candidates) {
      if (claim(draft, table, id)) {
        move(id, draft.venue(), ReservationStatus.CONFIRMED, key, "booked", draft.madeAt());
        return byReference(draft.venue(), reference);
      }
    }
    sql.update("DELETE FROM reservations WHERE id = ?", id);
    return Optional.empty();
  }

  private UUID guest(Draft draft) {
    String phone =
        draft.guest().phone().isBlank() ? "none:" + draft.conversation() : draft.guest().phone();
    return sql.one(
            """
            INSERT INTO guests (id, venue, phone, name) VALUES (?, ?, ?, ?)
            ON CONFLICT (venue, phone) DO UPDATE SET name = EXCLUDED.name RETURNING id
            """,
            row -> row.id("id"),
            UUID.randomUUID(),
            draft.venue().value(),
            phone,
            draft.guest().name())
        .orElseThrow();
  }

  /** References are drawn until one is free: among 600,000 the first nearly always is. */
  private String insert(UUID id, Draft draft, UUID guest, String key) {
    while (true) {
      String reference = Reference.next(random);
      int written =
          sql.update(
              """
              INSERT INTO reservations (id, venue, reference, status, starts_at, ends_at, party_size,
                guest, guest_name, notes, channel, conversation, made_at, made_by)
              VALUES (?, ?, ?, 'confirmed', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (venue, reference) DO NOTHING
              """,
              id,
              draft.venue().value(),
              reference,
              draft.period().from(),
              draft.period().to(),
              draft.partySize(),
              guest,
              draft.guest().name(),
              draft.notes(),
              draft.channel().code(),
              draft.conversation(),
              draft.madeAt(),
              key);
      if (written == 1) {
        return reference;
      }
    }
  }

  private boolean claim(Draft draft, DiningTable table, UUID reservation) {
    return sql.update(
            """
            INSERT INTO table_claims (venue, table_name, period, reservation)
            VALUES (?, ?, tstzrange(?, ?), ?) ON CONFLICT DO NOTHING
            """,
            draft.venue().value(),
            table.name(),
            draft.period().from(),
            draft.period().to(),
            reservation)
        == 1;
  }

  @Override
  public Optional<Reservation> byKey(VenueId venue, String key) {
    return sql.at(venue, () ->
        sql.one(
            RESERVATIONS + "WHERE r.venue = ? AND r.made_by = ?",
            PostgresTableBook::reservation,
            venue.value(),
            key));
  }

  @Override
  public Optional<Reservation> byReference(VenueId venue, String reference) {
    return sql.at(venue, () ->
        sql.one(
            RESERVATIONS + "WHERE r.venue = ? AND r.reference = ?",
            PostgresTableBook::reservation,
            venue.value(),
            reference));
  }

  @Override
  public List<Reservation> comingUp(VenueId venue, String phone, UUID conversation, Instant now) {
    return sql.at(venue, () ->
        sql.list(
            RESERVATIONS
                + """
                WHERE r.venue = ? AND r.ends_at > ? AND r.status IN ('held', 'pending', 'confirmed', 'seated')
                  AND ((? <> '' AND g.phone = ?) OR r.conversation = ?)
                ORDER BY r.starts_at
                """,
            PostgresTableBook::reservation,
            venue.value(),
            now,
            phone,
            phone,
            conversation));
  }

  @Override
  public boolean move(
      Reservation reservation, ReservationStatus next, String who, String why, Instant now) {
    return sql.at(reservation.venue(), () -> {
      boolean moved =
          sql.update(
                  "UPDATE reservations SET status = ? WHERE id = ? AND venue = ? AND status = ?",
                  next.code(),
                  reservation.id(),
                  reservation.venue().value(),
                  reservation.status().code())
              == 1;
      if (moved) {
        move(reservation.id(), reservation.venue(), next, who, why, now);
        if (!next.keepsTable()) {
          sql.update("DELETE FROM table_claims WHERE reservation = ?", reservation.id());
        }
      }
      return moved;
    });
  }

  private void move(
      UUID id, VenueId venue, ReservationStatus status, String who, String why, Instant now) {
    sql.update(
        """
        INSERT INTO reservation_moves (reservation, venue, status, who, why, at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        id,
        venue.value(),
        status.code(),
        who,
        why,
        now);
  }

  private static Reservation reservation(Row row) throws SQLException {
    return new Reservation(
        row.id("id"),
        new VenueId(row.text("venue")),
        row.text("reference"),
        ReservationStatus.of(row.text("status")),
        new Period(row.instant("starts_at"), row.instant("ends_at")),
        row.number("party_size"),
        List.of((String[]) row.result().getArray("tables").getArray()),
        new Guest(row.text("guest_name"), row.text("phone")),
        row.text("notes"),
        Channel.of(row.text("channel")),
        row.id("conversation"));
  }
}
