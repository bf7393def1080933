package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Guest;
import io.conserje.reservation.Act;
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.waitlist.InLine;
import io.conserje.waitlist.Waitlist;
import io.conserje.waitlist.WaitlistEntry;
import io.conserje.waitlist.Wanted;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The waitlist in Postgres. */
public final class PostgresWaitlist implements Waitlist {

  private static final String ENTRIES = "SELECT w.* FROM waitlist w WHERE w.venue = ? AND ";

  private static final String ADD =
      """
      WITH joined AS (
        INSERT INTO waitlist (id, venue, status, day, earliest, latest, ends_at, party_size, high_chairs,
          pets, wheelchair, zone, guest_name, guest_phone, notes, allergies, occasion, language, channel,
          conversation, joined_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)
        RETURNING id, venue, status)
      INSERT INTO waitlist_moves (entry, venue, status, key, who, why, at)
      SELECT id, venue, status, ?, ?, ?, ? FROM joined
      """;

  private static final String MOVE =
      """
      WITH moved AS (
        UPDATE waitlist SET status = ?, reservation = ?::uuid, offered_until = ?::timestamptz
        WHERE id = ? AND venue = ? AND status = ? RETURNING id, venue, status)
      INSERT INTO waitlist_moves (entry, venue, status, key, who, why, at)
      SELECT id, venue, status, ?, ?, ?, ? FROM moved
      """;

  private final Sql sql;

  public PostgresWaitlist(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<WaitlistEntry> byKey(VenueId venue, String key) {
    return list(
            venue,
            "w.id = (SELECT m.entry FROM waitlist_moves m WHERE m.venue = ? AND m.key = ?)",
            venue.value(),
            key)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<WaitlistEntry> byId(VenueId venue, UUID id) {
    return list(venue, "w.id = ?", id).stream().findFirst();
  }

  @Override
  public Optional<WaitlistEntry> byReservation(VenueId venue, UUID reservation) {
    return list(venue, "w.reservation = ?", reservation).stream().findFirst();
  }

  @Override
  public List<WaitlistEntry> of(VenueId venue, String phone, UUID conversation) {
    return list(
        venue,
        "w.status IN ('waiting', 'offered') AND ((? <> '' AND w.guest_phone = ?) OR w.conversation = ?)",
        phone,
        phone,
        conversation);
  }

  @Override
  public List<WaitlistEntry> on(VenueId venue, LocalDate day) {
    return list(venue, "w.day = ?", day);
  }

  @Override
  public List<WaitlistEntry> waiting(VenueId venue, LocalDate from, LocalDate to) {
    return list(venue, "w.status = 'waiting' AND w.day >= ? AND w.day <= ?", from, to);
  }

  @Override
  public List<WaitlistEntry> over(VenueId venue, Instant now) {
    return list(venue, "w.status = 'waiting' AND w.ends_at <= ?", now);
  }

  private List<WaitlistEntry> list(VenueId venue, String condition, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = venue.value();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return sql.at(
        venue,
        () -> sql.list(ENTRIES + condition + " ORDER BY w.number", PostgresWaitlist::entry, all));
  }

  /** An offer that is open still counts: its guest is before those who come later. */
  @Override
  public int position(WaitlistEntry entry) {
    return sql.at(
        entry.venue(),
        () ->
            sql.one(
                    """
                    SELECT count(*) AS before FROM waitlist
                    WHERE venue = ? AND status IN ('waiting', 'offered') AND number < ?
                      AND earliest <= ? AND latest >= ?
                    """,
                    row -> row.number("before") + 1,
                    entry.venue().value(),
                    entry.number(),
                    entry.wanted().until(),
                    entry.wanted().from())
                .orElseThrow());
  }

  @Override
  public WaitlistEntry add(WaitlistEntry entry, Venue venue, Act act) {
    return sql.at(
        entry.venue(),
        () -> {
          insert(entry, venue, act);
          return byId(entry.venue(), entry.id()).orElseThrow();
        });
  }

  private void insert(WaitlistEntry entry, Venue venue, Act act) {
    Wanted wanted = entry.wanted();
    Party party = wanted.party();
    Reservation.Details details = entry.details();
    sql.update(
        ADD,
        entry.id(),
        entry.venue().value(),
        entry.standing().code(),
        wanted.day(),
        wanted.from(),
        wanted.until(),
        wanted.until().atZone(venue.zone()).toInstant(),
        party.size(),
        party.highChairs(),
        party.pets(),
        party.wheelchair(),
        wanted.zone(),
        entry.guest().name(),
        entry.guest().phone(),
        details.notes(),
        details.allergies(),
        details.occasion(),
        details.language(),
        entry.channel().code(),
        entry.conversation(),
        entry.joinedAt(),
        act.key(),
        act.who(),
        act.why(),
        act.at());
  }

  @Override
  public WaitlistEntry move(WaitlistEntry before, InLine next, Act act) {
    return sql.at(
        before.venue(),
        () -> {
          int moved =
              sql.update(
                  MOVE,
                  next.code(),
                  next.reservation(),
                  next instanceof InLine.Offered(UUID _, Instant until) ? until : null,
                  before.id(),
                  before.venue().value(),
                  before.standing().code(),
                  act.key(),
                  act.who(),
                  act.why(),
                  act.at());
          if (moved != 1) {
            throw new IllegalStateException("the waitlist was changed without its house's lock");
          }
          return byId(before.venue(), before.id()).orElseThrow();
        });
  }

  private static WaitlistEntry entry(Row row) throws SQLException {
    return new WaitlistEntry(
        row.id("id"),
        new VenueId(row.text("venue")),
        row.big("number"),
        InLine.of(row.text("status"), row.id("reservation"), row.instant("offered_until")),
        wanted(row),
        new Guest(row.text("guest_name"), row.text("guest_phone")),
        new Reservation.Details(
            row.text("notes"), row.text("allergies"), row.text("occasion"), row.text("language")),
        Channel.of(row.text("channel")),
        row.id("conversation"),
        row.instant("joined_at"));
  }

  private static Wanted wanted(Row row) throws SQLException {
    return new Wanted(
        row.result().getObject("earliest", LocalDateTime.class),
        row.result().getObject("latest", LocalDateTime.class),
        new Party(
            row.number("party_size"),
            row.number("high_chairs"),
            row.result().getBoolean("pets"),
            row.result().getBoolean("wheelchair")),
        row.text("zone"));
  }
}
