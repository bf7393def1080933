package io.conserje.connectors.postgres;

import io.conserje.guest.Address;
import io.conserje.reservation.Act;
import io.conserje.reservation.Block;
import io.conserje.reservation.Count;
import io.conserje.reservation.Entry;
import io.conserje.reservation.Page;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.Reference;
import io.conserje.reservation.ReferenceChecks;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.Wish;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The book in Postgres. Whoever changes the book of a house holds its lock until the transaction
 * ends, so that what was read is still true when it is written. What makes a double booking
 * impossible is not that lock but the exclusion constraint on {@code table_claims}, and the check
 * on {@code house_counts} for what is counted.
 */
public final class PostgresTableBook implements TableBook {

  private static final String WRITE =
      """
      WITH guest AS (SELECT meet_guest(?, ?, ?, ?, ?) AS id),
      booked AS (
        INSERT INTO reservations (id, venue, reference, status, expires_at, starts_at, ends_at,
          party_size, high_chairs, pets, wheelchair, zone, guest, guest_name, guest_phone, notes,
          allergies, occasion, language, table_told, channel, conversation, made_at)
        SELECT ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, guest.id, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?
        FROM guest
        ON CONFLICT (venue, reference) DO NOTHING RETURNING id, venue),
      claimed AS (
        INSERT INTO table_claims (venue, table_name, period, reservation)
        SELECT booked.venue, t, tstzrange(?, ?), booked.id FROM booked, unnest(?::text[]) AS t),
      counted AS (
        INSERT INTO house_counts (venue, what, quarter, used, most)
        SELECT booked.venue, c.what, c.quarter::timestamptz, c.used, c.most
        FROM booked, unnest(?::text[], ?::text[], ?::int[], ?::int[]) AS c (what, quarter, used, most)
        ON CONFLICT (venue, what, quarter)
        DO UPDATE SET used = house_counts.used + EXCLUDED.used, most = EXCLUDED.most)
      INSERT INTO reservation_moves (reservation, venue, status, key, who, why, at)
      SELECT id, venue, ?, ?, ?, ?, ? FROM booked
      """;

  private static final String MOVE =
      """
      WITH moved AS (
        UPDATE reservations SET status = ?, expires_at = ?::timestamptz
        WHERE id = ? AND venue = ? AND status = ? RETURNING id, venue, ends_at),
      freed AS (
        DELETE FROM table_claims c USING moved
        WHERE c.reservation = moved.id AND c.venue = moved.venue AND (? = 'free' OR ? = 'shorten' AND c.begins >= ?)),
      shortened AS (
        UPDATE table_claims c SET period =
          tstzrange(c.begins, least(c.ends, ?::timestamptz + (c.ends - moved.ends_at))) FROM moved
        WHERE c.reservation = moved.id AND c.venue = moved.venue AND ? = 'shorten'
          AND c.ends > ? AND c.begins < ?),
      counted AS (
        UPDATE house_counts h SET used = h.used - c.used
        FROM moved, unnest(?::text[], ?::text[], ?::int[]) AS c (what, quarter, used)
        WHERE h.venue = moved.venue AND h.quarter = ANY (?::text[]::timestamptz[])
          AND h.what = c.what AND h.quarter = c.quarter::timestamptz)
      INSERT INTO reservation_moves (reservation, venue, status, key, who, why, at)
      SELECT id, venue, ?, ?, ?, ?, ? FROM moved
      """;

  private final Sql sql;
  private final RandomGenerator random;
  private final ReservationRows reservations;
  private final PageRows pages;
  private final TableClaims claims;
  private final TableBlocks blocks;

  public PostgresTableBook(Sql sql, RandomGenerator random) {
    this.sql = sql;
    this.random = random;
    this.reservations = new ReservationRows(sql);
    this.pages = new PageRows(sql);
    this.claims = new TableClaims(sql);
    this.blocks = new TableBlocks(sql);
  }

  @Override
  public <T> T changing(VenueId venue, Supplier<T> work) {
    return sql.alone(venue, "tables", work);
  }

  @Override
  public Page page(VenueId venue, Period stretch, Reservation except) {
    return sql.often(venue, () -> pages.page(venue, stretch, except));
  }

