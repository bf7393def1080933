package io.conserje.connectors.redis;

import static io.conserje.inbound.SenderLimit.Verdict.ANSWER;
import static io.conserje.inbound.SenderLimit.Verdict.SAY_ONCE;
import static io.conserje.inbound.SenderLimit.Verdict.SILENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.inbound.SenderLimit.Verdict;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.venue.VenueId;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisSenderLimitTest {

  private static final VenueId VENUE = new VenueId("restaurante");
  private static final String GUEST = "+34600000101";
  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  private static EmbeddedRedisServer server;

  private final AtomicReference<String> url = new AtomicReference<>(server.url());
  private final AtomicInteger perMinute = new AtomicInteger(2);
  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
  private final RedisConnection redis = new RedisConnection(url::get);
  private final RedisSenderLimit limit =
      new RedisSenderLimit(redis, perMinute::get, new Outage(nanoTime::get));

  @BeforeAll
  static void start() {
    server = EmbeddedRedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void empty() {
    onServer(server, connection -> connection.sync().flushall());
  }

  @AfterEach
  void close() {
    redis.close();
  }

  @Test
  void floodGetsOnePoliteLineAndThenSilence() {
    assertEquals(ANSWER, check("1", 0));
    assertEquals(ANSWER, check("2", 1));
    assertEquals(SAY_ONCE, check("3", 2));
    assertEquals(SILENCE, check("4", 3));
  }

  @Test
  void repeatedEventCountsOnceAndKeepsItsVerdict() {
    check("1", 0);
    assertEquals(ANSWER, check("1", 0));
    assertEquals(ANSWER, check("2", 1));
    assertEquals(SAY_ONCE, check("3", 2));
    assertEquals(ANSWER, check("2", 2));
    assertEquals(SAY_ONCE, check("3", 300));
  }

  @Test
  void silenceLastsAsLongAsTheFlood() {
    check("1", 0);
    check("2", 1);
    check("3", 2);
    for (int second = 30; second <= 300; second += 20) {
      assertEquals(SILENCE, check("at " + second, second));
    }
  }

  @Test
  void afterAQuietMinuteTheGuestIsHeardAgainAndMayBeToldAgain() {
    check("1", 0);
    check("2", 1);
    check("3", 2);

    assertEquals(ANSWER, check("4", 62));
    assertEquals(ANSWER, check("5", 63));
    assertEquals(SAY_ONCE, check("6", 64));
  }

  @Test
  void clockSetBackForgetsWhatCameLater() {
    check("1", 0);
    check("2", 0);
    check("3", 0);

    assertEquals(ANSWER, check("4", -3600));
    assertEquals(ANSWER, check("5", -3600));
    assertEquals(SAY_ONCE, check("6", -3600));
  }

  @Test
  void sendersAndHousesAreCountedApart() {
    check("1", 0);
    check("2", 0);

    assertEquals(ANSWER, limit.check(VENUE, "+34600000102", "3", NOON));
    assertEquals(ANSWER, limit.check(new VenueId("hotel"), GUEST, "4", NOON));
  }

  @Test
  void zeroIsNoLimitAndAsksNobody() {
    perMinute.set(0);
    for (int i = 0; i < 100; i++) {
      assertEquals(ANSWER, check(String.valueOf(i), 0));
    }
    assertEquals(0, keys());
  }

  @Test
  void instancesCountTogether() throws Exception {
    perMinute.set(20);
    try (RedisConnection other = new RedisConnection(server::url)) {
      RedisSenderLimit second = new RedisSenderLimit(other, perMinute::get);
      List<Callable<Verdict>> checks =
          IntStream.range(0, 100)
              .<Callable<Verdict>>mapToObj(
                  i -> () -> (i % 2 == 0 ? limit : second).check(VENUE, GUEST, "e" + i, NOON))
              .toList();

      assertEquals(Map.of(ANSWER, 20, SAY_ONCE, 1, SILENCE, 79), count(atOnce(checks)));
    }
  }

  @Test
  void eventAskedByManyAtOnceHasOneVerdict() throws Exception {
    perMinute.set(1);
    check("before", 0);

    List<Callable<Verdict>> checks = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      checks.add(() -> check("same", 0));
    }

    assertEquals(Map.of(SAY_ONCE, 50), count(atOnce(checks)));
  }

  @Test
  void nothingInRedisShowsTheGuestsNumberAndAllOfItGoesAway() {
    check("SM1", 0);
    check("SM2", 0);
    check("SM3", 0);

    onServer(
        server,
        connection -> {
          List<String> keys = connection.sync().keys("*");
          assertEquals(5, keys.size());
          keys.forEach(key -> assertFalse(key.contains("600000101"), key));
          keys.forEach(key -> assertTrue(connection.sync().pttl(key) > 0, key));
          return null;
        });
  }

  @Test
  void redisKilledInTheMiddleIsReplacedByCountingHere() {
    EmbeddedRedisServer mortal = EmbeddedRedisServer.start();
    url.set(mortal.url());
    assertEquals(ANSWER, check("1", 0));
    mortal.close();

    assertEquals(ANSWER, check("2", 1));
    assertEquals(ANSWER, check("3", 1));
    assertEquals(SAY_ONCE, check("4", 1));
    assertEquals(SILENCE, check("5", 1));
  }

  @Test
  void redisKilledInTheMiddleLeavesNothingThatCannotBeToldAnyMore() {
    List<String> errors = new CopyOnWriteArrayList<>();
    Handler noted = noting(errors);
    Logger netty = Logger.getLogger("io.netty");
    netty.addHandler(noted);
    try {
      for (int i = 0; i < 5; i++) {
        redisKilledInTheMiddleIsReplacedByCountingHere();
        nanoTime.addAndGet(Outage.PAUSE.toNanos());
        onServer(server, connection -> connection.sync().flushall());
      }
      redis.close();
    } finally {
      netty.removeHandler(noted);
    }
    assertEquals(List.of(), errors);
  }

  /** Netty writes to the JDK's log where there is no other. */
  private static Handler noting(List<String> errors) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
          errors.add(line.getLoggerName() + ": " + line.getMessage());
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void redisComingBackIsUsedAgainAfterAPause() {
    url.set("redis://127.0.0.1:1");
    check("1", 0);
    url.set(server.url());

    check("2", 0);
    assertEquals(0, keys());

    nanoTime.addAndGet(Outage.PAUSE.toNanos());
    check("3", 0);
    assertEquals(2, keys());
  }

  @Test
  void slowRedisIsNotWaitedFor() {
    check("1", 0);
    onServer(server, connection -> connection.sync().clientPause(2000));

    assertEquals(ANSWER, check("2", 0));
    assertFalse(redisIsAsked());
  }

  @Test
  void muteRedisIsNotWaitedFor() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      url.set("redis://127.0.0.1:" + mute.getLocalPort());

      assertEquals(ANSWER, check("1", 0));
      assertFalse(redisIsAsked());
    }
  }

  @Test
  void wrongAddressIsAnOutageToo() {
    for (String wrong : new String[] {"", "nonsense", "http://127.0.0.1"}) {
      url.set(wrong);
      nanoTime.addAndGet(Outage.PAUSE.toNanos());
      assertEquals(ANSWER, check("at " + wrong, 100));
      perMinute.incrementAndGet();
    }
  }

  @Test
  void connectionCutOffUnseenIsOpenedAnewWithoutAnOutage() {
    check("1", 0);
    onServer(
        server, connection -> connection.sync().clientKill(KillArgs.Builder.typeNormal().skipme()));

    check("2", 0);

    assertEquals(3, keys());
    assertTrue(redisIsAsked());
  }

  @Test
  void changedAddressIsFollowed() {
    try (EmbeddedRedisServer other = EmbeddedRedisServer.start()) {
      url.set(other.url());
      check("1", 0);
      url.set(server.url());
      check("2", 0);

      assertEquals(2, keys());
    }
  }

  @Test
  void closedBeforeASnapshotItOpensAgainAfterwards() {
    check("1", 0);
    redis.close();

    check("2", 0);

    assertEquals(3, keys());
  }

  @Test
  void outageIsToldOnceAMinute() {
    AtomicLong now = new AtomicLong();
    Outage outage = new Outage(now::get);

    assertTrue(outage.begin());
    now.addAndGet(Duration.ofSeconds(59).toNanos());
    assertFalse(outage.begin());
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertTrue(outage.begin());
  }

  /** Whether the limit asks Redis now: then another event is counted there. */
  private boolean redisIsAsked() {
    url.set(server.url());
    int before = keys();
    limit.check(new VenueId("another"), GUEST, "another", NOON);
    return keys() > before;
  }

  private static int keys() {
    return onServer(server, connection -> connection.sync().keys("*").size());
  }

  private Verdict check(String event, int second) {
    return limit.check(VENUE, GUEST, event, NOON.plusSeconds(second));
  }

  private static List<Verdict> atOnce(List<Callable<Verdict>> checks) throws Exception {
    List<Verdict> verdicts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Verdict> verdict : threads.invokeAll(checks)) {
        verdicts.add(verdict.get());
      }
    }
    return verdicts;
  }

  private static Map<Verdict, Integer> count(List<Verdict> verdicts) {
    Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
    verdicts.forEach(verdict -> count.merge(verdict, 1, Integer::sum));
    return count;
  }

  private static <T> T onServer(
      EmbeddedRedisServer server, Function<StatefulRedisConnection<String, String>, T> work) {
    RedisClient client = RedisClient.create(server.url());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return work.apply(connection);
    } finally {
      client.shutdown();
    }
  }
}
