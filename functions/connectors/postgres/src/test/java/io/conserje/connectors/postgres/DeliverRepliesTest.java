package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Outbox.Claim;
import io.conserje.outbound.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Replies go out in their order, and each once. */
class DeliverRepliesTest extends RepliesOnTheirWay {

  @Test
  void repliesGoOutInOrderAndOnce() {
    reply("uno");
    reply("dos");

    deliver.deliver(conversation, null);
    deliver.deliver(conversation, null);

    assertEquals(List.of("uno", "dos"), carrier.sent);
    assertEquals(List.of("uno:sent", "dos:sent"), states());
  }

  @Test
  void whatCannotBeSentNowIsTriedAgainAndHoldsBackWhatFollows() {
    reply("uno");
    reply("dos");
    carrier.answers.add(new Sending.Later("20429", "too many requests", Duration.ofSeconds(7)));

    deliver.deliver(conversation, null);
    assertEquals(List.of("uno:waiting", "dos:waiting"), states());
    assertEquals(List.of(Duration.ofSeconds(7)), reminders.outbox);
    deliver.deliver(conversation, null);
    assertEquals(List.of(), carrier.sent);
    deliver.deliver(conversation, reminders.last);

    assertEquals(List.of("uno", "dos"), carrier.sent);
  }

  @Test
  void afterItsLastTryAReplyIsGivenUpAndTheNextFollows() {
    reply("uno");
    reply("dos");
    for (int i = 0; i < 3; i++) {
      carrier.answers.add(new Sending.Later("503", "down", null));
    }

    for (int i = 0; i < 3; i++) {
      deliver.deliver(conversation, reminders.last);
    }

    assertEquals(List.of("dos"), carrier.sent);
    assertEquals(List.of("uno:failed", "dos:sent"), states());
  }

  @Test
  void aReminderThatWaitedForSomethingElseSkipsNoBackOff() {
    reply("uno");
    carrier.answers.add(new Sending.Later("503", "down", null));
    deliver.deliver(conversation, null);
    Instant due = reminders.last;

    deliver.deliver(conversation, now);
    assertEquals(List.of(), carrier.sent);
    assertEquals(due, reminders.last);
    deliver.deliver(conversation, due);

    assertEquals(List.of("uno"), carrier.sent);
  }

  @Test
  void aRefusedReplyIsNotTriedAgain() {
    reply("uno");
    carrier.answers.add(new Sending.Refused("21211", "no such number"));

    deliver.deliver(conversation, null);
    deliver.deliver(conversation, reminders.last);

    assertEquals(List.of("uno:failed"), states());
    assertEquals(List.of(), carrier.sent);
  }

  @Test
  void aTryWhoseEndIsUnknownIsNotRepeatedWhenTheProviderHasIt() {
    reply("uno");
    OutboundMessage tried = claimed();
    carrier.has = new EarlierTry.Arrived("SM-before-the-crash");

    deliver.deliver(conversation, null);
    assertEquals(List.of(HOLD), reminders.outbox);
    now = now.plus(HOLD);
    deliver.deliver(conversation, null);

    assertEquals(List.of(), carrier.sent);
    assertEquals(List.of("uno:sent"), states());
    assertEquals(Set.of("SM-before-the-crash"), outbox.knownProviderIds(tried));
  }

  @Test
  void whoReadTheClockAndThenWaitedForAnotherDoesNotSendTheSame() {
    reply("uno");
    outbox.claim(conversation, now.plusMillis(5), HOLD, null);

    assertInstanceOf(Claim.Wait.class, outbox.claim(conversation, now, HOLD, null));
  }

  @Test
  void whatWasHeldBeforeTheClockWasSetBackIsTakenAtOnce() {
    reply("uno");
    outbox.claim(conversation, now.plus(Duration.ofHours(1)), HOLD, null);

    assertInstanceOf(Claim.Claimed.class, outbox.claim(conversation, now, HOLD, null));
  }

  @Test
  void whenTheProviderCannotBeAskedNothingIsSent() {
    reply("uno");
    outbox.claim(conversation, now, HOLD, null);
    now = now.plus(HOLD);
    carrier.silent = true;

    deliver.deliver(conversation, null);

    assertEquals(List.of(), carrier.sent);
    assertEquals(List.of("uno:waiting"), states());
  }
}
