package io.conserje.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private static final Sending.Later DOWN = new Sending.Later("http_503", "down", null);

  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private Circuit circuit = Circuit.CLOSED;

  @Test
  void fourFailuresInARowAreBorneAndTheFifthOpensIt() {
    fail(4);
    assertTrue(circuit.isClosed());
    assertFalse(circuit.isWell());
    fail(1);
    assertEquals(Optional.of(now.plusSeconds(10)), circuit.wait(now));
    assertEquals("http_503", circuit.errorCode());
    assertEquals(now, circuit.since());
  }

  @Test
  void afterItsPauseOneTriesAndTheOthersWaitForHowThatEnds() {
    fail(5);
    now = now.plusSeconds(10);
    assertEquals(Optional.empty(), circuit.wait(now));

    circuit = circuit.trying(now);

    assertEquals(Optional.of(now.plusSeconds(2)), circuit.wait(now));
    assertEquals(Optional.empty(), circuit.wait(now.plusSeconds(40)), "who tried has died over it");
  }

  @Test
  void eachFailedTryDoublesThePauseUpToAMinute() {
    fail(5);
    for (int seconds : new int[] {20, 40, 60, 60}) {
      now = circuit.openUntil();
      circuit = circuit.trying(now);
      fail(1);
      assertEquals(now.plusSeconds(seconds), circuit.openUntil());
    }
  }

  @Test
  void whatWasOnItsWayWhenItOpenedMakesItNoWorse() {
    fail(5);
    Instant until = circuit.openUntil();
    fail(7);
    assertEquals(until, circuit.openUntil());
    assertEquals(Duration.ofSeconds(20), circuit.pause());
  }

  @Test
  void whatTheProviderAsksForIsGivenAtOnceAndToAll() {
    circuit = circuit.failed(asking(45), now);
    assertEquals(Optional.of(now.plusSeconds(45)), circuit.wait(now));
    circuit = circuit.failed(asking(5), now);
    assertEquals(Optional.of(now.plusSeconds(45)), circuit.wait(now), "the longer counts");
    circuit = circuit.failed(asking(86_400), now);
    assertEquals(Optional.of(now.plusSeconds(600)), circuit.wait(now), "within reason");
  }

  @Test
  void whoHadNoAnswerAndWaitsForOneAsksNothingOfOthers() {
    Duration own = Duration.ofSeconds(20);
    circuit =
        circuit.failed(new Sending.Later("no_answer", "slow", own, Sending.About.PROVIDER), now);
    assertTrue(circuit.isClosed());
  }

  @Test
  void whoCouldNotTryAfterAllLeavesItToTheNext() {
    fail(5);
    now = now.plusSeconds(10);
    circuit = circuit.trying(now).untried();

    assertEquals(Optional.empty(), circuit.wait(now));
    assertFalse(circuit.isClosed());
    circuit = circuit.trying(now);
    fail(1);
    assertEquals(now.plusSeconds(20), circuit.openUntil(), "as if nobody had tried before");
  }

  private static Sending.Later asking(long seconds) {
    return new Sending.Later("http_429", "slower", Duration.ofSeconds(seconds));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      circuit = circuit.failed(DOWN, now);
    }
  }
}
