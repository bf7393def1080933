package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SqsWakeupsTest {

  @Test
  void delaysAreWholeSecondsRoundedUp() {
    assertEquals(0, SqsWakeups.wholeSeconds(Duration.ZERO));
    assertEquals(0, SqsWakeups.wholeSeconds(Duration.ofSeconds(-3)));
    assertEquals(1, SqsWakeups.wholeSeconds(Duration.ofMillis(1)));
    assertEquals(1, SqsWakeups.wholeSeconds(Duration.ofSeconds(1)));
    assertEquals(2, SqsWakeups.wholeSeconds(Duration.ofMillis(1001)));
    assertEquals(900, SqsWakeups.wholeSeconds(Duration.ofMillis(899_001)));
    assertEquals(900, SqsWakeups.wholeSeconds(Duration.ofSeconds(Long.MAX_VALUE)));
  }
}
