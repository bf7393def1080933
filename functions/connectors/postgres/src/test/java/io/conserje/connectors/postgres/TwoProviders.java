package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.conversation.Wakeups;
import io.conserje.metrics.Metrics;
import io.conserje.outbound.BackOff;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.Notice;
import io.conserje.outbound.Notices.Said;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Senders;
import io.conserje.outbound.Sending;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Messages of a house on their way over a provider that can fail, another beside it, as time
 * passes.
 */
abstract class TwoProviders implements Wakeups {

  static final int TRIES = 8;

  final Carrier one = new Carrier("one");
  final Carrier other = new Carrier("other");
  final Map<UUID, Instant> reminders = new HashMap<>();
  final List<String> counted = new ArrayList<>();
  Instant now = Instant.parse("2026-11-20T11:00:00Z");
  Database database;
  PostgresCircuits circuits;

  @BeforeEach
  void open() {
    database = Database.with(1);
    circuits = new PostgresCircuits(database.sql);
  }

  @AfterEach
  void close() {
    database.close();
  }

  static Sending.Later down() {
    return new Sending.Later("http_503", "down", null);
  }

  /** Each with a message in the outbox. */
  List<UUID> talks(int many) {
    List<UUID> talks = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String phone = "+3460000%04d".formatted(i);
      Notice notice =
          new Notice(Database.HOUSE, phone, Locale.of("es"), "Confirme " + i, "k" + i, now);
      Said said =
          database.sql.at(Database.HOUSE, () -> new PostgresNotices(database.sql).say(notice));
      talks.add(assertInstanceOf(Said.Written.class, said).conversation());
      database.update(
          "INSERT INTO messages (conversation, venue, sender, kind, body, media, at, state)"
              + " VALUES (?, 'house', 'guest', 'text', 'hola', '[]', ?, 'done')",
          talks.getLast(),
          OffsetDateTime.ofInstant(now.plus(Duration.ofHours(20)), ZoneOffset.UTC));
    }
    return talks;
  }

  /** Every reminder comes when it is due, or up to five seconds later. */
  void passTheTime(List<UUID> talks, Duration howLong) {
    Instant end = now.plus(howLong);
    while (now.isBefore(end)) {
      now = now.plusSeconds(5);
      for (UUID talk : talks) {
        Instant due = reminders.get(talk);
        if (due != null && !due.isAfter(now)) {
          reminders.remove(talk);
          deliver(talk, due);
        }
      }
    }
  }

  void deliver(UUID talk, Instant waitedOut) {
    new DeliverReplies(
            new PostgresOutbox(database.sql),
            new PostgresVenues(database.venueRows, database.json),
            new Senders(Map.of(Channel.WHATSAPP, List.of(one), Channel.SMS, List.of(other))),
            this,
            () -> now,
            new BackOff(TRIES, new Random(1)),
            circuits,
            new Counting())
        .deliver(talk, waitedOut);
  }

  List<String> states() {
    return database.list("SELECT state FROM outbox ORDER BY position", row -> row.text("state"));
  }

  @Override
  public void turnDue(UUID conversation, long upTo, Duration delay) {
    throw new AssertionError("no turn is due here");
  }

  @Override
  public void outboxDue(UUID conversation, Duration delay, Instant waitsFor) {
    reminders.put(conversation, waitsFor);
  }

  private final class Counting implements Metrics {
    @Override
    public void count(String name, long by, Label... labels) {
      counted.add(labels[1].value());
    }

    @Override
    public void time(String name, Duration took, Label... labels) {}
  }

  /** Takes what it is given unless it is down. */
  static final class Carrier implements MessageSender {
    final String name;
    final List<String> sent = new ArrayList<>();
    final List<Sending> answers = new ArrayList<>();
    int asked;
    boolean down;
    boolean silentlyTakes;
    boolean silent;
    boolean cannotTell;

    Carrier(String name) {
      this.name = name;
    }

    @Override
    public String provider() {
      return name;
    }

    @Override
    public Sending send(OutboundMessage message) {
      asked++;
      if (down) {
        return down();
      }
      if (!answers.isEmpty()) {
        return answers.removeFirst();
      }
      sent.add(message.text());
      return silentlyTakes
          ? new Sending.Later("no_answer", "time-out", null)
          : new Sending.Taken(name + message.id());
    }

    @Override
    public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
      if (cannotTell) {
        return EarlierTry.UNKNOWN;
      }
      if (silent) {
        throw new IllegalStateException("no answer");
      }
      return sent.contains(message.text())
          ? new EarlierTry.Arrived(name + message.id())
          : EarlierTry.NEVER_ARRIVED;
    }
  }
}