  @Override
  public Opened open(VenueId venue, String key, Period stretch) {
    List<Reservation> before = new ArrayList<>(1);
    String house = venue.value();
    Page page =
        sql.often(
            venue,
            () ->
                pages.page(
                    venue,
                    stretch,
                    ReservationRows.BY_KEY,
                    row -> before.add(ReservationRows.reservation(row)),
                    house,
                    house,
                    key));
    return new Opened(before.stream().findFirst(), page);
  }

  @Override
  public Found find(VenueId venue, String key, String reference) {
    return sql.often(venue, () -> reservations.find(venue, key, reference));
  }

  @Override
  public Optional<Reservation> byKey(VenueId venue, String key) {
    return sql.at(venue, () -> reservations.byKey(venue, key));
  }

  @Override
  public Optional<Act> act(VenueId venue, String key) {
    return sql.at(venue, () -> reservations.act(venue, key));
  }

  @Override
  public Optional<Reservation> byReference(VenueId venue, String reference) {
    return sql.at(venue, () -> reservations.byReference(venue, reference));
  }

  @Override
  public ReferenceChecks checks() {
    return new PostgresReferenceChecks(sql);
  }

  @Override
  public List<Reservation> comingUp(VenueId venue, String phone, UUID conversation, Instant now) {
    return sql.at(venue, () -> reservations.comingUp(venue, phone, conversation, now));
  }

  @Override
  public Optional<Reservation> lastVisit(VenueId venue, String phone) {
    return sql.at(venue, () -> reservations.lastVisit(venue, phone));
  }

  @Override
  public Optional<Reservation> lastExpired(
      VenueId venue, String phone, UUID conversation, Instant now) {
    return sql.at(venue, () -> reservations.lastExpired(venue, phone, conversation, now));
  }

  @Override
  public List<Reservation> lapsed(VenueId venue, Instant now) {
    return sql.at(venue, () -> reservations.lapsed(venue, now));
  }

  /** References are drawn until one is free: among 600,000 the first nearly always is. */
  @Override
  public Reservation write(Entry entry, Act act) {
    return changing(
        entry.wish().venue().id(),
        () -> {
          claims.reseat(entry, act);
          UUID id = UUID.randomUUID();
          while (true) {
            Reservation made = reservation(id, Reference.next(random), entry);
            if (insert(made, entry, act) == 1) {
              return made;
            }
          }
        });
  }

  private static Reservation reservation(UUID id, String reference, Entry entry) {
    Wish wish = entry.wish();
    return new Reservation(
        id,
        wish.venue().id(),
        reference,
        entry.standing(),
        wish.period(),
        wish.party(),
        entry.plan().place().names(),
        wish.zone(),
        entry.guest(),
        entry.details(),
        !entry.plan().place().tells().isEmpty(),
        entry.channel(),
        entry.conversation());
  }

  private int insert(Reservation made, Entry entry, Act act) {
    Party party = made.party();
    Period claim = entry.wish().claim();
    CountColumns counts = TableClaims.counts(entry);
    Optional<Address> address =
        Address.of(made.guest().phone(), made.channel(), () -> entry.wish().venue().phone());
    return sql.update(
        WRITE,
        made.venue().value(),
        address.map(known -> known.kind().code()).orElse(null),
        address.map(Address::value).orElse(null),
        made.guest().name(),
        act.at(),
        made.id(),
        made.venue().value(),
        made.reference(),
        made.standing().code(),
        made.standing().endsBy(),
        made.period().from(),
        made.period().to(),
        party.size(),
        party.highChairs(),
        party.pets(),
        party.wheelchair(),
        made.zone(),
        made.guest().name(),
        made.guest().phone(),
        made.details().notes(),
        made.details().allergies(),
        made.details().occasion(),
        made.details().language(),
        made.tableTold(),
        made.channel().code(),
        made.conversation(),
        act.at(),
        claim.from(),
        claim.to(),
        made.tables().toArray(String[]::new),
        counts.what(),
        counts.quarter(),
        counts.number(),
        counts.most(),
        made.standing().code(),
        act.key(),
        act.who(),
        act.why(),
        act.at());
  }

