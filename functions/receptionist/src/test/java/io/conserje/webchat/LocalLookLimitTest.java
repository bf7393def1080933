package io.conserje.webchat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalLookLimitTest {

  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  @Test
  void eachLooksSoOftenInAMinuteAndInTheNextAgain() {
    LookLimit limit = new LocalLookLimit(() -> 2);

    assertTrue(limit.allows("one", NOON));
    assertTrue(limit.allows("one", NOON.plusSeconds(1)));
    assertFalse(limit.allows("one", NOON.plusSeconds(59)));
    assertTrue(limit.allows("other", NOON.plusSeconds(59)));
    assertTrue(limit.allows("one", NOON.plusSeconds(60)));
  }

  @Test
  void withoutALimitNobodyIsKeptFromLooking() {
    LookLimit limit = new LocalLookLimit(() -> 0);

    for (int i = 0; i < 1_000; i++) {
      assertTrue(limit.allows("one", NOON));
    }
  }
}
