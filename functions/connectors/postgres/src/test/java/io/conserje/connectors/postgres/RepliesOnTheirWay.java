package io.conserje.connectors.postgres;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.conversation.Step;
import io.conserje.conversation.Turn;
import io.conserje.conversation.Wakeups;
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

/** Replies of a house that wait for a provider to take them, as the test wants it. */
abstract class RepliesOnTheirWay {

  static final Duration HOLD = Duration.ofSeconds(40);
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

  final Carrier carrier = new Carrier();
  final Reminders reminders = new Reminders();
  Instant now = Instant.parse("2026-11-20T11:00:00Z");
  Database database;
  PostgresOutbox outbox;
  DeliverReplies deliver;
  UUID conversation;
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

  void report(String providerId, String outboxId, String status) {
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
  void reply(String text) {
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

  OutboundMessage claimed() {
    return ((Claim.Claimed) outbox.claim(conversation, now, HOLD, null)).message();
  }

  List<String> states() {
    return database.list(
        "SELECT body, state FROM outbox ORDER BY position",
        row -> row.text("body") + ":" + row.text("state"));
  }

  /** Takes what it is given unless told otherwise. */
  static final class Carrier implements MessageSender {
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

  static final class Reminders implements Wakeups {
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
