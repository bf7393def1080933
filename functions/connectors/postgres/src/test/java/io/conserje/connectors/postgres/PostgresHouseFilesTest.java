package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import io.conserje.stay.BookStay;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayGuest;
import io.conserje.stay.StayWish;
import io.conserje.venue.Channel;
import io.conserje.venue.DiningTable;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.house.ImportHouse;
import io.conserje.venue.house.Imported;
import io.conserje.venue.house.Imported.Kept;
import io.conserje.venue.house.Imported.Refused;
import io.conserje.venue.house.InvalidHouse;
import io.conserje.venue.house.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresHouseFilesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final VenueId CASA = new VenueId("casa");

  private final Database database = Database.with(1);
  private final PostgresHouseFiles houses = new PostgresHouseFiles(database.sql, database.json);
  private final ImportHouse importHouse = new ImportHouse(houses, () -> NOW);
  private final PostgresVenues venues = new PostgresVenues(database.venueRows, database.json);

  private final PostgresTableBook tableBook = new PostgresTableBook(database.sql, new Random(1));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aHouseComesIntoBeingFromItsFile() {
    assertEquals(new Kept(CASA, true, true), importHouse.put(casa("+34600000901", "T1", "T2")));

    Venue venue = venues.byAddress(Channel.WHATSAPP, "+34600000901").orElseThrow();
    assertEquals(CASA, venue.id());
    assertEquals(
        List.of("T1", "T2"), venue.room().tables().stream().map(DiningTable::name).toList());
    assertEquals(2, count("dining_tables WHERE venue = 'casa'"));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    importHouse.put(casa("+34600000901", "T1", "T2"));
    long version = version();

    assertEquals(new Kept(CASA, false, false), importHouse.put(casa("+34600000901", "T1", "T2")));
    assertEquals(version, version());
  }

  @Test
  void aChangeIsSeenByWhoeverHasReadTheHouseBefore() {
    importHouse.put(casa("+34600000901", "T1"));
    Venue before = venues.byId(CASA).orElseThrow();
    assertSame(before, venues.byId(CASA).orElseThrow(), "is not read again while it is the same");

    assertEquals(new Kept(CASA, false, true), importHouse.put(casa("+34600000901", "T1", "T2")));

    assertEquals(2, venues.byId(CASA).orElseThrow().room().tables().size());
  }

  @Test
  void aVersionIsNeverUsedTwiceEvenIfTheHouseWasGoneMeanwhile() {
    importHouse.put(casa("+34600000901", "T1"));
    long version = version();
    database.update("DELETE FROM channel_addresses WHERE venue = 'casa'");
    database.update("DELETE FROM dining_tables WHERE venue = 'casa'");
    database.update("DELETE FROM venues WHERE id = 'casa'");

    importHouse.put(casa("+34600000901", "T2"));

    assertNotEquals(version, version());
  }

  @Test
  void theAddressesAreThoseOfTheFile() {
    importHouse.put(casa("+34600000901", "T1"));

    assertEquals(new Kept(CASA, false, true), importHouse.put(casa("+34600000902", "T1")));

    assertTrue(venues.byAddress(Channel.WHATSAPP, "+34600000901").isEmpty());
    assertEquals(CASA, venues.byAddress(Channel.WHATSAPP, "+34600000902").orElseThrow().id());
  }

  @Test
  void whoSendsAtFirstIsWhomTheFileNames() {
    Map<String, Object> house = casa("+34600000901", "T1");
    house.put("channels", Map.of("sms", List.of("+34600000901")));
    house.put("messages", Map.of("carriers", Map.of("sms", "telnyx")));
    importHouse.put(house);
    assertEquals(1, count("channel_addresses WHERE venue = 'casa' AND carrier = 'telnyx'"));

    house.remove("messages");
    importHouse.put(house);
    assertEquals(1, count("channel_addresses WHERE venue = 'casa' AND carrier = 'telnyx'"));
    house.put("messages", Map.of("carriers", Map.of("sms", "twilio")));
    importHouse.put(house);
    assertEquals(1, count("channel_addresses WHERE venue = 'casa' AND carrier = 'twilio'"));
  }

  @Test
  void anAddressOfAnotherHouseIsRefusedAndNothingIsWritten() {
    assertEquals(
        List.of(new Problem("/channels/whatsapp/0", "leads to the house house")),
        refused(casa("+34600000900", "T1")));

    assertTrue(venues.byId(CASA).isEmpty());
    assertEquals(0, count("dining_tables WHERE venue = 'casa'"));
  }

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

  @Test
  void aRoomInWhichSomebodyWillSleepCannotLeave() {
    assertEquals(new Kept(CASA, true, true), importHouse.put(hotel("101", "102")));
    stay("KMX472", "102", "2026-11-21T14:00:00Z", "2026-11-23T11:00:00Z");
    stay("ABX123", "101", "2026-11-18T14:00:00Z", "2026-11-20T11:00:00Z");

    assertEquals(
        List.of(
            new Problem(
                "/hotel/types",
                "no longer have 102, which is booked: KMX472 on 2026-11-21; move these first, or"
                    + " keep it")),
        refused(hotel("101")));
    assertEquals(new Kept(CASA, false, true), importHouse.put(hotel("102")));
  }

  @Test
  void aHouseThatCannotBeReadAnyMoreIsLeftOutUntilItsFileIsHandedInAgain() {
    importHouse.put(casa("+34600000901", "T1"));
    database.update(
        "UPDATE venues SET house = house || '{\"kind\": \"bar\"}', version = version + 1"
            + " WHERE id = 'casa'");

    assertEquals(List.of("house"), venues.all().stream().map(v -> v.id().value()).toList());
    assertThrows(InvalidHouse.class, () -> venues.byId(CASA));

    importHouse.put(casa("+34600000901", "T1"));
    assertEquals(2, venues.all().size());
  }

  @Test
  void whatComesOutIsWhatWentIn() {
    Map<String, Object> document = casa("+34600000901", "T1", "T2");
    importHouse.put(document);

    assertEquals(document, houses.document(CASA).orElseThrow());
    assertTrue(houses.document(new VenueId("nowhere")).isEmpty());
  }

  @Test
  void ofManyAtOnceOneBringsItIntoBeingAndNobodyFails() {
    List<CompletableFuture<Imported>> all =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() -> importHouse.put(casa("+34600000901", "T1"))))
            .toList();

    List<Imported> came = all.stream().map(CompletableFuture::join).toList();
    assertEquals(1, came.stream().filter(new Kept(CASA, true, true)::equals).count());
    assertEquals(7, came.stream().filter(new Kept(CASA, false, false)::equals).count());
  }

  private List<Problem> refused(Map<String, Object> document) {
    return ((Refused) importHouse.put(document)).problems();
  }

  private static Map<String, Object> casa(String whatsapp, String... tables) {
    Map<String, Object> house = new HashMap<>();
    house.put("venue", "casa");
    house.put("name", "Casa");
    house.put("kind", "restaurant");
    house.put("time_zone", "Europe/Madrid");
    house.put("language", "es");
    house.put("phone", "+34600000999");
    house.put("address", "Plaza 1");
    house.put("channels", Map.of("whatsapp", List.of(whatsapp)));
    house.put(
        "hours",
        Map.of(
            "services", List.of(Map.of("service", "dinner", "first", "20:00", "last", "23:00"))));
    house.put("zones", List.of(Map.of("name", "inside")));
    house.put(
        "tables",
        Stream.of(tables).map(t -> Map.of("name", t, "zone", "inside", "seats", 4)).toList());
    house.put("rules", Map.of("largest_party", 4));
    return house;
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

  @Test
  void whoReadTheHouseBeforeARoomLeftSleepsInAnother() {
    importHouse.put(hotel("101", "102"));
    Venue before = venues.byId(CASA).orElseThrow();
    importHouse.put(hotel("102"));

    assertEquals("102", sleep(before, "a").map(stay -> stay.claim().room()).orElseThrow());
    assertEquals(Optional.empty(), sleep(before, "b"));
    assertThrows(
        Sql.DatabaseFailure.class, () -> database.update("UPDATE room_claims SET room = '101'"));
    importHouse.put(hotel("101", "102"));
    assertEquals(
        "101",
        sleep(venues.byId(CASA).orElseThrow(), "c").map(stay -> stay.claim().room()).orElseThrow());
  }

  private Optional<Stay> sleep(Venue house, String key) {
    StayWish wish =
        new StayWish(
            house,
            LocalDate.parse("2026-12-01"),
            LocalDate.parse("2026-12-02"),
            "",
            new io.conserje.stay.Party(2, 0, 0),
            NOW);
    StayGuest who = new StayGuest(new Guest("Ana", "+34600000555"), "", Channel.STAFF, null);
    StayBook book = new PostgresStays(database.sql, database.json, new Random(1));
    return new BookStay(book).book(wish, who, key) instanceof StayAnswer.Done done
        ? Optional.of(done.stay())
        : Optional.empty();
  }

  private static Map<String, Object> hotel(String... rooms) {
    Map<String, Object> house = casa("+34600000901");
    house.remove("rules");
    house.put(
        "hotel",
        Map.of(
            "currency",
            "EUR",
            "check_in",
            "15:00",
            "check_out",
            "12:00",
            "types",
            List.of(Map.of("name", "doble", "rooms", List.of(rooms), "adults", 2)),
            "seasons",
            List.of(
                Map.of("name", "todo", "rates", List.of(Map.of("type", "doble", "night", 9000))))));
    return house;
  }

  private void stay(String reference, String room, String from, String to) {
    database.sql.at(
        CASA,
        () ->
            database.sql.update(
                """
                WITH guest AS (
                  INSERT INTO guests (id, venue, name) VALUES (gen_random_uuid(), 'casa', 'Lucía') RETURNING id),
                stay AS (
                  INSERT INTO stays (id, venue, reference, status, arrival, departure, room_type, adults, children, cots,
                    total, currency, quote, guest, guest_name, guest_phone, notes, channel, made_at)
                  SELECT gen_random_uuid(), 'casa', ?, 'confirmed', ?::timestamptz::date, ?::timestamptz::date, 'doble',
                    2, 0, 0, 9000, 'EUR', '{}', id, 'Lucía', '', '', 'whatsapp', ?::timestamptz FROM guest RETURNING id)
                INSERT INTO room_claims (stay, venue, room, period, room_type, from_night, to_night, movable)
                SELECT id, 'casa', ?, tstzrange(?::timestamptz, ?::timestamptz), 'doble',
                  ?::timestamptz::date, ?::timestamptz::date, true FROM stay
                """,
                reference,
                from,
                to,
                from,
                room,
                from,
                to,
                from,
                to));
  }

  private long version() {
    return database
        .one("SELECT version FROM venues WHERE id = 'casa'", row -> row.big("version"))
        .orElseThrow();
  }

  private long count(String from) {
    return database.count(from);
  }
}
