package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.NaiveBook.Booking;
import io.conserje.guest.Guest;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Asker;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Guests get a table, or another one, if the naive book has a place for them too. */
abstract class GuestsAtPlay extends BothBooks {

  private static final int MOST_MOVED = 2;

  GuestsAtPlay(Sql sql, TableBook book, Venue venue, Instant now) {
    super(sql, book, venue, now);
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
    Instant begins = wish.begins().toInstant();
    if (!sameSeat(booking, wish) && booking.waiting() && booking.until.isAfter(begins)) {
      booking.until = begins;
    }
    seat(booking, wish, booking);
    return List.of();
  }
}
