package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.RandomHouse.maybe;
import static io.conserje.connectors.postgres.RandomHouse.one;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.connectors.postgres.NaiveBook.Booking;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Asker;
import io.conserje.reservation.Party;
import io.conserje.venue.Channel;
import io.conserje.venue.DiningTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random houses, random evenings: whatever guests and staff do, the book answers as one who tries
 * every table would, and holds what its answers said.
 */
class TableBookSequencesTest {

  private static final Database DATABASE = Database.with(1);
  private static final List<String> PHONES =
      List.of("+34600000101", "+34600000102", "+34600000103", "+34941000104", "");
  private static int houses;

  private SplittableRandom random;
  private HouseAtPlay play;
  private LocalDate day;
  private List<Alternative> offered = List.of();
  private Party offeredTo;
  private String offeredZone;

  @AfterContainer
  static void close() {
    System.out.println(houses + " evenings: " + HouseAtPlay.SEEN);
    DATABASE.close();
  }

  @Provide
  Arbitrary<Long> drawn() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform()).dontShrink();
  }

  @Provide
  Arbitrary<List<Long>> steps() {
    return drawn().list().ofMinSize(8).ofMaxSize(24);
  }

  @Property(edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
  @AddLifecycleHook(Sequences.class)
  void theBookAnswersAsOneWhoTriesEveryTable(
      @ForAll("drawn") long house, @ForAll("steps") List<Long> steps) {
    RandomHouse drawn = open(house);
    for (long step : steps) {
      random = new SplittableRandom(step);
      step();
    }
    assertEquals(0, movesOffTheRoad(drawn), "moves that the lifecycle does not know");
  }

  private RandomHouse open(long seed) {
    RandomHouse drawn = RandomHouse.of("house" + houses++, seed);
    day = drawn.day();
    offered = List.of();
    String id = drawn.venue().id().value();
    DATABASE.update("INSERT INTO venues (id, house) VALUES (?, '{}')", id);
    for (DiningTable table : drawn.venue().room().tables()) {
      DATABASE.update("INSERT INTO dining_tables (venue, name) VALUES (?, ?)", id, table.name());
    }
    Instant now = day.atTime(10, 0).atZone(drawn.venue().zone()).toInstant();
    play =
        new HouseAtPlay(
            DATABASE.sql,
            new PostgresTableBook(DATABASE.sql, new Random(seed)),
            drawn.venue(),
            now);
    return drawn;
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 17 -> book();
      case 6, 7 -> hold();
      case 8 -> some(b -> play.confirm(b, asker(b)));
      case 9, 10, 11 -> change();
      case 12 -> some(b -> play.cancel(b, asker(b)));
      case 13 -> evening();
      case 14 -> play.expire();
      case 15 -> block();
      case 16 -> wait(Duration.ofMinutes(one(random, List.of(1, 5, 11, 60, 121, 400))));
      case 18 -> play.repeat();
      default -> play.freeTimes(someDay(), party(), zone());
    }
  }

  private void book() {
    if (!offered.isEmpty() && random.nextBoolean()) {
      Alternative taken = one(random, offered);
      String zone = taken.zone().isEmpty() ? offeredZone : taken.zone();
      offered = play.book(taken.at(), offeredTo, zone, channel(), phone());
      return;
    }
    offeredTo = party();
    offeredZone = zone();
    offered = play.book(time(), offeredTo, offeredZone, channel(), phone());
  }

  private void hold() {
    play.hold(time(), party(), zone(), phone());
  }

  private void change() {
    some(b ->
        play.change(
            b,
            maybe(random, 0.6) ? time() : null,
            maybe(random, 0.5) ? party() : null,
            maybe(random, 0.2) ? zone() : null,
            asker(b)));
  }

  /** Something staff write down, at a time when it is likely. */
  private void evening() {
    some(b -> {
      Instant then =
          b.from.plus(
              Duration.ofMinutes(
                  maybe(random, 0.3) ? random.nextInt(200) - 195L : random.nextInt(60) - 5L));
      if (maybe(random, 0.7) && then.isAfter(play.now)) {
        play.now = then;
      }
      switch (random.nextInt(4)) {
        case 0 -> play.missed(b);
        case 1 -> play.sitDown(b);
        default -> {
          play.sitDown(b);
          wait(Duration.ofSeconds(random.nextInt(7_000)));
          play.leave(b);
        }
      }
    });
  }

  private void block() {
    if (maybe(random, 0.3)) {
      play.unblock();
      return;
    }
    Instant from = instant(time());
    String table = one(random, play.naive.venue.room().tables()).name();
    play.block(table, from, from.plus(Duration.ofMinutes(30L + random.nextInt(400))));
  }

  private Instant instant(LocalDateTime at) {
    return at.atZone(play.naive.venue.zone()).toInstant();
  }

  private void wait(Duration time) {
    play.now = play.now.plus(time);
  }

  private interface Verb {
    void of(Booking booking);
  }

  private void some(Verb verb) {
    if (!play.naive.bookings.isEmpty()) {
      verb.of(one(random, play.naive.bookings));
    }
  }

  private Asker asker(Booking booking) {
    return switch (random.nextInt(6)) {
      case 0 -> Asker.guest("+34600000666", null);
      case 1 -> Asker.STAFF;
      default -> booking.phone.isEmpty() ? Asker.STAFF : Asker.guest(booking.phone, null);
    };
  }

  /** Mostly one of few popular days and times, so that parties meet. */
  private LocalDateTime time() {
    LocalDate on = maybe(random, 0.9) ? day : someDay();
    List<LocalDateTime> slots = play.naive.hours.slots(on);
    if (slots.isEmpty() || maybe(random, 0.06)) {
      return on.atStartOfDay().plusMinutes(random.nextInt(1_800));
    }
    LocalDateTime slot = slots.get((int) (slots.size() * Math.pow(random.nextDouble(), 4)));
    return maybe(random, 0.1) ? slot.plusMinutes(random.nextInt(14)) : slot;
  }

  private LocalDate someDay() {
    return day.plusDays(random.nextInt(4) - 1L);
  }

  private Party party() {
    int size = maybe(random, 0.01) ? one(random, List.of(0, -1, 500)) : 1 + random.nextInt(5);
    int chairs = maybe(random, 0.2) ? random.nextInt(3) : 0;
    return new Party(size, chairs, maybe(random, 0.07), maybe(random, 0.07));
  }

  private String zone() {
    return maybe(random, 0.75)
        ? ""
        : maybe(random, 0.9) ? one(random, List.of("inside", "terrace")) : "roof";
  }

  private Channel channel() {
    return one(random, List.of(Channel.WHATSAPP, Channel.VOICE, Channel.VOICE, Channel.STAFF));
  }

  private String phone() {
    return one(random, PHONES);
  }

  /** How many moves led where no verb leads. */
  private static long movesOffTheRoad(RandomHouse house) {
    return DATABASE
        .one(
            """
            SELECT count(*) AS n FROM (
              SELECT coalesce(lag(status) OVER (PARTITION BY reservation ORDER BY number), 'new') || '>' || status AS road,
                lag(status) OVER (PARTITION BY reservation ORDER BY number) = status AS stayed, why
              FROM reservation_moves WHERE venue = ?) AS m
            WHERE NOT (road IN ('new>held', 'new>pending', 'new>confirmed', 'held>confirmed', 'pending>confirmed',
                'held>cancelled', 'pending>cancelled', 'confirmed>cancelled', 'held>expired', 'pending>expired',
                'confirmed>seated', 'confirmed>no_show', 'seated>finished')
              OR stayed AND why IN ('changed', 'described anew', 'given another table'))
            """,
            row -> row.big("n"),
            house.venue().id().value())
        .orElseThrow();
  }
}
