package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.BookRows.Claim;
import io.conserje.connectors.postgres.NaiveBook.Booking;
import io.conserje.guest.Guest;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Asker;
import io.conserje.reservation.Block;
import io.conserje.reservation.BlockTable;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.ExpireHolds;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.FreeTimes;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.ReceiveParty;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Plays each verb to the real book and to the naive one, and compares what they say and hold. */
final class HouseAtPlay {

  private static final int MOST_MOVED = 2;

  /** How often what happened, so that a run shows what it has tried. */
  static final Map<String, Integer> SEEN = new TreeMap<>();

  private final Sql sql;
  private final TableBook book;
  private final Venue venue;
  final NaiveBook naive;
  Instant now;
  private int calls;

  /** The call that was last done, to be repeated. */
  private Supplier<Outcome> last;

  private UUID lastDone;

  HouseAtPlay(Sql sql, TableBook book, Venue venue, Instant now) {
    this.sql = sql;
    this.book = book;
    this.venue = venue;
    this.naive = new NaiveBook(venue);
    this.now = now;
  }

  private String key() {
    return "call-" + ++calls;
  }

  private Wish wish(LocalDateTime at, Party party, String zone) {
    return Wish.of(venue, at, party, zone, now);
  }

  List<Alternative> book(
      LocalDateTime at, Party party, String zone, Channel channel, String phone) {
    Wish wish = wish(at, party, zone);
    String key = key();
    return reserve(
        wish,
        phone,
        stands(wish, channel, phone),
        () -> new ReserveTable(book).book(wish, who(channel, phone), key));
  }

  List<Alternative> hold(LocalDateTime at, Party party, String zone, String phone) {
    Wish wish = wish(at, party, zone);
    String key = key();
    Booking held = new Booking();
    held.state = "held";
    held.until = now.plus(venue.rules().policy().hold());
    return reserve(
        wish,
        phone,
        held,
        () -> new ReserveTable(book).hold(wish, who(Channel.WHATSAPP, phone), key));
  }

  /** Staff and who writes from the number has said yes; who speaks or types one is asked. */
  private Booking stands(Wish wish, Channel channel, String phone) {
    Booking booking = new Booking();
    booking.state = channel == Channel.VOICE ? "pending" : "confirmed";
    if (channel == Channel.VOICE) {
      boolean aloud = phone.isEmpty() || phone.startsWith("+349");
      Duration patience = Duration.ofMinutes(aloud ? 10 : 120);
      Instant from = wish.begins().toInstant();
      Instant until = now.plus(patience);
      while (!aloud && asleep(until)) {
        until = until.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
      }
      booking.until = until.isBefore(from) ? until : from;
    }
    return booking;
  }

  /** Nobody is told at night that they have not answered. */
  private boolean asleep(Instant moment) {
    int hour = moment.atZone(venue.zone()).getHour();
    return hour < 9 || hour >= 23;
  }

  private static ReserveTable.For who(Channel channel, String phone) {
    return new ReserveTable.For(new Guest("Lucía", phone), Reservation.Details.NONE, channel, null);
  }

  private List<Alternative> reserve(
      Wish wish, String phone, Booking booking, Supplier<Outcome> call) {
    boolean possible = naive.possible(wish.at(), wish.party(), wish.zone(), now, null);
    boolean available = new FindTable(book).refusal(wish).isEmpty();
    assertEquals(possible, available, () -> "available " + wish.at() + " " + wish.party());
    Outcome outcome = call.get();
    if (!possible) {
      List<Alternative> offered = refused(outcome);
      offered.forEach(a -> bookable(a, wish, null));
      return offered;
    }
    Done done = done(outcome, call);
    booking.id = done.reservation().id();
    booking.reference = done.reservation().reference();
    booking.phone = phone;
    seat(booking, wish, null);
    return List.of();
  }

  private void bookable(Alternative alternative, Wish wish, Booking except) {
    String zone = alternative.zone().isEmpty() ? wish.zone() : alternative.zone();
    assertTrue(
        naive.possible(alternative.at(), wish.party(), zone, now, except),
        () -> "offered " + alternative + " for " + wish.at() + " " + wish.party());
  }

  /** Takes over which place the book chose, if it was one the rules allow. */
  private void seat(Booking booking, Wish wish, Booking before) {
    BookRows rows = rows();
    boolean couldHaveStayed = before == null ? false : sameSeat(booking, wish);
    adoptMoved(rows, booking);
    naive.bookings.remove(before);
    booking.party = wish.party();
    booking.zone = wish.zone();
    booking.from = wish.begins().toInstant();
    if (!couldHaveStayed) {
      booking.to = naive.leaves(wish.at(), wish.party().size());
      booking.kept = naive.kept(wish.at(), wish.party().size());
      booking.tables = new HashSet<>(rows.tablesOf(booking.id));
      booking.told = naive.mustBeTold(booking.tables);
      assertTrue(
          naive.places(wish.party(), wish.zone(), booking.from, now).contains(booking.tables),
          () -> "no place for " + wish.party() + ": " + booking.tables);
    }
    naive.bookings.add(booking);
    compare(rows);
  }

