package io.conserje.connectors.postgres;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.Receptionist.Answer;
import io.conserje.conversation.TurnRules;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.metrics.Metrics;
import io.conserje.reservation.tools.ReservationTools;
import io.conserje.venue.Channel;
import io.conserje.voicenote.AnswerAloud;
import io.conserje.voicenote.ListenToVoiceNotes;
import io.conserje.voicenote.Media;
import io.conserje.voicenote.MediaSource;
import io.conserje.voicenote.NoteLimits;
import io.conserje.voicenote.Sound;
import io.conserje.voicenote.Speaker;
import io.conserje.voicenote.Transcriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A guest who sends voice notes, and who fetches, understands and answers them as the test wants
 * it.
 */
abstract class NotesOfAGuest implements LanguageModel, MediaSource, Transcriber {

  static final Transcript SAID =
      new Transcript.Words("Hola, quería reservar para cuatro el viernes.");
  private static final Media NOTE = new Media.Fetched(new byte[] {1}, "audio/ogg");

  final List<String> asked = new ArrayList<>();
  final List<Hints> hints = new ArrayList<>();
  final List<String> fetched = new ArrayList<>();
  final Deque<Transcript> transcripts = new ArrayDeque<>();
  Media media = NOTE;
  Sound sound = sound(Duration.ofSeconds(4), false);
  boolean configured = true;
  boolean speaks = true;
  String reply = "Vale.";
  int killed;
  Runnable whileFetching = () -> {};
  Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private int events;
  Database database;

  @BeforeEach
  void open() {
    database = Database.with(2);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** What no catch for exceptions of any kind stops. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  Answer answer(Entry entry) {
    return new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            new PostgresVenues(database.venueRows, database.json),
            this,
            ReservationTools.over(PostgresTableBookTest.bookOf(database)),
            () -> now,
            TurnRules::usual,
            new ListenToVoiceNotes(
                List.of(this),
                (_, _) -> Optional.ofNullable(sound),
                this,
                new PostgresSavedNotes(database.sql, database.json),
                Metrics.NONE,
                () -> now,
                () ->
                    new NoteLimits(NoteLimits.LONGEST, NoteLimits.LARGEST, Duration.ofSeconds(77))),
            new AnswerAloud(
                new Speaker() {
                  @Override
                  public boolean isThere() {
                    return speaks;
                  }

                  @Override
                  public Optional<byte[]> say(String text, Duration within) {
                    return Optional.empty();
                  }
                }))
        .answer(entry.conversation(), entry.position());
  }

  static Sound sound(Duration length, boolean silent) {
    return new Sound(new byte[] {1}, "voice.ogg", "audio/ogg", length, silent);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public ModelAnswer answer(ModelRequest request) {
    request.unanswered().stream().map(Message::text).forEach(asked::add);
    if (killed-- > 0) {
      throw new Killed();
    }
    return ModelAnswer.say(reply, Map.of(), "es");
  }

  @Override
  public String provider() {
    return "twilio";
  }

  @Override
  public Media fetch(String address, int mostBytes, Duration within) {
    fetched.add(address);
    whileFetching.run();
    return media;
  }

  @Override
  public boolean isThere() {
    return configured;
  }

  @Override
  public Transcript write(Sound sound, Hints given, Duration within) {
    hints.add(given);
    return transcripts.remove();
  }

  Entry note() {
    return record("", "audio");
  }

  Entry record(String text, String kind) {
    now = now.plusSeconds(1);
    String id = "SM" + ++events;
    InboundMessage message =
        new InboundMessage(
            "twilio",
            id,
            Channel.WHATSAPP,
            "+34600000900",
            "+34600000101",
            "",
            text,
            kind,
            kind.equals("audio") ? List.of("https://api.twilio.com/" + events) : List.of(),
            now,
            "c-" + events);
    return new PostgresInboundLedger(database.sql, database.json, database.digests)
        .record(message, database.house(), false, null, now);
  }

  String hearing() {
    return database
        .one(
            "SELECT coalesce(hearing, '') AS hearing FROM messages WHERE sender = 'guest' LIMIT 1",
            r -> r.text("hearing"))
        .filter(hearing -> !hearing.isEmpty())
        .orElse(null);
  }

  String said() {
    return database.list("SELECT body FROM outbox", r -> r.text("body")).toString();
  }
}
