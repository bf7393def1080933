package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.reservation.Asker;
import io.conserje.reservation.Block;
import io.conserje.reservation.BlockTable;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.TableBook;
import io.conserje.waitlist.OfferTables;
import io.conserje.waitlist.Wanted;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What nobody's call sets going: many offers, offers by the clock, and the end of a wait. */
class WaitlistJobTest extends LineForTables {

  @Test
  void twoRunnersOfferEachTableOnce() throws Exception {
    house(2);
    Reservation luis = booked(LUIS, NINE);
    Reservation other = booked("+34600000199", NINE);
    for (int i = 0; i < 6; i++) {
      joined("+3460000020" + i, NINE);
    }
    TableBook unwatched = PostgresTableBookTest.bookOf(database);
    for (Reservation gone : List.of(luis, other)) {
      Asker staff = Asker.STAFF;
      new CancelReservation(unwatched)
          .cancel(database.house(), gone.reference(), staff, "gone-" + gone.id(), now);
    }
    List<Future<Integer>> offered = new ArrayList<>();
    try (ExecutorService runners = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        offered.add(runners.submit(() -> deskOver(database).offers().offer(database.house(), now)));
      }
    }
    assertEquals(2, offered.get(0).get() + offered.get(1).get());
    assertEquals(List.of("offered", "offered", "waiting", "waiting", "waiting", "waiting"), line());
    assertEquals(2, database.count("table_claims"));
    assertEquals(2, database.count("outbox"));
  }

  @Test
  void aLongLineIsHeldAgainstOneLookAtTheBook() {
    house(1);
    booked(LUIS, NINE);
    for (int i = 0; i < 40; i++) {
      LocalDateTime from = EIGHT.plusMinutes(15L * (i % 5));
      join("+3460000030" + i, new Wanted(from, TEN, Party.of(1 + i % 4), ""), "line " + i);
    }
    AtomicInteger looks = new AtomicInteger();

    OfferTables offers =
        new OfferTables(
            counting(PostgresTableBookTest.bookOf(database), looks),
            new PostgresWaitlist(database.sql),
            new PostgresNotices(database.sql));

    assertEquals(0, offers.offer(database.house(), now));
    assertEquals(1, looks.get());
  }

  /** Counts how often a page is read. */
  private static TableBook counting(TableBook book, AtomicInteger looks) {
    return (TableBook)
        Proxy.newProxyInstance(
            TableBook.class.getClassLoader(),
            new Class<?>[] {TableBook.class},
            (_, method, arguments) -> {
              if (method.getName().equals("page")) {
                looks.incrementAndGet();
              }
              return method.invoke(book, arguments);
            });
  }

  @Test
  void aMoveOfTheBookOffersAFewTablesAndTheJobAllTheOthers() {
    house(12);
    List<Reservation> gone = new ArrayList<>();
    for (int i = 10; i < 22; i++) {
      gone.add(booked("+346000004" + i, NINE));
    }
    for (int i = 10; i < 22; i++) {
      joined("+346000005" + i, NINE);
    }
    TableBook unwatched = PostgresTableBookTest.bookOf(database);
    for (Reservation r : gone.subList(1, gone.size())) {
      new CancelReservation(unwatched)
          .cancel(database.house(), r.reference(), Asker.STAFF, "gone-" + r.id(), now);
    }

    cancel(gone.getFirst(), "+34600000410");
    assertEquals(5, database.count("outbox"));
    assertEquals(7, desk.offers().offer(database.house(), now));
    assertEquals(12, database.count("outbox"));
  }

  @Test
  void nobodyIsOfferedATableAtNightUnlessItIsForTonight() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    now = Instant.parse("2026-11-20T22:30:00Z");
    cancel(luis, LUIS);
    assertEquals(List.of("waiting"), line());
    now = Instant.parse("2026-11-21T07:59:59Z");
    assertEquals(0, desk.offers().offer(database.house(), now));
    now = Instant.parse("2026-11-21T08:00:00Z");
    assertEquals(1, desk.offers().offer(database.house(), now));
  }

  @Test
  void aTableForTonightIsOfferedAsLateAsTheEveningGoes() {
    house(1);
    writesUntil("20:00");
    Reservation luis = booked(LUIS, TEN);
    joined(ANA, TEN);
    now = Instant.parse("2026-11-21T20:05:00Z");
    cancel(luis, LUIS);
    assertEquals(List.of("offered"), line());
  }

  @Test
  void whoWaitedInVainIsToldSoInTheMorning() {
    house(1);
    writesUntil("20:00");
    booked(LUIS, NINE);
    joined(ANA, NINE);
    now = NINE.plusMinutes(1).atZone(database.house().zone()).toInstant();
    assertEquals(0, desk.ends().end(database.house(), now));
    now = Instant.parse("2026-11-22T08:00:00Z");
    assertEquals(1, desk.ends().end(database.house(), now));
  }

  private void writesUntil(String clock) {
    database.update(
        "UPDATE venues SET house = jsonb_set(house, '{rules,write_until}', to_jsonb(?::text)),"
            + " version = version + 1",
        clock);
  }

  @Test
  void aBlockThatIsLiftedIsFoundByTheJob() {
    house(1);
    Block block = new Block(UUID.randomUUID(), "T1", around(NINE), "paint");
    new BlockTable(desk.book()).block(database.house(), block);
    joined(ANA, NINE);
    assertEquals(0, desk.offers().offer(database.house(), now));
    new BlockTable(desk.book()).unblock(database.house(), block.id());
    assertEquals(1, desk.offers().offer(database.house(), now));
  }

  @Test
  void aWaitEndsWithItsTimeAndTheGuestIsTold() {
    house(1);
    booked(LUIS, NINE);
    joined(ANA, NINE);
    now = NINE.atZone(database.house().zone()).toInstant();
    assertEquals(1, desk.ends().end(database.house(), now));
    assertEquals(0, desk.ends().end(database.house(), now));
    assertEquals(List.of("passed"), line());
    assertEquals(1, notices(ANA).size());
  }

  private Period around(LocalDateTime at) {
    return Period.of(at.atZone(database.house().zone()).toInstant(), Duration.ofHours(3));
  }
}
