package io.conserje.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  @Test
  void aStateNeverGoesBack() {
    for (Delivery from : Delivery.values()) {
      for (Delivery to : Delivery.values()) {
        assertFalse(from.canBecome(to) && to.canBecome(from), from + " and " + to);
      }
    }
    assertTrue(Delivery.SENT.canBecome(Delivery.UNDELIVERED));
    assertTrue(Delivery.SENDING.canBecome(Delivery.DELIVERED));
    assertFalse(Delivery.DELIVERED.canBecome(Delivery.FAILED));
    assertFalse(Delivery.FAILED.canBecome(Delivery.DELIVERED));
  }

  @Test
  void thePauseDoublesWithJitterAndHeedsTheProvider() {
    BackOff backOff = new BackOff(8, new Random(1));
    long least = 2000;
    for (int attempt = 1; attempt <= 5; attempt++, least *= 2) {
      long pause = backOff.after(attempt, null).toMillis();
      assertTrue(pause >= least && pause <= least * 5 / 4, attempt + ": " + pause);
    }
    assertTrue(backOff.after(40, null).compareTo(Duration.ofSeconds(75)) <= 0);
    assertEquals(Duration.ofSeconds(90), backOff.after(1, Duration.ofSeconds(90)));
  }
}
