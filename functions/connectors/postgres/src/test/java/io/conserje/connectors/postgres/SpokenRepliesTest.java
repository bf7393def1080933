package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.conversation.Step;
import io.conserje.conversation.Wakeups;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.metrics.Metrics;
import io.conserje.outbound.BackOff;
import io.conserje.outbound.Circuits;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Senders;
import io.conserje.outbound.Sending;
import io.conserje.venue.Channel;
import io.conserje.voicenote.Sound;
import io.conserje.voicenote.SpeakReplies;
import io.conserje.voicenote.Speaker;
import java.security.SecureRandom;
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

/** What a reply says aloud comes after its text, once, and keeps nothing else waiting. */
class SpokenRepliesTest implements MessageSender, Speaker {

  private static final byte[] SOUND = {'O', 'g', 'g', 'S', 0, (byte) 0xff};

  private final List<String> sent = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Deque<Sending> answers = new ArrayDeque<>();
  private boolean speaks = true;
  private boolean silent;
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private int events;
  private Database database;
  private PostgresSpokenReplies saved;
  private UUID conversation;

  @BeforeEach
  void open() {
    database = Database.with(1);
    saved = new PostgresSpokenReplies(database.sql);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSoundFollowsTheTextAndCanBeFetchedForAWhile() {
    reply("A las 21:00.", "A las nueve.");

    deliver();

    assertEquals("A las 21:00.", sent.getFirst());
    String token = sent.get(1).replace("https://api.example.com/media/", "");
    assertTrue(token.matches("[A-Za-z0-9_-]{43}"), sent.toString());
    assertArrayEquals(SOUND, saved.byToken(token, now).orElseThrow());
    assertEquals(Optional.empty(), saved.byToken(token, now.plus(Duration.ofHours(7))));
    assertEquals(List.of("reply:sent", "spoken:sent"), states());
    assertEquals(0, saved.forget(now));
    assertEquals(1, saved.forget(now.plus(Duration.ofHours(7))));
  }

  @Test
  void whatFailsIsNotTriedAgainAndHoldsNothingBack() {
    reply("uno", "uno");
    answers.add(new Sending.Taken("SM-text"));
    answers.add(new Sending.Later("20429", "too many requests", Duration.ofSeconds(7)));
    deliver();
    reply("dos", "");

    deliver();

    assertEquals(List.of("reply:sent", "spoken:failed", "reply:sent"), states());
    assertEquals(List.of("dos"), sent);
  }

  @Test
  void aSoundThatWasNotSentIsNoDeadLetterItsTextIs() {
    speaks = false;
    reply("uno", "uno");
    answers.add(new Sending.Refused("21211", "no such number"));

    deliver();

    assertEquals(List.of("reply:failed", "spoken:failed"), states());
    assertEquals(
        List.of("uno:21211"),
        new PostgresDeadLetters(database.sql, database.json, database.digests)
            .unsent(Database.HOUSE, now).stream()
                .map(letter -> letter.text() + ":" + letter.errorCode())
                .toList());
  }

  @Test
  void whereNobodySpeaksTheTextIsThere() {
    speaks = false;
    reply("uno", "uno");

    deliver();

    assertEquals(List.of("uno"), sent);
    assertEquals(List.of("reply:sent", "spoken:failed"), states());
  }

  @Test
  void silenceIsNotSent() {
    silent = true;
    reply("uno", "uno");

    deliver();

    assertEquals(List.of("uno"), sent);
  }

  @Test
  void whatWasGivenAwayByARunThatDiedIsNotSentTwice() {
    reply("uno", "uno");
    new PostgresOutbox(database.sql).claim(conversation, now, Duration.ofSeconds(40), null);
    database.update("UPDATE outbox SET state = 'sent' WHERE kind = 'reply'");
    now = now.plusSeconds(2);
    new PostgresOutbox(database.sql).claim(conversation, now, Duration.ofSeconds(40), null);
    now = now.plusSeconds(60);

    deliver();

    assertEquals(List.of(), sent);
    assertEquals(List.of("reply:sent", "spoken:failed"), states());
  }

  private void deliver() {
    now = now.plusSeconds(2);
    Senders senders = new Senders(Map.of(Channel.WHATSAPP, List.of(this)));
    new DeliverReplies(
            new PostgresOutbox(database.sql),
            new PostgresVenues(database.venueRows, database.json),
            senders,
            new Silence(),
            () -> now,
            new BackOff(3, new Random(1)),
            Circuits.NONE,
            Metrics.NONE,
            new SpeakReplies(
                this,
                (bytes, _) ->
                    Optional.of(
                        new Sound(bytes, "voice.ogg", "audio/ogg", Duration.ofSeconds(2), silent)),
                saved,
                () -> "https://api.example.com/",
                new SecureRandom(),
                Metrics.NONE,
                () -> now))
        .deliver(conversation, null);
  }

  private void reply(String text, String aloud) {
    Entry entry =
        new PostgresInboundLedger(database.sql, database.json, database.digests)
            .record(
                new InboundMessage(
                    "twilio",
                    "SM" + ++events,
                    Channel.WHATSAPP,
                    "+34600000900",
                    "+34600000101",
                    "",
                    "hola",
                    "text",
                    List.of(),
                    now,
                    "c"),
                database.house(),
                false,
                null,
                now);
    conversation = entry.conversation();
    PostgresSavedTurns turns = new PostgresSavedTurns(database.sql, database.json);
    Opening.Opened opened =
        (Opening.Opened)
            turns.open(
                conversation, entry.position(), now, Duration.ofSeconds(35), Duration.ofSeconds(5));
    Step step = new Step(1, entry.position(), ModelAnswer.say(text, Map.of(), "es"), List.of());
    turns.close(opened.turn().with(step), aloud, now);
  }

  private List<String> states() {
    return database.list(
        "SELECT kind, state FROM outbox ORDER BY position",
        row -> row.text("kind") + ":" + row.text("state"));
  }

  @Override
  public boolean isThere() {
    return speaks;
  }

  @Override
  public Optional<byte[]> say(String text, Duration within) {
    said.add(text);
    return speaks ? Optional.of(SOUND) : Optional.empty();
  }

  @Override
  public String provider() {
    return "twilio";
  }

  @Override
  public Sending send(OutboundMessage message) {
    if (!answers.isEmpty()) {
      return answers.poll();
    }
    sent.add(message.speech() == null ? message.text() : message.speech().address());
    return new Sending.Taken("SM-" + UUID.randomUUID());
  }

  @Override
  public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
    return EarlierTry.NEVER_ARRIVED;
  }

  /** Nobody has to be woken: the test asks again by itself. */
  private static final class Silence implements Wakeups {
    @Override
    public void turnDue(UUID conversation, long upTo, Duration delay) {}

    @Override
    public void outboxDue(UUID conversation, Duration delay, Instant waitedOut) {}
  }
}
