package io.conserje.connectors.postgres;

import io.conserje.guest.Guest;
import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestRecord;
import io.conserje.guest.GuestTiers;
import io.conserje.guest.Staff;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A house whose guests have bookings, for tests about guests. */
final class GuestBook implements AutoCloseable {

  static final VenueId HOUSE = Database.HOUSE;
  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  static final Staff MARTA = new Staff("Marta", NOW);
  static final Instant LAST_MONTH = NOW.minus(Duration.ofDays(30));
  static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

  final Database database = Database.with(1);
  final PostgresGuests guests =
      new PostgresGuests(
          database.sql,
          database.json,
          new PostgresVenues(database.venueRows, database.json),
          GuestTiers.USUAL,
          database.digests);
  private int bookings;

  UUID meet(String name, String phone) {
    return guests.meet(HOUSE, new Guest(name, phone), NOW);
  }

  GuestRecord record(UUID guest) {
    return guests.byId(HOUSE, guest, NOW).orElseThrow();
  }

  static GuestRecord done(GuestAnswer answer) {
    return ((GuestAnswer.Done) answer).guest();
  }

  /** The booking's reference. */
  String book(UUID guest, String status, Instant startsAt) {
    return book(guest, status, startsAt, "", "", null);
  }

  String book(
      UUID guest, String status, Instant startsAt, String name, String notes, UUID conversation) {
    String reference = "R" + ++bookings;
    UUID id = UUID.randomUUID();
    database.update(
        """
        INSERT INTO reservations (id, venue, reference, status, starts_at, ends_at, party_size, guest,
          guest_name, guest_phone, notes, allergies, occasion, channel, conversation, made_at)
        VALUES (?, 'house', ?, ?, ?, ?, 2, ?, ?, ?, ?, ?, ?, 'whatsapp', ?::uuid, ?)
        """,
        id,
        reference,
        status,
        startsAt,
        startsAt.plus(Duration.ofHours(2)),
        guest,
        name,
        name,
        notes,
        notes,
        notes,
        conversation == null ? null : conversation.toString(),
        LAST_MONTH);
    database.update(
        """
        INSERT INTO reservation_moves (reservation, venue, status, key, who, why, at)
        VALUES (?, 'house', ?, ?, 'guest', ?, ?)
        """,
        id,
        status,
        reference,
        notes,
        LAST_MONTH);
    return reference;
  }

  /** The stay's reference; it has notes and a move that name the guest. */
  String stay(UUID guest, String status, Instant arrival, String name, String phone) {
    String reference = "S" + ++bookings;
    UUID id = UUID.randomUUID();
    database.update(
        """
        INSERT INTO stays (id, venue, reference, status, arrival, departure, room_type, adults, children,
          cots, total, currency, quote, guest, guest_name, guest_phone, notes, channel, made_at)
        VALUES (?, 'house', ?, ?, ?::timestamptz::date, ?::timestamptz::date + 2, 'doble', 2, 0, 0, 100,
          'EUR', '{}', ?, ?, ?, ?, 'staff', ?)
        """,
        id,
        reference,
        status,
        arrival,
        arrival,
        guest,
        name,
        phone,
        name,
        LAST_MONTH);
    database.update(
        """
        INSERT INTO stay_moves (stay, venue, verb, status, key, who, why, at)
        VALUES (?, 'house', 'book', ?, ?, 'staff', ?, ?)
        """,
        id,
        status,
        reference,
        name,
        LAST_MONTH);
    return reference;
  }

  /** Somebody waits for a table, and for a person. */
  void waitAndAsk(String name, String phone) {
    UUID entry = UUID.randomUUID();
    database.update(
        """
        INSERT INTO waitlist (id, venue, status, day, earliest, latest, ends_at, party_size, high_chairs,
          pets, wheelchair, zone, guest_name, guest_phone, notes, allergies, occasion, language, channel,
          joined_at)
        VALUES (?, 'house', 'waiting', '2026-11-21', '2026-11-21T20:00', '2026-11-21T21:00', ?, 2, 0,
          false, false, '', ?, ?, ?, ?, ?, 'es', 'staff', ?)
        """,
        entry,
        NEXT_WEEK,
        name,
        phone,
        name,
        name,
        name,
        LAST_MONTH);
    database.update(
        """
        INSERT INTO waitlist_moves (entry, venue, status, key, who, why, at)
        VALUES (?, 'house', 'waiting', 'w1', 'guest', ?, ?)
        """,
        entry,
        name,
        LAST_MONTH);
    database.update(
        """
        INSERT INTO person_requests (id, venue, reason, guest_name, guest_phone, notes, asked_at)
        VALUES (?, 'house', 'wish', ?, ?, ?, ?)
        """,
        UUID.randomUUID(),
        name,
        phone,
        name,
        LAST_MONTH);
  }

  List<String> bookingsOf(UUID guest) {
    return database.list(
        "SELECT reference FROM reservations WHERE guest = ? ORDER BY reference",
        row -> row.text("reference"),
        guest);
  }

  List<String> audit(UUID guest) {
    return guests.audit(HOUSE, guest.toString(), null, 100).stream()
        .map(entry -> entry.what() + " by " + entry.who())
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