  @Override
  public Reservation rewrite(Reservation before, Entry entry, Act act) {
    return changing(
        before.venue(),
        () -> {
          Reservation after = reservation(before.id(), before.reference(), entry);
          claims.giveUp(before);
          claims.reseat(entry, act);
          sql.update(
              """
              UPDATE reservations SET starts_at = ?, ends_at = ?, party_size = ?, high_chairs = ?, pets = ?,
                wheelchair = ?, zone = ?, notes = ?, allergies = ?, occasion = ?, language = ?,
                table_told = ?, expires_at = ?::timestamptz, guest_name = ?
              WHERE id = ? AND venue = ?
              """,
              after.period().from(),
              after.period().to(),
              after.party().size(),
              after.party().highChairs(),
              after.party().pets(),
              after.party().wheelchair(),
              after.zone(),
              after.details().notes(),
              after.details().allergies(),
              after.details().occasion(),
              after.details().language(),
              after.tableTold(),
              after.standing().endsBy(),
              after.guest().name(),
              after.id(),
              after.venue().value());
          new BookedNumber(sql).move(before, after, entry.wish().venue(), act);
          claims.keep(after, entry, act);
          return after;
        });
  }

  @Override
  public Reservation describe(Reservation before, Reservation.Details details, Act act) {
    return changing(
        before.venue(),
        () -> {
          sql.update(
              """
              WITH described AS (
                UPDATE reservations SET notes = ?, allergies = ?, occasion = ?, language = ?
                WHERE id = ? AND venue = ? RETURNING id, venue)
              INSERT INTO reservation_moves (reservation, venue, status, key, who, why, at)
              SELECT id, venue, ?, ?, ?, ?, ? FROM described
              """,
              details.notes(),
              details.allergies(),
              details.occasion(),
              details.language(),
              before.id(),
              before.venue().value(),
              before.standing().code(),
              act.key(),
              act.who(),
              act.why(),
              act.at());
          return before.with(details);
        });
  }

  /**
   * A party that has left frees its table as soon as it is laid again; one that never sat there
   * frees it at once.
   */
  @Override
  public Reservation move(Reservation before, Standing next, Act act) {
    String table =
        next instanceof Standing.KeepsTable
            ? "keep"
            : next instanceof Standing.Finished ? "shorten" : "free";
    Instant minute = act.at().truncatedTo(ChronoUnit.MINUTES);
    CountColumns counts = CountColumns.of(freed(before, next, minute));
    int moved =
        changing(
            before.venue(),
            () -> {
              if (next instanceof Standing.Seated && minute.isBefore(before.period().from())) {
                claims.lengthen(before, minute);
              }
              return sql.update(
                  MOVE,
                  next.code(),
                  next.endsBy(),
                  before.id(),
                  before.venue().value(),
                  before.standing().code(),
                  table,
                  table,
                  minute,
                  minute,
                  table,
                  minute,
                  minute,
                  counts.what(),
                  counts.quarter(),
                  counts.number(),
                  counts.quarter(),
                  next.code(),
                  act.key(),
                  act.who(),
                  act.why(),
                  act.at());
            });
    if (moved != 1) {
      throw new IllegalStateException("a reservation was moved without its house's lock");
    }
    return before.now(next);
  }

  /** What the house need not count any more: of a party that has left, only what is to come. */
  private static List<Count> freed(Reservation before, Standing next, Instant minute) {
    if (next instanceof Standing.KeepsTable) {
      return List.of();
    }
    return Count.of(before.party(), before.period()).stream()
        .filter(c -> !(next instanceof Standing.Finished) || !c.quarter().isBefore(minute))
        .toList();
  }

  @Override
  public List<Block> blocks(VenueId venue, Period stretch) {
    return sql.at(venue, () -> blocks.during(venue, stretch));
  }

  @Override
  public void block(VenueId venue, Block block) {
    changing(venue, () -> blocks.add(venue, block));
  }

  @Override
  public boolean unblock(VenueId venue, UUID block) {
    return changing(venue, () -> blocks.remove(venue, block));
  }
}
