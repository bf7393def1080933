package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Queue;
import io.conserje.sandbox.RoughRoad.Letter;
import io.conserje.sandbox.meta.MetaGuests;
import io.conserje.sandbox.telnyx.TelnyxGuests;
import io.conserje.sandbox.vapi.PhoneCalls;
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
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a provider's network does to its events, in the end it is as if each had come once and
 * in order: the same guests do the same on a straight road and on a rough one. How many events:
 * {@code -Dstorm}.
 */
@InSharedSandbox
class StormTest {

  /** One for all of a test run: what fails and is tried once more fails again. */
  private static final long SEED = Long.getLong("seed", new Random().nextLong());

  private static final int EVENTS = Integer.getInteger("storm", 100);
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final int CALLERS_AT_ONCE = 4;
  private static final Locale SPANISH = Locale.of("es");

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

  /** Whose call VAPI gave up in one of the runs, since this machine answered after its 7.5 s. */
  private static final Set<String> TOO_LATE = ConcurrentHashMap.newKeySet();

  private static Sandbox sandbox;

  private RoughRoad road;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @BeforeEach
  void say() {
    TOO_LATE.clear();
    System.out.println("Storm: about " + EVENTS + " events, seed " + SEED);
  }

  /** Each guest's part: the steps follow one another, the guests are all over the place. */
  private record Play(int eventsOfOne, List<IntConsumer> steps) {}

  @Test
  void ofTwilio() {
    Guests guests = new Guests(sandbox);
    compare(written(guests::write));
  }

  @Test
  void ofTelnyx() {
    compare(written(StormTest::sms));
  }

  @Test
  void ofMeta() {
    compare(written(StormTest::meta));
  }

  @Test
  void ofVapi() {
    compare(new Play(9, List.of(StormTest::call)));
  }

  /** A message, and what becomes of the answer. */
  private static Play written(Pen pen) {
    return new Play(
        9,
        IntStream.range(0, QUESTIONS.size())
            .mapToObj(step -> (IntConsumer) guest -> pen.write(guest, line(guest, step)))
            .toList());
  }

  private interface Pen {
    void write(int guest, String text);
  }

  private static void sms(int guest, String text) {
    sandbox
        .telnyx()
        .guests()
        .write(new TelnyxGuests.Written(Guests.phone(guest), Guests.RESTAURANT, text, "", null, 1));
  }

  private static void meta(int guest, String text) {
    sandbox
        .meta()
        .guests()
        .write(MetaGuests.Written.text(Guests.phone(guest), Guests.name(guest), text));
  }

  private static void call(int guest) {
    String steps =
        """
        [{"user": "Buenas, soy %1$s"}, %2$s{"assistant": "¿Algo más?"}, {"message": {"type": "hang"}},
         {"user": "Gracias, adiós."}]
        """
            .formatted(Guests.name(guest), guest < MEALS.size() ? tools(guest) : "");
    PhoneCalls.Played played =
        sandbox
            .vapi()
            .calls()
            .play(
                new PhoneCalls.Script(
                    Guests.phone(guest),
                    Guests.RESTAURANT,
                    Json.read(steps),
                    "customer-ended-call"));
    if (!played.endedReason().equals("customer-ended-call")
        || played.results().toString().contains("No result returned.")) {
      TOO_LATE.add(Guests.phone(guest));
    }
  }

  private static String tools(int guest) {
    LocalDateTime meal = MEALS.get(guest);
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
        : "mesa para dos el %d de %s a las %s, a nombre de %s"
            .formatted(
                meal.getDayOfMonth(),
                meal.getMonth().getDisplayName(TextStyle.FULL, SPANISH),
                meal.toLocalTime(),
                Guests.name(guest));
  }

  private static boolean isNearHoliday(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    return date.isAfter(MonthDay.of(12, 3)) && date.isBefore(MonthDay.of(12, 10))
        || date.isAfter(MonthDay.of(12, 22))
        || date.isBefore(MonthDay.of(1, 8));
  }

  private void compare(Play play) {
    int guests = Math.max(2, EVENTS / play.eventsOfOne());
    straight(play, guests);
    TreeSet<String> expected = Effects.of(sandbox.database());
    assertTrue(expected.stream().anyMatch(line -> line.startsWith("book ")), expected::toString);
    anew();
    try {
      road = new RoughRoad(sandbox.gateway(), SEED, StormTest::isQuestion);
      sandbox.settings().reachedBy(road.address());
      rough(play, guests);
      assertEquals(List.of(), road.refused());
      assertEquals(List.of(), differences(expected));
      muchLater();
      assertEquals(List.of(), differences(expected));
      assertEquals(0, deadLetters());
      System.out.println(
          "Storm: "
              + road.sent()
              + " events, "
              + road.repeated()
              + " of them twice, "
              + TOO_LATE.size()
              + " calls given up");
    } finally {
      sandbox.settings().reachedBy(sandbox.gateway());
      road.close();
      anew();
    }
  }

  private void straight(Play play, int guests) {
    for (IntConsumer step : play.steps()) {
      each(IntStream.range(0, guests).boxed().toList(), step);
      assertTrue(sandbox.awaitQuiet(LONGEST), "the house comes to rest");
    }
  }

  private void rough(Play play, int guests) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, guests).boxed().toList());
    for (IntConsumer step : play.steps()) {
      Collections.shuffle(all, new Random(SEED));
      each(all, step);
      rest();
    }
  }

  /** The queues remember nothing any more: only the ledger can know what comes again. */
  private void muchLater() {
    sandbox.queues().empty();
    road.bringTheRest();
    rest();
  }

  private void rest() {
    long end = System.nanoTime() + LONGEST.toNanos();
    do {
      assertTrue(sandbox.awaitQuiet(LONGEST), "the house comes to rest");
      assertTrue(System.nanoTime() < end, "the road comes to rest");
    } while (!road.isEmpty() || !sandbox.awaitQuiet(Duration.ofSeconds(1)));
  }

  private static void each(List<Integer> guests, IntConsumer step) {
    Semaphore some = new Semaphore(CALLERS_AT_ONCE);
    List<CompletableFuture<Void>> all =
        guests.stream()
            .map(guest ->
                CompletableFuture.runAsync(
                    () -> {
                      some.acquireUninterruptibly();
                      try {
                        step.accept(guest);
                      } finally {
                        some.release();
                      }
                    },
                    Thread::startVirtualThread))
            .toList();
    all.forEach(CompletableFuture::join);
  }

  /** What a provider waits for an answer to, because the answer says what it does next. */
  private static boolean isQuestion(Letter letter) {
    return letter.target().startsWith("/vapi/")
            && letter
                .body()
                .matches(
                    "(?s).*\"type\":\"(assistant-request|tool-calls|[a-z-]*destination-request)\".*")
        || letter.target().startsWith("/voice/twilio")
            && !letter.target().startsWith("/voice/twilio/status");
  }

  private static List<String> differences(TreeSet<String> expected) {
    return Effects.differences(expected, Effects.of(sandbox.database())).stream()
        .filter(line -> TOO_LATE.stream().noneMatch(line::contains))
        .toList();
  }

  private static void anew() {
    SharedSandbox.putBack(sandbox);
  }

  private static int deadLetters() {
    return Queue.all().stream()
        .mapToInt(queue -> sandbox.queues().waiting(queue.deadLetters()))
        .sum();
  }
}
