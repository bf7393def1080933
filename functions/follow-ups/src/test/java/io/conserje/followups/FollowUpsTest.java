package io.conserje.followups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.names.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was left lying is found again, by one runner at a time. */
class FollowUpsTest extends FollowedUpHouse {

  @Test
  void aQuietHouseIsLeftAlone() {
    assertEquals("0 unanswered, 0 unsent", run());
  }

  @Test
  void aMessageWhoseReminderWasLostIsRemindedOfOnceItIsOverdue() throws Exception {
    execute(
        "INSERT INTO messages (conversation, venue, sender, body, at, state) VALUES ('"
            + CONVERSATION
            + "', 'casa', 'guest', 'hola', '"
            + NOW
            + "', 'waiting')");

    assertEquals("0 unanswered, 0 unsent", run());
    now = NOW.plusSeconds(31);
    assertEquals("1 unanswered, 0 unsent", run());
    assertEquals(
        "{\"conversation\":\"" + CONVERSATION + "\",\"upTo\":1}", received(Queue.TURN_DUE));
  }

  @Test
  void aMessageSomebodyIsAnsweringIsLeftToThem() throws Exception {
    execute(
        "INSERT INTO messages (conversation, venue, sender, body, at, state) VALUES ('"
            + CONVERSATION
            + "', 'casa', 'guest', 'hola', '"
            + NOW
            + "', 'in_turn')");
    execute("UPDATE conversations SET lease_until = '" + NOW.plusSeconds(60) + "'");

    now = NOW.plusSeconds(59);
    assertEquals("0 unanswered, 0 unsent", run());
    now = NOW.plusSeconds(60);
    assertEquals("1 unanswered, 0 unsent", run());
  }

  @Test
  void aReplyWhoseSenderDiedIsRemindedOf() throws Exception {
    execute(
        "INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address, body,"
            + " state, due_at, sending_until, written_at, changed_at) VALUES ('"
            + UUID.randomUUID()
            + "', 'casa', '"
            + CONVERSATION
            + "', 'reply', 'whatsapp', '+34600000900', '+34600000101',"
            + " 'hola', 'sending', '"
            + NOW
            + "', '"
            + NOW.plusSeconds(20)
            + "', '"
            + NOW
            + "', '"
            + NOW
            + "')");

    assertEquals("0 unanswered, 0 unsent", run());
    now = NOW.plusSeconds(20);
    assertEquals("0 unanswered, 1 unsent", run());
    assertEquals("{\"conversation\":\"" + CONVERSATION + "\"}", received(Queue.OUTBOX_DUE));
  }

  @Test
  void aJobThatAnotherRunnerHoldsIsNotRun() throws Exception {
    execute("INSERT INTO job_leases VALUES ('outbox-sweep', 1, '" + NOW.plusSeconds(30) + "')");

    assertEquals("another runner has it", run());
    now = NOW.plusSeconds(30);
    assertEquals("0 unanswered, 0 unsent", run());
  }
}
