package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A provider that is down costs time and no message. */
class ProviderDownTest extends TwoProviders {

  @Test
  void afterFiveFailuresTheOthersWaitWithoutTryingAndNoneIsLost() {
    one.down = true;
    List<UUID> talks = talks(12);

    talks.forEach(talk -> deliver(talk, null));
    assertEquals(5, one.asked, "the others are not given to it");
    assertTrue(states().stream().allMatch("waiting"::equals), states().toString());
    assertEquals(List.of("opened"), counted);

    passTheTime(talks, Duration.ofMinutes(20));
    assertTrue(one.asked < 5 + 40, "about every minute, not for every message: " + one.asked);
    assertTrue(states().stream().allMatch("waiting"::equals), states().toString());

    one.down = false;
    passTheTime(talks, Duration.ofMinutes(5));

    assertEquals(12, one.sent.size());
    assertEquals(12, Set.copyOf(one.sent).size(), "each once");
    assertTrue(states().stream().allMatch("sent"::equals), states().toString());
    assertEquals(List.of("opened", "closed"), counted);
    assertTrue(circuits.of("one").isClosed());
  }

  @Test
  void aTryWhoseEndIsUnknownIsAskedForBeforeTheNextHoweverLongTheProviderWasDown() {
    List<UUID> talks = talks(1);
    one.silentlyTakes = true;
    deliver(talks.getFirst(), null);
    one.silent = true;
    passTheTime(talks, Duration.ofMinutes(30));
    assertEquals(List.of("waiting"), states());
    one.silent = false;

    passTheTime(talks, Duration.ofMinutes(5));

    assertEquals(1, one.sent.size(), "never sent twice");
    assertEquals(List.of("sent"), states());
  }

  @Test
  void whatTheProviderAsksForHoldsForEveryMessage() {
    one.answers.add(new Sending.Later("http_429", "slower", Duration.ofSeconds(30)));
    List<UUID> talks = talks(3);

    talks.forEach(talk -> deliver(talk, null));
    assertEquals(1, one.asked);
    now = now.plusSeconds(29);
    talks.forEach(talk -> deliver(talk, null));
    assertEquals(1, one.asked);

    passTheTime(talks, Duration.ofMinutes(2));
    assertEquals(3, one.sent.size());
  }

  @Test
  void whatIsAboutOneMessageIsNoTroubleOfTheProvider() {
    for (int i = 0; i < 6; i++) {
      one.answers.add(new Sending.Later("63018", "this pair is too fast", null, About.MESSAGE));
    }
    List<UUID> talks = talks(7);
    talks.forEach(talk -> deliver(talk, null));

    assertEquals(7, one.asked);
    assertEquals(1, one.sent.size());
    assertTrue(circuits.of("one").isClosed());
  }

  @Test
  void whoeverIsStillRefusedHasAnsweredAndEndsTheTrouble() {
    for (int i = 0; i < 4; i++) {
      one.answers.add(down());
    }
    one.answers.add(new Sending.Refused("21211", "no such number"));
    one.answers.add(down());
    talks(6).forEach(talk -> deliver(talk, null));

    assertEquals(6, one.asked);
    assertTrue(circuits.of("one").isClosed());
  }

  @Test
  void whoCannotTryAProviderAfterAllKeepsNobodyElseFromTryingIt() {
    database.update("INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house')");
    one.down = true;
    List<UUID> talks = talks(7);
    talks.subList(0, 5).forEach(talk -> deliver(talk, null));
    assertEquals(5, one.asked);
    one.down = false;
    now = now.plusSeconds(11);
    database.update("DELETE FROM messages WHERE conversation = ?", talks.get(5));

    deliver(talks.get(5), null);
    assertEquals(5, one.asked, "its window is closed, so it went by SMS and asked nobody");
    deliver(talks.get(6), null);

    assertEquals(6, one.asked);
    assertTrue(circuits.of("one").isClosed());
  }
}
