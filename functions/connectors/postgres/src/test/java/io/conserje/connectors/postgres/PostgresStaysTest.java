package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.Hotel.NIGHT;
import static io.conserje.connectors.postgres.Hotel.done;
import static io.conserje.connectors.postgres.Hotel.guest;
import static io.conserje.connectors.postgres.Hotel.no;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.stay.BookStay;
import io.conserje.stay.QuoteStay;
import io.conserje.stay.RoomCalendar;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayAnswer.Offers;
import io.conserje.stay.StayRefusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresStaysTest {

  private Database database;
  private Hotel hotel;

  @BeforeEach
  void open() {
    database = Database.with(0);
    hotel = new Hotel(database, "hotel", Hotel.small());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aBookedStayIsInTheBookAsItWasAnswered() {
    Stay made = book(NIGHT, 2, "doble");

    assertEquals(made, hotel.book.byReference(hotel.id, made.reference()).orElseThrow());
    assertEquals("confirmed", made.state().code());
    assertEquals(20_000 + 2 * 2 * 110, made.quote().total());
    assertEquals(2, hotel.count("type_nights"));
  }

  @Test
  void theSameCallBooksOnce() {
    StayAnswer first =
        new BookStay(hotel.book).book(hotel.wish(NIGHT, 1, ""), guest("+34600000101"), "call");
    StayAnswer again =
        new BookStay(hotel.book).book(hotel.wish(NIGHT, 1, ""), guest("+34600000101"), "call");

    assertEquals(done(first), done(again));
    assertEquals(1, hotel.count("stays"));
    assertEquals(1, hotel.count("stay_moves"));
  }

  @Test
  void oneGuestLeavesAndAnotherArrivesOnTheSameDay() {
    book(NIGHT, 2, "suite");

    assertEquals("301", book("2026-12-03", 1, "suite").claim().room());
    assertEquals("301", book("2026-11-30", 1, "suite").claim().room());
    assertEquals(StayRefusal.FULL, no(ask("2026-12-02", 1, "suite")).why());
  }

  @Test
  void whoFindsTheTypeFullIsOfferedAnotherThenTheNearestNights() {
    book(NIGHT, 1, "doble");
    book(NIGHT, 1, "doble");

    StayAnswer.No full = no(ask(NIGHT, 1, "doble"));

    assertEquals(StayRefusal.FULL, full.why());
    assertEquals(
        List.of("suite 2026-12-01", "doble 2026-12-02", "doble 2026-11-30", "doble 2026-12-03"),
        full.alternatives().stream()
            .map(o -> o.type().name() + " " + o.nights().arrival())
            .toList());
  }

  @Test
  void whoSaysNoTypeGetsTheCheapestThatFits() {
    Offers offers = assertInstanceOf(Offers.class, ask(NIGHT, 1, ""));

    assertEquals(
        List.of("doble", "suite"), offers.offers().stream().map(o -> o.type().name()).toList());
    assertEquals("doble", book(NIGHT, 1, "").type());
    assertEquals("doble", book(NIGHT, 1, "Doble room").type());
  }

  @Test
  void aStayThatFitsOnlyIfOthersMoveMovesThem() {
    Stay first = book(NIGHT, 1, "doble");
    Stay second = book("2026-12-02", 1, "doble");
    // as if each had a room of its own, so that none is free for both nights
    database.update(
        "UPDATE room_claims SET room = CASE WHEN stay = ? THEN '101' ELSE '102' END", first.id());

    Stay both = book(NIGHT, 2, "doble");

    List<String> rooms =
        List.of(first, second).stream()
            .map(s -> hotel.book.byReference(hotel.id, s.reference()).orElseThrow().claim().room())
            .toList();
    assertEquals(rooms.get(0), rooms.get(1));
    assertNotEquals(rooms.get(0), both.claim().room());
    assertEquals(StayRefusal.FULL, no(ask(NIGHT, 1, "doble")).why());
  }

  @Test
  void fiftyGuestsAtOnceGetTheLastTwoRoomsAndNotOneMore() throws Exception {
    List<StayAnswer> answers = new ArrayList<>();
    try (ExecutorService guests = Executors.newFixedThreadPool(12)) {
      List<Future<StayAnswer>> asked = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String phone = "+3460000" + (1000 + i);
        int nights = 1 + i % 3;
        asked.add(
            guests.submit(() ->
                new BookStay(hotel.book)
                    .book(hotel.wish(NIGHT, nights, "doble"), guest(phone), phone)));
      }
      for (Future<StayAnswer> answer : asked) {
        answers.add(answer.get());
      }
    }

    assertEquals(2, answers.stream().filter(StayAnswer.Done.class::isInstance).count());
    assertEquals(2, hotel.count("stays"));
    assertEquals(2, hotel.count("room_claims"));
    answers.stream()
        .filter(StayAnswer.No.class::isInstance)
        .forEach(a -> assertEquals(StayRefusal.FULL, no(a).why()));
  }

  @Test
  void theDatabaseItselfRefusesTwoStaysInOneRoom() {
    Stay made = book(NIGHT, 2, "suite");
    Stay other = book("2026-12-10", 2, "suite");

    assertThrows(
        Sql.DatabaseFailure.class,
        () ->
            database.update(
                """
                UPDATE room_claims SET period = (SELECT period FROM room_claims WHERE stay = ?)
                WHERE stay = ?
                """,
                made.id(),
                other.id()));
  }

  @Test
  void theDatabaseItselfRefusesMoreThanTheAllotment() {
    book(NIGHT, 1, "suite");

    assertThrows(
        Sql.DatabaseFailure.class, () -> database.update("UPDATE type_nights SET used = used + 1"));
  }

  @Test
  void aMonthIsToldNightByNight() {
    book(NIGHT, 2, "doble");

    List<RoomCalendar.Night> month =
        new RoomCalendar(hotel.book)
            .nights(hotel.venue(), LocalDate.parse(NIGHT), LocalDate.parse("2027-01-01"));

    assertEquals(62, month.size());
    assertEquals(
        List.of(1, 1, 1, 1, 2, 1), month.stream().limit(6).map(RoomCalendar.Night::free).toList());
    assertEquals(10_000, month.getFirst().price());
  }

  private Stay book(String arrival, int nights, String type) {
    return done(
        new BookStay(hotel.book)
            .book(hotel.wish(arrival, nights, type), guest("+34600000101"), hotel.key()));
  }

  private StayAnswer.Offered ask(String arrival, int nights, String type) {
    return new QuoteStay(hotel.book).quote(hotel.wish(arrival, nights, type));
  }
}
