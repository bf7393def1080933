package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.Wakeups;
import io.conserje.guest.Staff;
import io.conserje.metrics.Metrics;
import io.conserje.outbound.BackOff;
import io.conserje.outbound.CircuitKeeper;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.Notice;
import io.conserje.outbound.Notices.Said;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Senders;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider that is down costs time and no message. */
class ProviderDownTest implements Wakeups {

  private static final int TRIES = 8;

  private final Carrier one = new Carrier("one");
  private final Carrier other = new Carrier("other");
  private final Map<UUID, Instant> reminders = new HashMap<>();
  private final List<String> counted = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private Database database;
  private PostgresCircuits circuits;

  @BeforeEach
  void open() {
    database = Database.with(1);
    circuits = new PostgresCircuits(database.sql);
  }

  @AfterEach
  void close() {
    database.close();
  }

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
  void whereAnotherProviderHasAChannelMessagesGoThatWayAfterTwoMinutes() {
    database.update("INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house')");
    one.down = true;
    List<UUID> talks = talks(20);
    talks.forEach(talk -> deliver(talk, null));
    passTheTime(talks, Duration.ofMinutes(1));
    assertEquals(0, other.sent.size());

    passTheTime(talks, Duration.ofMinutes(10));
    assertTrue(other.sent.size() > 5, "those that one was never asked to take: " + other.sent);
    one.down = false;
    passTheTime(talks, Duration.ofMinutes(10));

    Set<String> reached = new HashSet<>(one.sent);
    reached.addAll(other.sent);
    assertEquals(20, reached.size());
    assertEquals(20, one.sent.size() + other.sent.size(), "each once");
  }

  @Test
  void whatIsGivenUpForGoodGoesTheOtherWayIfTheProviderDoesNotHaveIt() {
    database.update("INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house')");
    UUID talk = talks(1).getFirst();
    for (int i = 0; i < TRIES; i++) {
      one.answers.add(new Sending.Later("63018", "too fast", null, About.MESSAGE));
      deliver(talk, reminders.get(talk));
    }

    assertEquals(List.of("Confirme 0"), other.sent);
    assertEquals(List.of("undelivered", "sent"), states());
  }

  @Test
  void whatIsGivenUpForGoodButArrivedAfterAllGoesNoOtherWay() {
    database.update("INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house')");
    UUID talk = talks(1).getFirst();
    for (int i = 0; i < TRIES - 1; i++) {
      one.answers.add(new Sending.Later("63018", "too fast", null, About.MESSAGE));
      deliver(talk, reminders.get(talk));
    }
    one.silentlyTakes = true;
    deliver(talk, reminders.get(talk));

    assertEquals(List.of(), other.sent);
    assertEquals(List.of("sent"), states());
  }

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

  @Test
  void whereNobodyCanTellAnotherProviderIsGivenItOnlyAfterAWhileWithoutAReport() {
    UUID talk = neverAnswered();
    assertEquals(TRIES, one.asked);
    assertEquals(List.of(), other.sent);

    passTheTime(List.of(talk), Duration.ofMinutes(1));
    assertEquals(List.of(), other.sent, "its report may still come");
    passTheTime(List.of(talk), Duration.ofMinutes(2));

    assertEquals(TRIES, one.asked);
    assertEquals(List.of("Confirme 0"), other.sent);
    assertEquals(List.of("undelivered", "sent"), states());
  }

  @Test
  void whatIsReportedMeanwhileGoesNoOtherWay() {
    UUID talk = neverAnswered();
    database.update("UPDATE outbox SET state = 'delivered'");

    passTheTime(List.of(talk), Duration.ofMinutes(5));

    assertEquals(List.of(), other.sent);
    assertEquals(List.of("delivered"), states());
  }

  @Test
  void whereNobodyCanTellAndThereIsNoOtherWayItIsGivenUpAtOnce() {
    database.update("DELETE FROM channel_addresses WHERE channel = 'sms'");
    database.update(
        "UPDATE venues SET version = version + 1,"
            + " house = house || '{\"messages\": {\"order\": [\"whatsapp\"]}}'");
    neverAnswered();

    assertEquals(List.of("failed"), states());
  }

  /** To the last try; the provider may have each of them, and cannot be asked. */
  private UUID neverAnswered() {
    database.update(
        "INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house') ON CONFLICT DO NOTHING");
    one.cannotTell = true;
    UUID talk = talks(1).getFirst();
    for (int i = 0; i < TRIES; i++) {
      one.answers.add(new Sending.Later("no_answer", "time-out", null, About.MESSAGE));
      deliver(talk, reminders.get(talk));
    }
    return talk;
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

  private static Sending.Later down() {
    return new Sending.Later("http_503", "down", null);
  }

  /** Each with a message in the outbox. */
  private List<UUID> talks(int many) {
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
  private void passTheTime(List<UUID> talks, Duration howLong) {
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

  private void deliver(UUID talk, Instant waitedOut) {
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

  private List<String> states() {
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
  private static final class Carrier implements MessageSender {
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
