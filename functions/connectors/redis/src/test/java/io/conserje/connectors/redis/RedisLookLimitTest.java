package io.conserje.connectors.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.webchat.LookLimit;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RedisLookLimitTest {

  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  @Test
  void twoInstancesCountTogetherAndTwoCountsApart() {
    try (EmbeddedRedisServer server = EmbeddedRedisServer.start();
        RedisConnection here = new RedisConnection(server::url);
        RedisConnection there = new RedisConnection(server::url)) {
      LookLimit one = new RedisLookLimit(here, "looks", () -> 2);
      LookLimit other = new RedisLookLimit(there, "looks", () -> 2);

      assertTrue(one.allows("lucia", NOON));
      assertTrue(other.allows("lucia", NOON.plusSeconds(10)));
      assertFalse(one.allows("lucia", NOON.plusSeconds(20)));
      assertTrue(one.allows("ana", NOON.plusSeconds(20)));
      assertTrue(new RedisLookLimit(here, "others", () -> 2).allows("lucia", NOON));
      assertTrue(other.allows("lucia", NOON.plusSeconds(60)));
    }
  }

  @Test
  void whileRedisIsAwayEachCountsForItself() {
    try (RedisConnection nowhere = new RedisConnection(() -> "redis://127.0.0.1:1")) {
      LookLimit limit = new RedisLookLimit(nowhere, "looks", () -> 1);

      assertTrue(limit.allows("lucia", NOON));
      assertFalse(limit.allows("lucia", NOON));
      assertTrue(new RedisLookLimit(nowhere, "looks", () -> 1).allows("lucia", NOON));
    }
  }
}