  private static boolean sameSeat(Booking booking, Wish wish) {
    return booking.from.equals(wish.begins().toInstant())
        && booking.party.equals(wish.party())
        && booking.zone.equals(wish.zone());
  }

  private void adoptMoved(BookRows rows, Booking newcomer) {
    int moved = 0;
    for (Booking other : naive.bookings) {
      Set<String> tables = new HashSet<>(rows.tablesOf(other.id));
      if (other != newcomer && other.has() != null && !tables.equals(other.tables)) {
        assertTrue(venue.rules().reseat() && other.waiting() && !other.told, "moved a fixed party");
        assertTrue(
            naive.places(other.party, other.zone, other.from, now).contains(tables),
            "moved to a place that does not do");
        assertTrue(!naive.mustBeTold(tables), "moved to a table that has to be told");
        other.tables = tables;
        moved++;
        seen("given another table");
      }
    }
    assertTrue(moved <= MOST_MOVED, "moved too many");
  }

  List<Alternative> change(Booking booking, LocalDateTime at, Party party, String zone, Asker by) {
    Change change = new Change(at, party, zone, null);
    String key = key();
    Supplier<Outcome> call =
        () -> new ChangeReservation(book).change(venue, booking.reference, change, by, key, now);
    LocalDateTime before = booking.from.atZone(venue.zone()).toLocalDateTime();
    Wish wish =
        wish(
            at == null ? before : at,
            party == null ? booking.party : party,
            zone == null ? booking.zone : zone);
    boolean may =
        mine(booking, by) && booking.open() && !booking.lapsed(now) && booking.from.isAfter(now);
    boolean possible =
        may
            && (sameSeat(booking, wish)
                || naive.possible(wish.at(), wish.party(), wish.zone(), now, booking));
    Outcome outcome = call.get();
    if (!possible) {
      List<Alternative> offered = refused(outcome);
      offered.forEach(a -> bookable(a, wish, booking));
      return offered;
    }
    assertEquals(booking.id, done(outcome, call).reservation().id());
    boolean stays = sameSeat(booking, wish);
    seat(booking, wish, booking);
    if (!stays && booking.waiting() && booking.until.isAfter(booking.from)) {
      booking.until = booking.from;
    }
    return List.of();
  }

  private static boolean mine(Booking booking, Asker by) {
    return !by.who().equals("guest") || by.phone().equals(booking.phone);
  }

  void confirm(Booking booking, Asker by) {
    String key = key();
    boolean may =
        mine(booking, by)
            && (booking.state.equals("confirmed") || booking.waiting() && !booking.lapsed(now));
    move(
        booking,
        may,
        "confirmed",
        () -> new ConfirmReservation(book).confirm(venue, booking.reference, by, key, now));
  }

  void cancel(Booking booking, Asker by) {
    String key = key();
    boolean may = mine(booking, by) && booking.open() && booking.to.isAfter(now);
    move(
        booking,
        may,
        "cancelled",
        () -> new CancelReservation(book).cancel(venue, booking.reference, by, key, now));
  }

  void sitDown(Booking booking) {
    String key = key();
    boolean may =
        booking.state.equals("confirmed")
            && !now.isBefore(booking.from.minus(Duration.ofHours(3)))
            && naive.nobodyElseBefore(booking, now.truncatedTo(ChronoUnit.MINUTES));
    if (may && now.truncatedTo(ChronoUnit.MINUTES).isBefore(booking.from)) {
      booking.early = now.truncatedTo(ChronoUnit.MINUTES);
      seen("seated early");
    }
    move(
        booking,
        may,
        "seated",
        () -> new ReceiveParty(book).seat(venue, booking.reference, key, now));
  }

  void leave(Booking booking) {
    String key = key();
    boolean may = booking.state.equals("seated");
    booking.left = may ? now.truncatedTo(ChronoUnit.MINUTES) : booking.left;
    move(
        booking,
        may,
        "finished",
        () -> new ReceiveParty(book).finish(venue, booking.reference, key, now));
  }

  void missed(Booking booking) {
    String key = key();
    Duration grace = venue.rules().policy().noShowGrace();
    boolean may = booking.state.equals("confirmed") && !now.isBefore(booking.from.plus(grace));
    move(
        booking,
        may,
        "no_show",
        () -> new ReceiveParty(book).missed(venue, booking.reference, key, now));
  }

