package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.guest.Guest;
import io.conserje.reservation.Asker;
import io.conserje.reservation.Block;
import io.conserje.reservation.BlockTable;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.ExpireHolds;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import io.conserje.waitlist.FrontDesk;
import io.conserje.waitlist.JoinWaitlist.Answer;
import io.conserje.waitlist.OfferTables;
import io.conserje.waitlist.WaitlistEntry;
import io.conserje.waitlist.Wanted;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for a table gets it, in the order of the line. */
class WaitlistTest {

  private static final LocalDateTime EIGHT = LocalDateTime.parse("2026-11-21T20:00");
  private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-21T21:00");
  private static final LocalDateTime TEN = LocalDateTime.parse("2026-11-21T22:00");
  private static final LocalDate SATURDAY = NINE.toLocalDate();

  private static final String LUIS = "+34600000101";
  private static final String ANA = "+34600000102";
  private static final String EVA = "+34600000103";

  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private Database database;
  private FrontDesk desk;

  private void house(int tables) {
    database = Database.with(tables);
    desk = deskOver(database);
  }

  static FrontDesk deskOver(Database database) {
    return FrontDesk.of(
        PostgresTableBookTest.bookOf(database),
        new PostgresWaitlist(database.sql),
        new PostgresNotices(database.sql),
        new PostgresPersonRequests(database.sql),
        new PostgresVenues(database.venueRows, database.json));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theTableSomebodyGivesBackIsOfferedToTheFirstInLineWhoTakesIt() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    assertEquals(1, joined(ANA, NINE).position());
    assertEquals(2, joined(EVA, NINE).position());
    cancel(luis, LUIS);
    assertEquals(List.of("offered", "waiting"), line());
    assertEquals(1, notices(ANA).size());
    assertTrue(notices(ANA).getFirst().contains("12:15"), notices(ANA).toString());
    assertEquals(List.of(), notices(EVA));
    assertEquals("held", held(ANA).standing().code());
    confirm(held(ANA), ANA);
    assertEquals(List.of("booked", "waiting"), line());
    assertEquals("confirmed", held(ANA).standing().code());
  }

