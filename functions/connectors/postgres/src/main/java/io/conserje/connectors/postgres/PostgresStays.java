package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Address;
import io.conserje.reservation.Period;
import io.conserje.reservation.ReferenceChecks;
import io.conserje.stay.Act;
import io.conserje.stay.Occupancy;
import io.conserje.stay.Occupancy.TypeNight;
import io.conserje.stay.RoomClaim;
import io.conserje.stay.Stay;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayReference;
import io.conserje.stay.StayState;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The hotel's book in Postgres. One verb at a time works on a house's stays; should anything get
 * past that, the constraints on {@code room_claims} and {@code type_nights} still refuse it.
 */
public final class PostgresStays implements StayBook {

  private static final UUID NOBODY = new UUID(0, 0);

  private final Sql sql;
  private final Json json;
  private final StayRows rows;
  private final RandomGenerator random;

  public PostgresStays(Sql sql, Json json, RandomGenerator random) {
    this.sql = sql;
    this.json = json;
    this.rows = new StayRows(json);
    this.random = random;
  }

  @Override
  public <T> T alone(VenueId venue, Supplier<T> work) {
    return sql.alone(venue, "stays", work);
  }

  /**
   * One query: claims, and beside them the counters of the same nights. A room that left the house
   * is kept for nobody.
   */
  @Override
  public Occupancy occupancy(Venue venue, LocalDate from, LocalDate to) {
    Period seen =
        new Period(
            from.atStartOfDay(venue.zone()).toInstant(),
            to.plusDays(1).atStartOfDay(venue.zone()).toInstant());
    List<RoomClaim> claims = new ArrayList<>();
    Map<TypeNight, Integer> sold = new HashMap<>();
    sql.at(
        venue.id(),
        () ->
            sql.list(
                """
                SELECT stay, room, begins, ends, room_type AS claimed_type, from_night, to_night,
                  movable, 0 AS used
                FROM room_claims WHERE venue = ? AND ends > ? AND begins < ?
                UNION ALL
                SELECT NULL, NULL, NULL, NULL, room_type, night, NULL, NULL, used
                FROM type_nights WHERE venue = ? AND night >= ? AND night < ? AND used > 0
                UNION ALL
                SELECT ?::uuid, name, ?::timestamptz, ?::timestamptz, '', ?::date, ?::date, false, 0
                FROM rooms WHERE venue = ? AND gone
                """,
                row -> read(row, claims, sold),
                venue.id().value(),
                seen.from(),
                seen.to(),
                venue.id().value(),
                from,
                to,
                NOBODY,
                seen.from(),
                seen.to(),
                from,
                to,
                venue.id().value()));
    return Occupancy.of(seen, claims, sold);
  }

  private static boolean read(Row row, List<RoomClaim> claims, Map<TypeNight, Integer> sold)
      throws SQLException {
    return row.id("stay") == null
        ? sold.put(
                new TypeNight(row.text("claimed_type"), StayRows.day(row, "from_night")),
                row.number("used"))
            == null
        : claims.add(StayRows.claim(row));
  }

  @Override
  public Optional<Stay> didBefore(VenueId venue, Act act) {
    return one(
        venue,
        "JOIN stay_moves m ON m.stay = s.id WHERE m.venue = ? AND m.verb = ? AND m.key = ?",
        venue.value(),
        act.verb().code(),
        act.key());
  }

  @Override
  public Optional<Stay> byReference(VenueId venue, String reference) {
    return one(venue, "WHERE s.venue = ? AND s.reference = ?", venue.value(), reference);
  }

  private Optional<Stay> one(VenueId venue, String where, Object... arguments) {
    return sql.at(venue, () -> sql.one(StayRows.STAYS + where, rows::stay, arguments));
  }

  /** Stays that have a night, or only an arrival or departure, from one day to another. */
  public List<Stay> between(VenueId venue, LocalDate from, LocalDate to) {
    return sql.at(
        venue,
        () ->
            sql.list(
                StayRows.STAYS
                    + """
                    WHERE s.venue = ? AND s.arrival <= ? AND s.departure >= ?
                    ORDER BY s.arrival, s.departure, s.reference
                    """,
                rows::stay,
                venue.value(),
                to,
                from));
  }

  @Override
  public ReferenceChecks checks() {
    return new PostgresReferenceChecks(sql);
  }

  @Override
  public List<Stay> comingUp(VenueId venue, String phone, UUID conversation, LocalDate today) {
    return sql.at(
        venue,
        () ->
            sql.list(
                StayRows.STAYS
                    + """
                    WHERE s.venue = ? AND s.departure >= ?
                      AND s.status IN ('held', 'pending', 'confirmed', 'in_house')
                      AND ((? <> '' AND s.guest_phone = ?) OR s.conversation = ?
                        OR s.reference = ANY(\
                    """
                    + PostgresReferenceChecks.PASSED
                    + """
                    ))
                    ORDER BY s.arrival, s.reference
                    """,
                rows::stay,
                venue.value(),
                today,
                phone,
                phone,
                conversation,
                venue.value(),
                conversation));
  }

