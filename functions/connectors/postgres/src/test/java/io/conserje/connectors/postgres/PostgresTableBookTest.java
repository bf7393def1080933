package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.guest.Guest;
import io.conserje.reservation.Asker;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Party;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresTableBookTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-21T21:00");

  private Database database;

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void twoHundredGuestsAtOnceGetTwentyTablesAndNotOneMore() throws Exception {
    database = Database.with(20);
    List<Outcome> answers = new ArrayList<>();
    try (ExecutorService guests = Executors.newFixedThreadPool(16)) {
      List<Future<Outcome>> asked = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int guest = i;
        asked.add(guests.submit(() -> book("+3460000" + guest, NINE, "call-" + guest)));
      }
      for (Future<Outcome> answer : asked) {
        answers.add(answer.get());
      }
    }

    assertEquals(20, answers.stream().filter(Done.class::isInstance).count());
    assertEquals(20, database.count("reservations"));
    assertEquals(20, database.count("table_claims"));
    answers.stream()
        .filter(Refused.class::isInstance)
        .forEach(a -> assertEquals(Refusal.FULL, ((Refused) a).why()));
  }

  @Test
  void theSameCallBooksOnce() {
    database = Database.with(2);

    Reservation first = booked(book("+34600000101", NINE, "call"));
    Reservation again = booked(book("+34600000101", NINE, "call"));

    assertEquals(first, again);
    assertEquals(1, database.count("reservations"));
  }

  @Test
  void theDatabaseItselfRefusesTwoPartiesAtOneTable() {
    database = Database.with(1);
    booked(book("+34600000101", NINE, "call"));

    assertThrows(
        Sql.DatabaseFailure.class,
        () ->
            database.update(
                """
                INSERT INTO table_claims (venue, table_name, period, reservation)
                SELECT venue, table_name, tstzrange(upper(period) - interval '1 minute', upper(period)
                  + interval '1 hour'), reservation FROM table_claims
                """));
  }

  @Test
  void aTableIsFreeAgainTheMinuteItsPartyLeaves() {
    database = Database.with(1);
    booked(book("+34600000101", LocalDateTime.parse("2026-11-21T20:00"), "early"));

    assertInstanceOf(
        Done.class, book("+34600000102", LocalDateTime.parse("2026-11-21T22:00"), "late"));
  }

  @Test
  void whoFindsTheHouseFullIsOfferedTheNearestFreeTimes() {
    database = Database.with(1);
    booked(book("+34600000101", LocalDateTime.parse("2026-11-21T20:00"), "early"));

    Refused refused =
        (Refused) book("+34600000102", LocalDateTime.parse("2026-11-21T21:30"), "wish");

    assertEquals(Refusal.FULL, refused.why());
    assertEquals(
        List.of("2026-11-21T22:00", "2026-11-21T22:15", "2026-11-21T22:30"),
        refused.alternatives().stream().map(a -> a.at().toString()).toList());
  }

  @Test
  void aCancelledTableIsFreeAndNobodyCancelsWhatIsNotTheirs() {
    database = Database.with(1);
    Reservation made = booked(book("+34600000101", NINE, "call"));
    CancelReservation cancel = new CancelReservation(bookOf(database));

    assertFalse(cancel(cancel, made, "+34600000666"));
    assertTrue(cancel(cancel, made, "+34600000101"));
    assertFalse(cancel(cancel, made, "+34600000101"));
    assertEquals(0, database.count("table_claims"));
    assertEquals(2, database.count("reservation_moves"));
    assertInstanceOf(Done.class, book("+34600000102", NINE, "next"));
  }

  @Test
  void whatIsComingUpIsTheGuestsOwn() {
    database = Database.with(3);
    Reservation mine = booked(book("+34600000101", NINE, "mine"));
    booked(book("+34600000102", NINE, "theirs"));

    assertEquals(
        List.of(mine),
        bookOf(database).comingUp(Database.HOUSE, "+34600000101", UUID.randomUUID(), NOW));
  }

  private boolean cancel(CancelReservation cancel, Reservation made, String phone) {
    Asker by = Asker.guest(phone, UUID.randomUUID());
    String key = "cancel-" + UUID.randomUUID();
    return cancel.cancel(database.house(), made.reference(), by, key, NOW) instanceof Done;
  }

  private Outcome book(String phone, LocalDateTime at, String key) {
    Wish wish = Wish.of(database.house(), at, Party.of(4), "", NOW);
    ReserveTable.For who =
        new ReserveTable.For(
            new Guest("Lucía", phone), Reservation.Details.NONE, Channel.WHATSAPP, null);
    return new ReserveTable(bookOf(database)).book(wish, who, key);
  }

  private static Reservation booked(Outcome booking) {
    return assertInstanceOf(Done.class, booking).reservation();
  }

  static PostgresTableBook bookOf(Database database) {
    return new PostgresTableBook(database.sql, new Random(1));
  }
}
