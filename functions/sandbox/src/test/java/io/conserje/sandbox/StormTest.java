package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.sandbox.RoughRoad.Letter;
import io.conserje.sandbox.StormGuests.Pen;
import io.conserje.sandbox.telnyx.TelnyxCalls;
import io.conserje.sandbox.telnyx.TelnyxSigning;
import io.conserje.sandbox.twilio.GuestCalls;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever the networks of all providers do to their events at once, in the end it is as if each
 * had come once and in order: the same guests do the same on a straight road and on a rough one.
 * How many events of each provider: {@code -Dstorm}.
 */
@InSharedSandbox
class StormTest {

  /** One for all of a test run: what fails and is tried once more fails again. */
  private static final long SEED = Long.getLong("seed", new Random().nextLong());

  private static final int EVENTS = Integer.getInteger("storm", 40);
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final int GUESTS_AT_ONCE = 6;
  private static final Locale SPANISH = Locale.of("es");

  /** Past what any queue remembers and what any provider's signature of the time is good for. */
  private static final Duration MUCH_LATER = Duration.ofMinutes(20);

  /** By its file the house gives twelve of its tables to two guests who come at one time. */
  private static final int TABLES = 12;

  /** One for each guest who books: who competes would get what the order leaves. */
  private static final List<LocalDateTime> MEALS =
      IntStream.range(0, 55)
          .mapToObj(LocalDate.parse("2026-11-24")::plusDays)
          .filter(day -> day.getDayOfWeek() != DayOfWeek.MONDAY && !isNearHoliday(day))
          .flatMap(day ->
              day.getDayOfWeek().getValue() >= 4 && day.getDayOfWeek().getValue() <= 6
                  ? Stream.of(day.atTime(14, 0), day.atTime(21, 0))
                  : Stream.of(day.atTime(14, 0)))
          .toList();

  private static final List<String> QUESTIONS =
      List.of("¿hay aparcamiento?", "¿aceptan perros?", "¿cuál es la dirección?");

  private static Sandbox sandbox;

  private StormGuests guests;

