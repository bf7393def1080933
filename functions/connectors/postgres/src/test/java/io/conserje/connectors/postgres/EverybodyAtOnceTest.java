package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.guest.Guest;
import io.conserje.guest.GuestTiers;
import io.conserje.guest.Staff;
import io.conserje.reservation.Asker;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.ExpireHolds;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.ReceiveParty;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.house.ImportHouse;
import io.conserje.waitlist.FrontDesk;
import io.conserje.waitlist.Wanted;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guests, staff, jobs, erasures and imports of one house, all in each other's way. */
class EverybodyAtOnceTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final LocalDateTime EIGHT = LocalDateTime.parse("2026-11-21T20:00");
  private static final int THREADS = 64;
  private static final int EACH = 12;
  private static final int GUESTS = 8;

  private final Database database = Database.with(5, THREADS);
  private final PostgresVenues venues = new PostgresVenues(database.venueRows, database.json);
  private final FrontDesk desk = LineForTables.deskOver(database);
  private final PostgresHouseFiles houses = new PostgresHouseFiles(database.sql, database.json);
  private final TurnRows turns = new TurnRows(database.sql, database.json);
  private final PostgresGuests guests =
      new PostgresGuests(database.sql, database.json, venues, GuestTiers.USUAL, database.digests);
  private final List<UUID> conversations = new ArrayList<>();
  private final Queue<Reservation> made = new ConcurrentLinkedQueue<>();

  /** A slow machine lets nobody wait for the house's lock until the socket's time-out. */
  private final Semaphore atOnce = new Semaphore(THREADS / 2);

  private final Map<String, Integer> seen = new ConcurrentHashMap<>();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nobodyFailsHoweverTheyMeet() throws Exception {
    for (int guest = 0; guest < GUESTS; guest++) {
      conversations.add(conversation(guest));
    }
    long seed = Long.getLong("seed", System.nanoTime());
    CountDownLatch connected = new CountDownLatch(THREADS);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        SplittableRandom random = new SplittableRandom(seed + thread);
        String name = "thread " + thread + " ";
        all.add(
            threads.submit(() -> {
              connect(connected);
              for (int i = 0; i < EACH; i++) {
                atOnce.acquire();
                try {
                  step(random, name + i);
                } finally {
                  atOnce.release();
                }
              }
              return null;
            }));
      }
    }
    for (Future<?> one : all) {
      one.get();
    }
    System.out.println("seed " + seed + ": " + new TreeMap<>(seen));
    assertTrue(seen.size() >= 11, seen.toString());
    whatIsCountedIsWhatIsKept();
  }

  /** Everybody begins with a connection of their own, however long it takes to open them all. */
  private void connect(CountDownLatch connected) {
    boolean mine = false;
    while (!mine) {
      try {
        database.sql.everywhere(() -> {
          database.sql.one("SELECT 1", _ -> true);
          connected.countDown();
          return await(connected);
        });
        mine = true;
      } catch (CannotGetJdbcConnectionException stillOpening) {
        mine = false;
      }
    }
  }

  private static boolean await(CountDownLatch connected) {
    try {
      connected.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void step(SplittableRandom random, String key) {
    int guest = random.nextInt(GUESTS);
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> turn(random, guest, key);
      case 3, 4 -> reserve(random, guest, Channel.VOICE, null, key);
      case 5 -> reserve(random, guest, Channel.STAFF, null, key);
      case 6, 7 -> some(random, r -> change(r, random, key), "changed");
      case 8 ->
          some(
              random,
              r ->
                  new CancelReservation(desk.book())
                      .cancel(house(), r.reference(), Asker.STAFF, key, NOW),
              "cancelled");
      case 9 -> confirmed(random, key);
      case 10 -> {
        Party party = Party.of(1 + random.nextInt(4));
        Wanted wanted = new Wanted(EIGHT, EIGHT.plusHours(2), party, "");
        desk.join().join(house(), wanted, who(guest, Channel.STAFF, null), key, NOW);
        did("joined");
      }
      case 11 -> {
        desk.offers().offer(house(), NOW);
        new ExpireHolds(desk.book()).expire(house(), NOW.plusSeconds(random.nextInt(4_000)));
        did("jobs");
      }
      case 12 -> erase(guest);
      default -> {
        new ImportHouse(houses, () -> NOW).put(document(4 + random.nextInt(3)));
        did("imported");
      }
    }
  }

  private Venue house() {
    return venues.byId(Database.HOUSE).orElseThrow();
  }

  /** As a turn does it: the conversation first, the book in the same transaction. */
  private void turn(SplittableRandom random, int guest, String key) {
    Venue house = house();
    database.sql.at(
        Database.HOUSE,
        () -> {
          turns.lock(conversations.get(guest));
          reserve(house, random, guest, Channel.WHATSAPP, conversations.get(guest), key);
          return null;
        });
    did("turn");
  }

  private void reserve(
      SplittableRandom random, int guest, Channel channel, UUID conversation, String key) {
    reserve(house(), random, guest, channel, conversation, key);
    did("booked by " + channel.code());
  }

  private void reserve(
      Venue house,
      SplittableRandom random,
      int guest,
      Channel channel,
      UUID conversation,
      String key) {
    Wish wish = Wish.of(house, time(random), Party.of(1 + random.nextInt(4)), "", NOW);
    Outcome outcome =
        new ReserveTable(desk.book()).book(wish, who(guest, channel, conversation), key);
    if (outcome instanceof Done done) {
      made.add(done.reservation());
    }
  }

  private static LocalDateTime time(SplittableRandom random) {
    return EIGHT.plusMinutes(15L * random.nextInt(13));
  }

  private static ReserveTable.For who(int guest, Channel channel, UUID conversation) {
    return new ReserveTable.For(
        new Guest("Lucía", phone(guest)), Reservation.Details.NONE, channel, conversation);
  }

  private static String phone(int guest) {
    return "+3460000010" + guest;
  }

  private interface Verb {
    Outcome on(Reservation reservation);
  }

  private void some(SplittableRandom random, Verb verb, String what) {
    List<Reservation> known = List.copyOf(made);
    if (!known.isEmpty()) {
      verb.on(known.get(random.nextInt(known.size())));
      did(what);
    }
  }

  private Outcome change(Reservation made, SplittableRandom random, String key) {
    Change change = new Change(time(random), Party.of(1 + random.nextInt(4)), null, null);
    return new ChangeReservation(desk.book())
        .change(house(), made.reference(), change, Asker.STAFF, key, NOW);
  }

  private void confirmed(SplittableRandom random, String key) {
    some(
        random,
        r ->
            new ConfirmReservation(desk.book())
                .confirm(house(), r.reference(), Asker.STAFF, key, NOW),
        "confirmed");
    some(
        random,
        r ->
            new ReceiveParty(desk.book())
                .seat(house(), r.reference(), key, EIGHT.atZone(house().zone()).toInstant()),
        "seated");
  }

  private void erase(int guest) {
    UUID known = guests.meet(Database.HOUSE, new Guest("Lucía", phone(guest)), NOW);
    UUID other = guests.meet(Database.HOUSE, new Guest("Lucía", phone((guest + 1) % 8)), NOW);
    guests.merge(Database.HOUSE, other, known, new Staff("Marta", NOW));
    guests.erase(Database.HOUSE, known, new Staff("Marta", NOW.plusSeconds(864_000)));
    did("erased");
  }

  private Map<String, Object> document(int tables) {
    Map<String, Object> document = houses.document(Database.HOUSE).orElseThrow();
    List<Map<String, Object>> all = new ArrayList<>();
    for (int table = 1; table <= tables; table++) {
      all.add(Map.of("name", "T" + table, "zone", "inside", "seats", 4));
    }
    document.put("tables", all);
    return document;
  }

  private void did(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  private UUID conversation(int guest) {
    UUID id = UUID.randomUUID();
    database.update(
        """
        INSERT INTO conversations (id, venue, channel, house_address, guest_address, language,
          started_at, last_at)
        VALUES (?, 'house', 'whatsapp', '+34600000900', ?, 'es', ?, ?)
        """,
        id,
        phone(guest),
        NOW,
        NOW);
    return id;
  }

  private void whatIsCountedIsWhatIsKept() {
    long kept =
        database
            .one(
                """
                SELECT coalesce(sum(party_size), 0) AS n FROM reservations
                WHERE status IN ('held', 'pending', 'confirmed', 'seated')
                """,
                row -> row.big("n"))
            .orElseThrow();
    long counted =
        database
            .one(
                "SELECT coalesce(sum(used), 0) AS n FROM house_counts WHERE what = 'covers'",
                row -> row.big("n"))
            .orElseThrow();
    assertEquals(kept, counted);
    assertEquals(
        0L,
        database
            .one(
                """
                SELECT count(*) AS n FROM reservations r
                WHERE (status IN ('held', 'pending', 'confirmed', 'seated')) <>
                  EXISTS (SELECT FROM table_claims c WHERE c.reservation = r.id)
                """,
                row -> row.big("n"))
            .orElseThrow());
  }
}
