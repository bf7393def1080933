package io.conserje.inbound;

import static io.conserje.inbound.SenderLimit.Verdict.ANSWER;
import static io.conserje.inbound.SenderLimit.Verdict.SAY_ONCE;
import static io.conserje.inbound.SenderLimit.Verdict.SILENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.inbound.SenderLimit.Verdict;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LocalSenderLimitTest {

  private static final VenueId VENUE = new VenueId("restaurante");
  private static final String GUEST = "+34600000101";
  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  private final AtomicInteger perMinute = new AtomicInteger(2);
  private final LocalSenderLimit limit = new LocalSenderLimit(perMinute::get);

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
  }

  @Test
  void sendersAndHousesAreCountedApart() {
    check("1", 0);
    check("2", 0);

    assertEquals(ANSWER, limit.check(VENUE, "+34600000102", "3", NOON));
    assertEquals(ANSWER, limit.check(new VenueId("hotel"), GUEST, "4", NOON));
  }

  @Test
  void zeroIsNoLimit() {
    perMinute.set(0);
    for (int i = 0; i < 100; i++) {
      assertEquals(ANSWER, check(String.valueOf(i), 0));
    }
  }

  private Verdict check(String event, int second) {
    return limit.check(VENUE, GUEST, event, NOON.plusSeconds(second));
  }
}