  private void move(Booking booking, boolean may, String state, Supplier<Outcome> call) {
    Instant at = now;
    Supplier<Outcome> then =
        () -> {
          Instant later = now;
          now = at;
          try {
            return call.get();
          } finally {
            now = later;
          }
        };
    Outcome outcome = then.get();
    if (!may) {
      refused(outcome);
      return;
    }
    if (booking.state.equals(state)) {
      assertTrue(outcome instanceof Done, "what stands already is a yes");
      compare(rows());
      return;
    }
    assertEquals(booking.id, done(outcome, then).reservation().id());
    booking.state = state;
    booking.until = null;
    compare(rows());
  }

  void expire() {
    Set<UUID> expected = new HashSet<>();
    naive.bookings.stream()
        .filter(b -> b.lapsed(now))
        .forEach(b -> {
          expected.add(b.id);
          b.state = "expired";
          b.until = null;
        });
    Set<UUID> expired = new HashSet<>();
    new ExpireHolds(book).expire(venue, now).forEach(r -> expired.add(r.id()));
    assertEquals(expected, expired);
    expired.forEach(_ -> seen("done: expired"));
    compare(rows());
  }

  void block(String table, Instant from, Instant to) {
    Block block = new Block(UUID.randomUUID(), table, new Period(from, to), "broken");
    NaiveBook.Stretch stretch = new NaiveBook.Stretch(from, to);
    boolean free =
        naive.bookings.stream()
                .noneMatch(b ->
                    b.tables.contains(table) && b.has() != null && stretch.meets(b.since(), b.has()))
            && naive.blocks.stream()
                .noneMatch(b -> b.table().equals(table) && stretch.meets(b.from(), b.to()));
    assertEquals(free, new BlockTable(book).block(venue, block).isEmpty(), "block");
    if (free) {
      naive.blocks.add(new NaiveBook.Blocked(block.id(), table, from, to));
      assertEquals(Optional.empty(), new BlockTable(book).block(venue, block));
    }
    compare(rows());
  }

  void unblock() {
    if (!naive.blocks.isEmpty()) {
      UUID id = naive.blocks.removeFirst().id();
      assertTrue(new BlockTable(book).unblock(venue, id));
      assertTrue(!new BlockTable(book).unblock(venue, id));
    }
    compare(rows());
  }

  void repeat() {
    if (last != null) {
      Done again = (Done) last.get();
      assertEquals(lastDone, again.reservation().id());
      compare(rows());
      seen("repeated");
    }
  }

  void freeTimes(LocalDate day, Party party, String zone) {
    seen("free times of a day");
    assertEquals(
        naive.freeTimes(day, party, zone, now),
        new FreeTimes(book).between(venue, day, day, party, zone, now).get(day),
        () -> "free times of " + day + " for " + party + " " + zone);
  }

  private List<Alternative> refused(Outcome outcome) {
    assertTrue(outcome instanceof Refused, "done what is not possible");
    compare(rows());
    Refused refused = (Refused) outcome;
    seen("refused: " + refused.why().code());
    refused.alternatives().forEach(_ -> seen("offered"));
    return refused.alternatives();
  }

  private static void seen(String what) {
    SEEN.merge(what, 1, Integer::sum);
  }

  private Done done(Outcome outcome, Supplier<Outcome> call) {
    assertTrue(outcome instanceof Done, () -> "refused what is possible: " + outcome);
    seen("done: " + ((Done) outcome).reservation().standing().code());
    last = call;
    lastDone = ((Done) outcome).reservation().id();
    return (Done) outcome;
  }

  private BookRows rows() {
    return BookRows.of(sql, venue.id());
  }

  private void compare(BookRows rows) {
    BookRows expected = BookRows.of(naive);
    assertEquals(expected.reservations(), rows.reservations());
    assertEquals(expected.claims(), rows.claims());
    assertEquals(expected.counts(), rows.counts());
    for (Claim one : rows.claims()) {
      for (Claim other : rows.claims()) {
        assertTrue(one == other || apart(one, other), "two parties at one table");
      }
    }
    int most = venue.rules().coversPerQuarter();
    rows.counts()
        .forEach((what, n) ->
            assertTrue(
                what.startsWith("covers")
                    ? most == 0 || n <= most
                    : n <= venue.rules().highChairs(),
                what));
  }

  private static boolean apart(Claim one, Claim other) {
    return !one.table().equals(other.table())
        || !one.from().isBefore(other.to())
        || !other.from().isBefore(one.to());
  }
}
