package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.NaiveBook.Booking;
import io.conserje.reservation.Asker;
import io.conserje.reservation.Block;
import io.conserje.reservation.BlockTable;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.ExpireHolds;
import io.conserje.reservation.FreeTimes;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.ReceiveParty;
import io.conserje.reservation.TableBook;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Plays each verb to the real book and to the naive one, and compares what they say and hold. */
final class HouseAtPlay extends GuestsAtPlay {

  HouseAtPlay(Sql sql, TableBook book, Venue venue, Instant now) {
    super(sql, book, venue, now);
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
                    b.tables.contains(table)
                        && b.has() != null
                        && stretch.meets(b.since(), b.has()))
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
}
