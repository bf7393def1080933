package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.guest.Guest;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.ReserveTable.For;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.house.Imported;
import io.conserje.venue.house.Imported.Kept;
import io.conserje.venue.house.Imported.Refused;
import io.conserje.venue.house.Problem;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A table that a new file of the house no longer has. */
class TableLeavesTest extends FilesOfCasa {

  private final PostgresTableBook tableBook = new PostgresTableBook(database.sql, new Random(1));

  @Test
  void aTableAtWhichSomebodyWillSitCannotLeave() {
    importHouse.put(casa("+34600000901", "T1", "T2"));
    claim("KM4729", "T2", "2026-11-21T20:00:00Z", "2026-11-21T22:00:00Z");
    claim("AB1234", "T2", "2026-11-20T23:30:00Z", "2026-11-21T01:00:00Z");

    assertEquals(
        List.of(
            new Problem(
                "/tables",
                "no longer have T2, which is booked: AB1234 on 2026-11-21,"
                    + " KM4729 on 2026-11-21; move these first, or keep it")),
        refused(casa("+34600000901", "T1")));
    assertEquals(2, venues.byId(CASA).orElseThrow().room().tables().size());
  }

  @Test
  void aTableAtWhichNobodyWillSitAnyMoreCanLeave() {
    importHouse.put(casa("+34600000901", "T1", "T2"));
    claim("KM4729", "T2", "2026-11-20T09:00:00Z", "2026-11-20T11:00:00Z");

    assertEquals(new Kept(CASA, false, true), importHouse.put(casa("+34600000901", "T1")));
  }

  @Test
  void whoReadTheHouseBeforeATableLeftIsNotSeatedThere() {
    importHouse.put(casa("+34600000901", "T1", "T2"));
    claim("KM4729", "T2", "2026-11-20T09:00:00Z", "2026-11-20T11:00:00Z");
    Venue before = venues.byId(CASA).orElseThrow();
    importHouse.put(casa("+34600000901", "T1"));

    assertInstanceOf(Done.class, book(before, "+34600000101"));
    assertEquals(Refusal.FULL, ((Outcome.Refused) book(before, "+34600000102")).why());
    assertEquals(List.of(), tableBook.blocks(CASA, new Period(NOW, NOW.plusSeconds(864_000))));
    assertEquals(
        Refusal.FULL,
        ((Outcome.Refused) book(venues.byId(CASA).orElseThrow(), "+34600000102")).why());

    importHouse.put(casa("+34600000901", "T1", "T2"));
    assertInstanceOf(Done.class, book(venues.byId(CASA).orElseThrow(), "+34600000102"));
  }

  @Test
  void aTableThatIsBeingBookedCannotLeaveMeanwhile() throws InterruptedException {
    importHouse.put(casa("+34600000901", "T1"));
    Venue before = venues.byId(CASA).orElseThrow();
    CountDownLatch booked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Outcome> booking =
        CompletableFuture.supplyAsync(
            () ->
                tableBook.changing(
                    CASA,
                    () -> {
                      Outcome done = book(before, "+34600000101");
                      booked.countDown();
                      await(go);
                      return done;
                    }),
            Thread::startVirtualThread);
    booked.await();

    CompletableFuture<Imported> left =
        CompletableFuture.supplyAsync(
            () -> importHouse.put(casa("+34600000901", "T9")), Thread::startVirtualThread);
    while (!left.isDone() && count("pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0) {
      Thread.onSpinWait();
    }
    go.countDown();

    assertInstanceOf(Done.class, booking.join());
    List<Problem> problems = assertInstanceOf(Refused.class, left.join()).problems();
    assertTrue(problems.getFirst().reason().contains("no longer have T1"), problems.toString());
  }

  private Outcome book(Venue house, String phone) {
    Wish wish = Wish.of(house, LocalDateTime.parse("2026-11-21T21:00"), Party.of(4), "", NOW);
    For who = new For(new Guest("Lucía", phone), Reservation.Details.NONE, Channel.WHATSAPP, null);
    return new ReserveTable(tableBook).book(wish, who, "call " + phone);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void claim(String reference, String table, String from, String to) {
    database.update(
        """
        WITH guest AS (
          INSERT INTO guests (id, venue, name) VALUES (gen_random_uuid(), 'casa', 'Lucía') RETURNING id),
        reservation AS (
          INSERT INTO reservations (id, venue, reference, status, starts_at, ends_at, party_size, guest,
            guest_name, channel, made_at)
          SELECT gen_random_uuid(), 'casa', ?, 'confirmed', ?::timestamptz, ?::timestamptz, 2, id, 'Lucía',
            'whatsapp', ?::timestamptz FROM guest RETURNING id)
        INSERT INTO table_claims (venue, table_name, period, reservation)
        SELECT 'casa', ?, tstzrange(?::timestamptz, ?::timestamptz), id FROM reservation
        """,
        reference,
        from,
        to,
        from,
        table,
        from,
        to);
  }
}
