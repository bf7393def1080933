package io.conserje.connectors.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.knowledge.AnswerCache.Key;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.knowledge.RememberedKnowledge;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.venue.VenueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisAnswerCacheTest {

  private static final VenueId HOUSE = new VenueId("restaurante");
  private static final List<KnownTopic> PARKING =
      List.of(
          new KnownTopic("aparcamiento", "es", "Hay uno público, \"abierto\" toda la noche.", 0.75),
          new KnownTopic("wifi", "es", "Gratis:\nsí", 1));

  private static EmbeddedRedisServer server;

  private final AtomicReference<String> url = new AtomicReference<>(server.url());
  private final AtomicLong nanoTime = new AtomicLong();
  private final RedisConnection redis = new RedisConnection(url::get);
  private final RedisAnswerCache cache = new RedisAnswerCache(redis, new Outage(nanoTime::get));
  private final AtomicInteger searches = new AtomicInteger();
  private final AtomicLong version = new AtomicLong(7);
  private final List<Boolean> hits = new ArrayList<>();
  private final RememberedKnowledge knowledge =
      new RememberedKnowledge(
          (_, question, _) -> {
            searches.incrementAndGet();
            return question.words().contains("parking") ? PARKING : List.of();
          },
          _ -> version.get(),
          cache,
          hits::add);

  @BeforeAll
  static void start() {
    server = EmbeddedRedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void close() {
    url.set(server.url());
    redis.ask(commands -> commands.flushall());
    redis.close();
  }

  @Test
  void theSameQuestionIsLookedUpOnceHoweverItIsWritten() {
    assertEquals(PARKING, find("¿Hay parking?"));
    assertEquals(PARKING, find("hay PARKING"));

    assertEquals(1, searches.get());
    assertEquals(List.of(false, true), hits);
  }

  @Test
  void whatIsNotKnownIsRememberedToo() {
    assertEquals(List.of(), find("¿hay karaoke?"));
    assertEquals(List.of(), find("¿hay karaoke?"));

    assertEquals(1, searches.get());
  }

  @Test
  void anotherStateOfTheHouseLanguageOrHouseIsAskedAnew() {
    find("hay parking");
    version.set(8);
    find("hay parking");
    knowledge.find(HOUSE, Question.of("hay parking"), "en");
    knowledge.find(new VenueId("hotel"), Question.of("hay parking"), "es");

    assertEquals(4, searches.get());
  }

  @Test
  void withoutRedisEverythingIsLookedUpAndRedisIsNotAskedAtEveryQuestion() {
    url.set("redis://127.0.0.1:1");

    assertEquals(PARKING, find("hay parking"));
    url.set(server.url());
    assertEquals(PARKING, find("hay parking"));
    assertEquals(2, searches.get());
    assertEquals(Optional.empty(), stored());

    nanoTime.addAndGet(Outage.PAUSE.toNanos());
    find("hay parking");
    assertTrue(stored().isPresent());
  }

  private Optional<List<KnownTopic>> stored() {
    return cache.find(new Key(HOUSE, "es", 7, "hay parking"));
  }

  private List<KnownTopic> find(String question) {
    return knowledge.find(HOUSE, Question.of(question), "es");
  }
}
