package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.BookRows.Claim;
import io.conserje.connectors.postgres.NaiveBook.Booking;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Asker;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.TableBook;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** An evening kept in the real book and in the naive one, and that the two are the same. */
abstract class BothBooks {

  /** How often what happened, so that a run shows what it has tried. */
  static final Map<String, Integer> SEEN = new TreeMap<>();

  private final Sql sql;
  final TableBook book;
  final Venue venue;
  final NaiveBook naive;
  Instant now;
  private int calls;

  /** The call that was last done, to be repeated. */
  Supplier<Outcome> last;

  UUID lastDone;

  BothBooks(Sql sql, TableBook book, Venue venue, Instant now) {
    this.sql = sql;
    this.book = book;
    this.venue = venue;
    this.naive = new NaiveBook(venue);
    this.now = now;
  }

  String key() {
    return "call-" + ++calls;
  }

  static boolean mine(Booking booking, Asker by) {
    return !by.who().equals("guest") || by.phone().equals(booking.phone);
  }

  List<Alternative> refused(Outcome outcome) {
    assertTrue(outcome instanceof Refused, "done what is not possible");
    compare(rows());
    Refused refused = (Refused) outcome;
    seen("refused: " + refused.why().code());
    refused.alternatives().forEach(_ -> seen("offered"));
    return refused.alternatives();
  }

  static void seen(String what) {
    SEEN.merge(what, 1, Integer::sum);
  }

  Done done(Outcome outcome, Supplier<Outcome> call) {
    assertTrue(outcome instanceof Done, () -> "refused what is possible: " + outcome);
    seen("done: " + ((Done) outcome).reservation().standing().code());
    last = call;
    lastDone = ((Done) outcome).reservation().id();
    return (Done) outcome;
  }

  BookRows rows() {
    return BookRows.of(sql, venue.id());
  }

  void compare(BookRows rows) {
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