  @Override
  public List<String> overdue(VenueId venue, Instant now) {
    return sql.at(
        venue,
        () ->
            sql.list(
                "SELECT reference FROM stays WHERE venue = ? AND waits_until <= ? ORDER BY waits_until",
                row -> row.text("reference"),
                venue.value(),
                now));
  }

  @Override
  public Stay write(Venue venue, Stay draft, List<RoomClaim> moved, Act act) {
    UUID guest = guest(venue, draft, act);
    while (true) {
      Stay stay = draft.called(StayReference.next(random));
      if (insert(stay, guest, act) == 1) {
        keep(venue, Optional.empty(), stay, moved);
        record(stay, act);
        return stay;
      }
    }
  }

  private int insert(Stay stay, UUID guest, Act act) {
    return sql.update(
        """
        INSERT INTO stays (id, venue, reference, status, arrival, departure, room_type, adults,
          children, cots, total, currency, quote, guest, guest_name, guest_phone, notes, channel,
          conversation, waits_until, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (venue, reference) DO NOTHING
        """,
        stay.id(),
        stay.venue().value(),
        stay.reference(),
        stay.state().code(),
        stay.nights().arrival(),
        stay.nights().departure(),
        stay.type(),
        stay.party().adults(),
        stay.party().children(),
        stay.party().cots(),
        stay.quote().total(),
        stay.quote().currency(),
        json.write(stay.quote()),
        guest,
        stay.guest().name(),
        stay.guest().phone(),
        stay.notes(),
        stay.channel().code(),
        stay.conversation(),
        stay.state() instanceof StayState.Waiting waiting ? waiting.until() : null,
        act.at());
  }

  /** The guest's record; who gave no address is a new guest each time. */
  private UUID guest(Venue venue, Stay stay, Act act) {
    Optional<Address> address =
        stay.channel() == Channel.WEBCHAT
            ? Optional.empty()
            : Address.of(stay.guest().phone(), venue::phone);
    return sql.one(
            "SELECT meet_guest(?, ?, ?, ?, ?) AS id",
            row -> row.id("id"),
            venue.id().value(),
            address.map(a -> a.kind().code()).orElse(null),
            address.map(Address::value).orElse(null),
            stay.guest().name(),
            act.at())
        .orElseThrow();
  }

  @Override
  public Stay save(Venue venue, Stay before, Stay after, List<RoomClaim> moved, Act act) {
    sql.update(
        """
        UPDATE stays SET status = ?, arrival = ?, departure = ?, room_type = ?, adults = ?,
          children = ?, cots = ?, early_from = ?, late_until = ?, total = ?, currency = ?,
          quote = ?::jsonb, notes = ?, waits_until = ?, extended = ?, since = ?, owed = ?
        WHERE venue = ? AND id = ?
        """,
        after.state().code(),
        after.nights().arrival(),
        after.nights().departure(),
        after.type(),
        after.party().adults(),
        after.party().children(),
        after.party().cots(),
        after.hours().from(),
        after.hours().until(),
        after.quote().total(),
        after.quote().currency(),
        json.write(after.quote()),
        after.notes(),
        after.state() instanceof StayState.Waiting waiting ? waiting.until() : null,
        after.state() instanceof StayState.Held held ? held.extended() : 0,
        since(after.state()),
        owed(after.state()),
        after.venue().value(),
        after.id());
    keep(venue, Optional.ofNullable(before.claim()), after, moved);
    record(after, act);
    return after;
  }

  private static Instant since(StayState state) {
    return switch (state) {
      case StayState.InHouse there -> there.since();
      case StayState.Finished gone -> gone.at();
      default -> null;
    };
  }

  private static long owed(StayState state) {
    return switch (state) {
      case StayState.Cancelled cancelled -> cancelled.owed();
      case StayState.NoShow noShow -> noShow.owed();
      default -> 0;
    };
  }

  private void keep(Venue venue, Optional<RoomClaim> before, Stay after, List<RoomClaim> moved) {
    new RoomClaims(sql).keep(venue, before, Optional.ofNullable(after.claim()), moved);
  }

  private void record(Stay stay, Act act) {
    sql.update(
        """
        INSERT INTO stay_moves (stay, venue, verb, status, key, who, why, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        stay.id(),
        stay.venue().value(),
        act.verb().code(),
        stay.state().code(),
        act.key(),
        act.who(),
        act.why(),
        act.at());
  }
}