  @Test
  void anOfferThatIsLetPassGoesToTheNextAtOnce() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    joined(EVA, NINE);
    cancel(luis, LUIS);
    now = now.plus(Duration.ofMinutes(15));
    new ExpireHolds(desk.book()).expire(database.house(), now);
    assertEquals(List.of("expired", "offered"), line());
    assertEquals(2, notices(ANA).size());
    assertEquals(1, notices(EVA).size());
    assertEquals(0, desk.offers().offer(database.house(), now));
    assertEquals(1, database.count("table_claims"));
  }

  @Test
  void anOfferThatIsDeclinedGoesToTheNextAtOnce() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    joined(EVA, NINE);
    cancel(luis, LUIS);
    cancel(held(ANA), ANA);
    assertEquals(List.of("declined", "offered"), line());
  }

  @Test
  void whoLeavesGivesTheirOfferToTheNext() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    joined(EVA, NINE);
    cancel(luis, LUIS);
    leave(ANA);
    assertEquals(List.of("declined", "offered"), line());
    leave(EVA);
    assertEquals(List.of("declined", "declined"), line());
    assertEquals(0, database.count("table_claims"));
  }

  @Test
  void whoWaitsForSomethingElseIsPassedOverAndKeepsThePlace() {
    house(1);
    Reservation luis = booked(LUIS, EIGHT);
    booked("+34600000199", TEN);
    joined(ANA, NINE);
    joined(EVA, EIGHT);
    cancel(luis, LUIS);
    assertEquals(List.of("waiting", "offered"), line());
  }

  @Test
  void theEarliestTimeOfTheWindowThatIsFreeIsOffered() {
    house(1);
    booked(LUIS, EIGHT);
    Reservation late = booked("+34600000199", TEN);
    join(ANA, new Wanted(NINE, TEN.plusHours(1), Party.of(4), ""), "ana");
    cancel(late, "+34600000199");
    assertEquals(TEN, held(ANA).period().from().atZone(database.house().zone()).toLocalDateTime());
  }

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

  @Test
  void theSameCallAndTheSameWishJoinOnce() {
    house(1);
    booked(LUIS, NINE);
    WaitlistEntry first = joined(ANA, NINE).entry();
    assertEquals(first, joined(ANA, NINE).entry());
    assertEquals(
        first,
        assertInstanceOf(
                Answer.Joined.class, join(ANA, new Wanted(EIGHT, TEN, Party.of(4), ""), "other"))
            .entry());
    assertEquals(1, database.count("waitlist"));
  }

  @Test
  void nobodyWaitsForWhatCanNeverBe() {
    house(1);
    assertEquals(Refusal.CLOSED, refused(ANA, LocalDateTime.parse("2026-11-21T17:00")));
    assertEquals(Refusal.PAST, refused(ANA, LocalDateTime.parse("2026-11-19T21:00")));
    assertEquals(Refusal.MOBILE_NEEDED, refused("+34910000000", NINE));
    assertEquals(Refusal.MOBILE_NEEDED, refused("", NINE));
    assertEquals(
        new Answer.Refused(Refusal.PARTY_TOO_LARGE),
        join(ANA, new Wanted(NINE, NINE, Party.of(5), ""), "five"));
  }

  @Test
  void everyMoveIsWrittenDown() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    cancel(luis, LUIS);
    confirm(held(ANA), ANA);
    assertEquals(
        List.of("waiting guest joined", "offered house offered a table", "booked guest confirmed"),
        texts(
            "SELECT status || ' ' || who || ' ' || why AS text FROM waitlist_moves ORDER BY number"));
  }

  private Refusal refused(String phone, LocalDateTime at) {
    Answer answer = join(phone, new Wanted(at, at, Party.of(4), ""), "refused " + phone + at);
    return assertInstanceOf(Answer.Refused.class, answer).why();
  }

  private Answer.Joined joined(String phone, LocalDateTime at) {
    Answer answer = join(phone, new Wanted(at, at, Party.of(4), ""), phone);
    return assertInstanceOf(Answer.Joined.class, answer);
  }

  private Answer join(String phone, Wanted wanted, String key) {
    return desk.join().join(database.house(), wanted, guest(phone), "join:" + key, now);
  }

  private Reservation booked(String phone, LocalDateTime at) {
    Wish wish = Wish.of(database.house(), at, Party.of(4), "", now);
    Outcome outcome = new ReserveTable(desk.book()).book(wish, guest(phone), "book:" + phone + at);
    return assertInstanceOf(Done.class, outcome).reservation();
  }

  private static ReserveTable.For guest(String phone) {
    return new ReserveTable.For(
        new Guest("Lucía", phone), Reservation.Details.NONE, Channel.WHATSAPP, null);
  }

  private void cancel(Reservation gone, String phone) {
    Outcome outcome =
        new CancelReservation(desk.book())
            .cancel(
                database.house(), gone.reference(), Asker.guest(phone, null), "c" + gone.id(), now);
    assertInstanceOf(Done.class, outcome);
  }

  private void confirm(Reservation held, String phone) {
    Outcome outcome =
        new ConfirmReservation(desk.book())
            .confirm(
                database.house(), held.reference(), Asker.guest(phone, null), "y" + held.id(), now);
    assertInstanceOf(Done.class, outcome);
  }

  private void leave(String phone) {
    Asker guest = Asker.guest(phone, null);
    assertEquals(1, desk.leave().leave(Database.HOUSE, guest, "leave:" + phone, now).size());
  }

  private Period around(LocalDateTime at) {
    return Period.of(at.atZone(database.house().zone()).toInstant(), Duration.ofHours(3));
  }

  /** The only one this guest has. */
  private Reservation held(String phone) {
    return desk.book().comingUp(Database.HOUSE, phone, null, now).getFirst();
  }

  private List<String> line() {
    return new PostgresWaitlist(database.sql)
        .on(Database.HOUSE, SATURDAY).stream().map(e -> e.standing().code()).toList();
  }

  private List<String> notices(String phone) {
    return texts(
        "SELECT body AS text FROM outbox WHERE guest_address = ? ORDER BY position", phone);
  }

  private List<String> texts(String query, Object... arguments) {
    return database.sql.at(
        Database.HOUSE, () -> database.sql.list(query, row -> row.text("text"), arguments));
  }
}
