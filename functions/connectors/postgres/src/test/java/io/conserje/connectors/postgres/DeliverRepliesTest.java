package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.conversation.Step;
import io.conserje.conversation.Turn;
import io.conserje.conversation.Wakeups;
import io.conserje.guest.Staff;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.BackOff;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Outbox.Claim;
import io.conserje.outbound.ProviderWords;
import io.conserje.outbound.RecordDelivery;
import io.conserje.outbound.Senders;
import io.conserje.outbound.Sending;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverRepliesTest {

  private static final Duration HOLD = Duration.ofSeconds(40);

  private static final ProviderWords WORDS =
      new ProviderWords() {
        @Override
        public Optional<Delivery> state(DeliveryReport report) {
          return Optional.of(Delivery.of(report.status()));
        }

        @Override
        public Sending.Refusal refusal(DeliveryReport report) {
          return Sending.Refusal.FINAL;
        }
      };

  private final Carrier carrier = new Carrier();
  private final Reminders reminders = new Reminders();
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private Database database;
  private PostgresOutbox outbox;
  private DeliverReplies deliver;
  private UUID conversation;
  private int events;

  @BeforeEach
  void open() {
    database = Database.with(1);
    outbox = new PostgresOutbox(database.sql);
    deliver =
        new DeliverReplies(
            outbox,
            new PostgresVenues(database.venueRows, database.json),
            new Senders(Map.of(Channel.WHATSAPP, List.of(carrier), Channel.SMS, List.of(carrier))),
            reminders,
            () -> now,
            new BackOff(3, new Random(1)));
  }

  @AfterEach
  void close() {
    database.close();
  }

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
  void aReplyGivenUpWithoutAnAnswerIsDeliveredWhenTheProviderSaysSo() {
    reply("uno");
    for (int i = 0; i < 3; i++) {
      carrier.answers.add(new Sending.Later("no_answer", "timeout", null));
      deliver.deliver(conversation, reminders.last);
    }
    String id = database.one("SELECT id FROM outbox", row -> row.text("id")).orElseThrow();
    assertEquals(List.of("uno:failed"), states());

    report("SM7", id, "delivered");

    assertEquals(List.of("uno:delivered"), states());
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

  @Test
  void deliveryReportsMoveForwardWhateverTheirOrder() {
    reply("uno");
    deliver.deliver(conversation, null);
    for (String status : List.of("read", "sent", "delivered", "read", "failed")) {
      report("SM0", null, status);
    }

    assertEquals(List.of("uno:read"), states());
    assertEquals(
        4L,
        database
            .one(
                "SELECT count(*) AS n FROM inbound_ledger WHERE event <> 'message'",
                r -> r.big("n"))
            .orElseThrow());
  }

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

  @Test
  void aReportQuickerThanOurOwnNoteFindsTheMessageByOurId() {
    reply("uno");
    OutboundMessage message = claimed();

    report("SM9", message.id().toString(), "delivered");
    outbox.taken(message, "carrier", "SM9", now);

    assertEquals(List.of("uno:delivered"), states());
  }

  @Test
  void aReportOfSomebodyElsesMessageChangesNothing() {
    reply("uno");
    deliver.deliver(conversation, null);

    report("SM-of-others", "not-even-an-id", "failed");

    assertEquals(List.of("uno:sent"), states());
  }

  private void report(String providerId, String outboxId, String status) {
    new RecordDelivery(
            new PostgresInboundLedger(database.sql, database.json, database.digests),
            outbox,
            WORDS,
            new PostgresVenues(database.venueRows, database.json),
            reminders,
            () -> now)
        .record(new DeliveryReport("carrier", providerId, outboxId, status, null, now, "c"));
  }

  /** A guest says something and a turn answers {@code text}. */
  private void reply(String text) {
    Entry entry = guestWrites();
    conversation = entry.conversation();
    PostgresSavedTurns turns = new PostgresSavedTurns(database.sql, database.json);
    Opening.Opened opened =
        (Opening.Opened)
            turns.open(
                conversation, entry.position(), now, Duration.ofSeconds(35), Duration.ofSeconds(5));
    Turn spoken =
        opened
            .turn()
            .with(new Step(1, entry.position(), ModelAnswer.say(text, Map.of(), "es"), List.of()));
    turns.close(spoken, now);
  }

  private Entry guestWrites() {
    InboundMessage message =
        new InboundMessage(
            "carrier",
            "E" + events++,
            Channel.WHATSAPP,
            "+34600000900",
            "+34600000101",
            "Lucía",
            "hola",
            "text",
            List.of(),
            now,
            "correlation");
    return new PostgresInboundLedger(database.sql, database.json, database.digests)
        .record(message, database.house(), false, null, now);
  }

  private OutboundMessage claimed() {
    return ((Claim.Claimed) outbox.claim(conversation, now, HOLD, null)).message();
  }

  private List<String> states() {
    return database.list(
        "SELECT body, state FROM outbox ORDER BY position",
        row -> row.text("body") + ":" + row.text("state"));
  }

  /** Takes what it is given unless told otherwise. */
  private static final class Carrier implements MessageSender {
    final List<String> sent = new ArrayList<>();
    final Deque<Sending> answers = new ArrayDeque<>();
    EarlierTry has = EarlierTry.NEVER_ARRIVED;
    boolean silent;

    @Override
    public String provider() {
      return "carrier";
    }

    @Override
    public Sending send(OutboundMessage message) {
      if (!answers.isEmpty()) {
        return answers.poll();
      }
      sent.add(message.text());
      return new Sending.Taken("SM" + (sent.size() - 1));
    }

    @Override
    public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
      if (silent) {
        throw new IllegalStateException("no answer");
      }
      return has;
    }
  }

  private static final class Reminders implements Wakeups {
    final List<Duration> outbox = new ArrayList<>();
    Instant last;

    @Override
    public void turnDue(UUID conversation, long upTo, Duration delay) {
      throw new AssertionError("no turn is due here");
    }

    @Override
    public void outboxDue(UUID conversation, Duration delay, Instant waitsFor) {
      last = waitsFor;
      outbox.add(delay);
    }
  }
}
