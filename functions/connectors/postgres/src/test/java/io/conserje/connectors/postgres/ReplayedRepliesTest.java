package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.guest.Staff;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reply that was lost and is put in line again, or discarded. */
class ReplayedRepliesTest extends RepliesOnTheirWay {

  @Test
  void ofAReplayedReplyOnlyItsNewCopyCounts() {
    String id = lostAndReplayed();

    report("SM0", id, "undelivered");
    report("SM0", id, "failed");
    assertEquals(List.of("uno:waiting"), states(), "that was told of the first copy");
    deliver.deliver(conversation, null);
    report("SM0", id, "undelivered");
    assertEquals(List.of("uno:sent"), states());
    report("SM1", id, "delivered");

    assertEquals(List.of("uno", "uno"), carrier.sent);
    assertEquals(List.of("uno:delivered"), states());
  }

  @Test
  void aReplayedReplyWhoseAnswerIsLostIsFoundByItsReport() {
    String id = lostAndReplayed();
    OutboundMessage message = claimed();
    assertEquals(1, message.attempt(), "its first copy is known to be lost");
    assertEquals(Set.of("SM0"), outbox.knownProviderIds(message), "and is no try of this one");

    report("SM9", id, "sent");

    assertEquals(List.of("uno:sent"), states());
  }

  @Test
  void aReplyWhoseFirstCopyArrivedAfterAllIsNotSentAgain() {
    String id = lostAndReplayed();

    report("SM0", id, "delivered");
    deliver.deliver(conversation, null);

    assertEquals(List.of("uno"), carrier.sent);
    assertEquals(List.of("uno:delivered"), states());
  }

  @Test
  void aReplyThatIsDiscardedIsDeadNoMoreAndNotReplayed() {
    reply("uno");
    carrier.answers.add(new Sending.Refused("21211", "no such number"));
    deliver.deliver(conversation, null);
    PostgresDeadLetters dead = deadLetters();
    UUID id = dead.unsent(Database.HOUSE, now).getFirst().id();
    Staff marta = new Staff("Marta", now);

    assertTrue(dead.discard(id, "outbox-" + id, "he was called", marta).isPresent());

    assertTrue(dead.discard(id, "outbox-" + id, "he was called", marta).isEmpty());
    assertTrue(dead.sendAgain(id, "outbox-" + id, marta).isEmpty());
    assertEquals(List.of(), dead.unsent(Database.HOUSE, now));
    assertEquals(Optional.of(Database.HOUSE), dead.wasDiscarded("outbox-" + id));
    assertEquals(Optional.empty(), dead.wasReplayed("outbox-" + id));
  }

  private PostgresDeadLetters deadLetters() {
    return new PostgresDeadLetters(database.sql, database.json, database.digests);
  }

  /** Sent, reported as lost, and put in line again. */
  private String lostAndReplayed() {
    reply("uno");
    deliver.deliver(conversation, null);
    report("SM0", null, "undelivered");
    assertEquals(List.of("uno:undelivered"), states());
    UUID id = deadLetters().unsent(Database.HOUSE, now).getFirst().id();
    deadLetters().sendAgain(id, "outbox-" + id, new Staff("Marta", now));
    return id.toString();
  }
}