  /**
   * Part of a storm.
   *
   * @param events that one guest makes, about
   * @param steps each follows the one before; the guests are all over the place
   */
  private record Play(int events, List<IntConsumer> steps) {}

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    sandbox.settings().set(Variable.WEBCHAT_PER_MINUTE_ADDRESS, "0");
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, "https://voice.example.com");
  }

  @BeforeEach
  void say() {
    System.out.println("Storm: about " + EVENTS + " events of each provider, seed " + SEED);
    guests = new StormGuests(sandbox);
  }

  @AfterEach
  void putBack() {
    guests.close();
    sandbox.settings().reachedBy(sandbox.gateway());
    SharedSandbox.putBack(sandbox);
  }

  @Test
  void inTheEndItIsAsIfEachEventHadComeOnceAndInOrder() {
    List<Play> plays =
        List.of(
            written(9, guests::overTwilio),
            written(9, guests::bySms),
            written(9, guests::overMeta),
            written(3, guests::onThePage),
            new Play(9, List.of(this::callOverVapi)),
            new Play(5, List.of(this::callOverTwilio)),
            new Play(9, List.of(this::callOverTelnyx)));
    perform(plays, new Random(SEED), () -> {});
    TreeSet<String> calm = Effects.of(sandbox.database());
    everybodyHasBooked(calm);
    SharedSandbox.later(sandbox, MUCH_LATER);
    TreeSet<String> calmLater = Effects.of(sandbox.database());
    SharedSandbox.putBack(sandbox);
    guests.forget();

    try (RoughRoad road = road()) {
      perform(plays, new Random(SEED), () -> rest(road::isEmpty));
      assertEquals(List.of(), Effects.differences(calm, Effects.of(sandbox.database())));
      comeMuchLater(road);
      assertEquals(List.of(), Effects.differences(calmLater, Effects.of(sandbox.database())));
      assertEquals(List.of(), ofNoMessageOfOurs());
      assertEquals(List.of(), road.refused());
      assertEquals(0, deadLetters());
      System.out.println("Storm: " + road);
    }
  }

  /** All of them want one evening, and it has not tables enough: some order decides. */
  @Test
  void guestsOfEveryProviderCompeteForTheLastTables() {
    int everybody = Math.max(2 * TABLES, EVENTS / 10);
    List<Pen> pens =
        List.of(guests::overTwilio, guests::bySms, guests::overMeta, guests::onThePage);
    List<IntConsumer> steps =
        List.of(
            guest -> competes(guest, pens, 0, wish(guest)),
            guest -> competes(guest, pens, 1, "sí"));
    try (RoughRoad road = road()) {
      Random random = new Random(SEED);
      for (IntConsumer step : steps) {
        List<Runnable> all = new ArrayList<>();
        IntStream.range(0, everybody).forEach(guest -> all.add(() -> step.accept(guest)));
        Collections.shuffle(all, random);
        each(all);
        rest(road::isEmpty);
      }
      assertEquals(List.of(String.valueOf(TABLES)), booked());
      Map<String, String> tables = references();
      assertEquals(tables, said(everybody));
      road.bringTheRest();
      rest(road::isEmpty);
      assertEquals(tables, references());
      assertEquals(tables, said(everybody));
      assertEquals(List.of(), ofNoMessageOfOurs());
      assertEquals(List.of(), road.refused());
      System.out.println("Storm for " + TABLES + " tables, " + everybody + " guests: " + road);
    }
    assertEquals(0, deadLetters());
    assertEquals(List.of("0"), doubleBookings());
  }

  private void competes(int guest, List<Pen> pens, int step, String text) {
    int way = guest % (pens.size() + 1);
    if (way < pens.size()) {
      pens.get(way).write(guest, step, text);
    } else if (step == 0) {
      guests.callOverVapi(
          guest, booking(guest, LocalDateTime.parse("2026-11-21T21:00")), "customer-ended-call");
    }
  }

  private static String wish(int guest) {
    return "mesa para dos mañana a las nueve de la noche, a nombre de %s, mi teléfono es el %s"
        .formatted(Guests.name(guest), Guests.phone(guest));
  }

  /** What we send takes its row's id with it: only of one sent twice would nobody know. */
  private static List<String> ofNoMessageOfOurs() {
    return sandbox
        .database()
        .strings(
            "SELECT concat_ws(' ', provider, event_id, event) FROM inbound_ledger"
                + " WHERE outcome = 'unknown_message'");
  }

  private static List<String> doubleBookings() {
    return sandbox
        .database()
        .strings(
            """
            SELECT count(*) FROM table_claims a JOIN table_claims b ON a.venue = b.venue
              AND a.table_name = b.table_name AND a.period && b.period
              AND a.reservation < b.reservation
            """);
  }

  private static List<String> booked() {
    return sandbox
        .database()
        .strings(
            """
            SELECT count(*) FROM reservations WHERE status IN ('confirmed', 'pending')
              AND starts_at = '2026-11-21T21:00+01:00'
            """);
  }

  /** Who has a table, by the reference; some are still to say yes on WhatsApp. */
  private static Map<String, String> references() {
    Map<String, String> all = new TreeMap<>();
    sandbox
        .database()
        .strings(
            "SELECT reference || ' ' || guest_phone FROM reservations"
                + " WHERE status IN ('confirmed', 'pending')")
        .forEach(line -> all.put(line.split(" ")[0], line.split(" ")[1]));
    return all;
  }

  /** Who was told a reference; two names where two were. */
  private Map<String, String> said(int everybody) {
    Map<String, String> all = new TreeMap<>();
    for (String reference : sandbox.database().strings("SELECT reference FROM reservations")) {
      IntStream.range(0, everybody)
          .filter(g -> guests.heard(g).stream().anyMatch(text -> text.contains(reference)))
          .forEach(g -> all.merge(reference, Guests.phone(g), (one, two) -> one + "+" + two));
    }
    return all;
  }

  /** A message, and what becomes of the answer. */
  private static Play written(int events, Pen pen) {
    return new Play(
        events,
        IntStream.range(0, QUESTIONS.size())
            .mapToObj(step -> (IntConsumer) guest -> pen.write(guest, step, line(guest, step)))
            .toList());
  }

  /** Not every call ends well. */
  private void callOverVapi(int guest) {
    String end = guest % 3 == 0 ? "silence-timed-out" : "customer-ended-call";
    guests.callOverVapi(guest, guest < MEALS.size() ? booking(guest, MEALS.get(guest)) : "", end);
  }

  private void callOverTwilio(int guest) {
    int kind = guest / GuestCalls.Sound.values().length % GuestCalls.Sound.values().length;
    GuestCalls.Sound sound = GuestCalls.Sound.values()[kind];
    guests.callOverTwilio(guest, sound, kind % 2 == 0 ? "completed" : "no-answer", kind != 2);
  }

  /** Who presses a key has said all: whether staff are told of it would be the order's choice. */
  private void callOverTelnyx(int guest) {
    int kind = guest / TelnyxCalls.Sound.values().length % TelnyxCalls.Sound.values().length;
    TelnyxCalls.Sound sound = TelnyxCalls.Sound.values()[kind];
    String key = sound == TelnyxCalls.Sound.ENDED ? "5" : "";
    guests.callOverTelnyx(guest, sound, kind % 2 == 0 ? "completed" : "no-answer", key);
  }

  private static String booking(int guest, LocalDateTime meal) {
    return """
    {"tool": "check_availability", "id": "ask_%1$d",
      "arguments": {"date": "%2$s", "time": "%3$s", "party_size": 2}},
    {"tool": "create_reservation", "id": "book_%1$d",
      "arguments": {"date": "%2$s", "time": "%3$s", "party_size": 2, "name": "%4$s"}},
    """
        .formatted(guest, meal.toLocalDate(), meal.toLocalTime(), Guests.name(guest));
  }

  /** What a guest writes first, second, third. */
  private static String line(int guest, int step) {
    if (guest >= MEALS.size() || step == QUESTIONS.size() - 1) {
      return QUESTIONS.get((guest + step) % QUESTIONS.size());
    }
    LocalDateTime meal = MEALS.get(guest);
    return step == 1
        ? "sí"
        : "mesa para dos el %d de %s a las %s, a nombre de %s, mi teléfono es el %s"
            .formatted(
                meal.getDayOfMonth(),
                meal.getMonth().getDisplayName(TextStyle.FULL, SPANISH),
                meal.toLocalTime(),
                Guests.name(guest),
                Guests.phone(guest));
  }

  private static boolean isNearHoliday(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    return date.isAfter(MonthDay.of(12, 3)) && date.isBefore(MonthDay.of(12, 10))
        || date.isAfter(MonthDay.of(12, 22))
        || date.isBefore(MonthDay.of(1, 8));
  }

  private static void everybodyHasBooked(TreeSet<String> effects) {
    for (String channel : List.of("whatsapp", "sms", "webchat", "voice")) {
      assertTrue(
          effects.stream()
              .anyMatch(
                  line -> line.matches("book \\S+ (confirmed|pending) .* " + channel + " .*")),
          () -> "nobody by " + channel);
    }
  }

  /** The guests of all plays are mixed, and each is one in all of them. */
  private static void perform(List<Play> plays, Random random, Runnable rest) {
    for (int step = 0; step < QUESTIONS.size(); step++) {
      List<Runnable> all = new ArrayList<>();
      for (int play = 0; play < plays.size(); play++) {
        List<IntConsumer> steps = plays.get(play).steps();
        for (int i = 0; i < guestsOf(plays.get(play)) && step < steps.size(); i++) {
          int guest = i * plays.size() + play;
          IntConsumer now = steps.get(step);
          all.add(() -> now.accept(guest));
        }
      }
      Collections.shuffle(all, random);
      each(all);
      assertTrue(sandbox.awaitQuiet(LONGEST), "the house comes to rest");
      rest.run();
    }
  }

  private static int guestsOf(Play play) {
    return Math.max(2, EVENTS / play.events());
  }

  private static RoughRoad road() {
    RoughRoad road =
        new RoughRoad(sandbox.gateway(), SEED, StormTest::isQuestion, StormTest::signedAfresh);
    sandbox.settings().reachedBy(road.address());
    return road;
  }

  /** The queues remember nothing any more: only the ledger can know what comes again. */
  private static void comeMuchLater(RoughRoad road) {
    sandbox.emptyQueues();
    SharedSandbox.later(sandbox, MUCH_LATER);
    road.bringTheRest();
    rest(road::isEmpty);
  }

  private static void rest(BooleanSupplier besides) {
    long end = System.nanoTime() + LONGEST.toNanos();
    do {
      assertTrue(sandbox.awaitQuiet(LONGEST), "the house comes to rest");
      assertTrue(System.nanoTime() < end, "the road comes to rest");
    } while (!besides.getAsBoolean() || !sandbox.awaitQuiet(Duration.ofSeconds(1)));
  }

  private static void each(List<Runnable> all) {
    Semaphore some = new Semaphore(GUESTS_AT_ONCE);
    List<CompletableFuture<Void>> begun =
        all.stream()
            .map(one ->
                CompletableFuture.runAsync(
                    () -> {
                      some.acquireUninterruptibly();
                      try {
                        one.run();
                      } finally {
                        some.release();
                      }
                    },
                    Thread::startVirtualThread))
            .toList();
    begun.forEach(CompletableFuture::join);
  }

  /** What a provider, or a page, waits for an answer to, because it says what comes next. */
  private static boolean isQuestion(Letter letter) {
    return letter.target().startsWith("/webchat/")
        || letter.target().startsWith("/vapi/")
            && letter
                .body()
                .matches(
                    "(?s).*\"type\":\"(assistant-request|tool-calls|[a-z-]*destination-request)\".*")
        || letter.target().startsWith("/voice/twilio")
            && !letter.target().startsWith("/voice/twilio/status");
  }

  /** Telnyx signs the time, and each delivery anew; the others' signatures know no time. */
  private static Letter signedAfresh(Letter letter) {
    if (!letter.target().startsWith("/telnyx/")) {
      return letter;
    }
    String now = String.valueOf(sandbox.clock().instant().getEpochSecond());
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(letter.headers());
    headers.put("telnyx-timestamp", List.of(now));
    headers.put("telnyx-signature-ed25519", List.of(TelnyxSigning.sign(now, letter.body())));
    return new Letter(letter.target(), headers, letter.body());
  }

  private static int deadLetters() {
    return Queue.all().stream()
        .mapToInt(queue -> sandbox.queues().waiting(queue.deadLetters()))
        .sum();
  }
}
