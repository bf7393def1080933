package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.guest.Staff;
import io.conserje.metrics.Metrics;
import io.conserje.outbound.CircuitKeeper;
import io.conserje.outbound.Sending;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A message that waited a day for its provider is given up, and has another day when it is
 * replayed.
 */
class GivenUpAfterADayTest extends TwoProviders {

  @Test
  void afterADayItIsGivenUpAndCanBeReplayed() {
    one.down = true;
    List<UUID> talks = talks(1);
    deliver(talks.getFirst(), null);
    passTheTime(talks, Duration.ofMinutes(5));
    assertEquals(List.of("waiting"), states());
    now = now.plus(Duration.ofHours(24));
    passTheTime(talks, Duration.ofMinutes(20));
    assertEquals(List.of("failed"), states());

    one.down = false;
    PostgresDeadLetters dead =
        new PostgresDeadLetters(database.sql, database.json, database.digests);
    UUID id = dead.unsent(Database.HOUSE, now).getFirst().id();
    assertTrue(dead.sendAgain(id, "outbox-" + id, new Staff("Marta", now)).isPresent());
    assertTrue(dead.sendAgain(id, "outbox-" + id, new Staff("Marta", now)).isEmpty());
    deliver(talks.getFirst(), null);
    passTheTime(talks, Duration.ofMinutes(5));

    assertEquals(1, one.sent.size());
    assertEquals(List.of("sent"), states());
  }

  @Test
  void aReplayHasADayOfItsOwnThoughTheProviderIsStillDown() {
    one.down = true;
    UUID talk = givenUpAfterADay();

    replay();
    deliver(talk, null);
    passTheTime(List.of(talk), Duration.ofMinutes(30));
    assertEquals(List.of("waiting"), states(), "not given up at once");
    one.down = false;
    passTheTime(List.of(talk), Duration.ofMinutes(5));

    assertEquals(1, one.sent.size());
    assertEquals(List.of("sent"), states());
  }

  @Test
  void afterADayFromItsReplayItIsGivenUpAgain() {
    one.down = true;
    UUID talk = givenUpAfterADay();
    replay();
    deliver(talk, null);

    now = now.plus(Duration.ofHours(23));
    passTheTime(List.of(talk), Duration.ofMinutes(20));
    assertEquals(List.of("waiting"), states());
    now = now.plus(Duration.ofHours(1));
    passTheTime(List.of(talk), Duration.ofMinutes(20));

    assertEquals(List.of("failed"), states());
  }

  @Test
  void whatWaitedForADayAndWasNeverTriedIsSentWhenItIsReplayedWithoutAsking() {
    one.down = true;
    List<UUID> talks = talks(6);
    talks.forEach(talk -> deliver(talk, null));
    UUID last = talks.getLast();
    now = now.plus(Duration.ofHours(24)).plusSeconds(1);
    new CircuitKeeper(circuits, Metrics.NONE)
        .failed("one", new Sending.Later("http_429", "slower", Duration.ofMinutes(5)), now);
    deliver(last, reminders.get(last));
    assertEquals("failed", states().getLast());
    one.down = false;
    one.silent = true;

    replay();
    now = now.plus(Duration.ofMinutes(6));
    deliver(last, null);

    assertEquals("sent", states().getLast());
  }

  /** Its provider has been down since before the last try. */
  private UUID givenUpAfterADay() {
    UUID talk = talks(1).getFirst();
    deliver(talk, null);
    passTheTime(List.of(talk), Duration.ofMinutes(5));
    now = now.plus(Duration.ofHours(24));
    passTheTime(List.of(talk), Duration.ofMinutes(20));
    assertEquals(List.of("failed"), states());
    return talk;
  }

  private void replay() {
    PostgresDeadLetters dead =
        new PostgresDeadLetters(database.sql, database.json, database.digests);
    UUID id = dead.unsent(Database.HOUSE, now).getFirst().id();
    assertTrue(dead.sendAgain(id, "outbox-" + id, new Staff("Marta", now)).isPresent());
  }
}
