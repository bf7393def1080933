package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.Receptionist.Answer;
import io.conserje.conversation.SavedTurns.LeaseLost;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A voice note is listened to once, saved, and answered like what a guest writes. */
class VoiceNotesTest implements LanguageModel, MediaSource, Transcriber {

  private static final Transcript SAID =
      new Transcript.Words("Hola, quería reservar para cuatro el viernes.");
  private static final Media NOTE = new Media.Fetched(new byte[] {1}, "audio/ogg");

  private final List<String> asked = new ArrayList<>();
  private final List<Hints> hints = new ArrayList<>();
  private final List<String> fetched = new ArrayList<>();
  private final Deque<Transcript> transcripts = new ArrayDeque<>();
  private Media media = NOTE;
  private Sound sound = sound(Duration.ofSeconds(4), false);
  private boolean configured = true;
  private boolean speaks = true;
  private String reply = "Vale.";
  private int killed;
  private Runnable whileFetching = () -> {};
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private int events;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.with(2);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsSaidIsAnsweredAsIfItHadBeenWritten() {
    transcripts.add(SAID);

    assertInstanceOf(Answer.Answered.class, answer(note()));

    assertEquals(List.of("Hola, quería reservar para cuatro el viernes."), asked);
    assertEquals(List.of("https://api.twilio.com/1"), fetched);
    assertEquals(
        "words:Hola, quería reservar para cuatro el viernes.:audio",
        database
            .one(
                "SELECT hearing || ':' || body || ':' || kind AS saved FROM messages WHERE sender = 'guest'",
                r -> r.text("saved"))
            .orElseThrow());
  }

  @Test
  void messagesOfOneTurnKeepTheirOrder() {
    transcripts.add(SAID);
    record("hola", "text");
    note();
    Entry last = record("a las nueve", "text");

    answer(last);

    assertEquals(
        List.of("hola", "Hola, quería reservar para cuatro el viernes.", "a las nueve"), asked);
  }

  @Test
  void whatWasHeardIsNotListenedToAgainByTheNextRun() {
    transcripts.add(SAID);
    killed = 1;
    Entry entry = note();
    assertThrows(Killed.class, () -> answer(entry));
    now = now.plusSeconds(100);

    assertInstanceOf(Answer.Answered.class, answer(entry));

    assertEquals(1, fetched.size());
    assertEquals(2, asked.size());
  }

  @Test
  void whatCannotBeHeardYetIsTriedAgainAfterThePause() {
    transcripts.add(new Transcript.Later(Duration.ofSeconds(6)));
    transcripts.add(SAID);
    Entry entry = note();

    assertEquals(new Answer.NotHeard(Duration.ofSeconds(6)), answer(entry));
    assertEquals(List.of(), asked);
    assertInstanceOf(Answer.Answered.class, answer(entry));

    assertEquals(List.of("Hola, quería reservar para cuatro el viernes."), asked);
  }

  @Test
  void afterThreeTriesTheGuestIsAskedToWrite() {
    for (int i = 0; i < 3; i++) {
      transcripts.add(new Transcript.Later(Duration.ofSeconds(1)));
    }
    Entry entry = note();

    assertInstanceOf(Answer.NotHeard.class, answer(entry));
    assertInstanceOf(Answer.NotHeard.class, answer(entry));
    assertInstanceOf(Answer.Answered.class, answer(entry));

    assertTrue(said().contains("en este momento no puedo escuchar"), said());
    assertEquals("not_now", hearing());
  }

  @Test
  void aPauseTooLongForAGuestIsNotWaitedFor() {
    transcripts.add(new Transcript.Later(Duration.ofMinutes(3)));

    assertInstanceOf(Answer.Answered.class, answer(note()));

    assertEquals("not_now", hearing());
  }

  @Test
  void whoeverDiesOverANoteEachTimeDoesNotDieOverItForEver() {
    whileFetching =
        () -> {
          throw new Killed();
        };
    Entry entry = note();
    for (int i = 0; i < 3; i++) {
      assertThrows(Killed.class, () -> answer(entry));
      now = now.plusSeconds(100);
    }

    assertInstanceOf(Answer.Answered.class, answer(entry));

    assertEquals("not_now", hearing());
  }

  @ParameterizedTest
  @CsvSource({
    "silence, nothing, no he entendido nada",
    "nothing, nothing, no he entendido nada",
    "long, too_long, demasiado larga",
    "large, too_large, demasiado larga",
    "garbage, no_sound, no puedo reproducir",
    "unreadable, no_sound, no puedo reproducir",
    "gone, no_sound, no puedo reproducir"
  })
  void whatCannotBeUnderstoodIsAskedForInWords(String what, String hearing, String line) {
    switch (what) {
      case "silence" -> sound = sound(Duration.ofSeconds(3), true);
      case "nothing" -> transcripts.add(new Transcript.Nothing());
      case "long" -> sound = sound(Duration.ofSeconds(121), false);
      case "large" -> media = new Media.TooLarge();
      case "garbage" -> sound = null;
      case "unreadable" -> transcripts.add(new Transcript.Unreadable());
      default -> media = new Media.Refused("status 404");
    }

    assertInstanceOf(Answer.Answered.class, answer(note()));

    assertEquals(hearing, hearing());
    assertEquals(List.of(), asked);
    assertTrue(said().contains(line), said());
    assertTrue(said().contains("voice note"), said());
    assertFalse(said().contains("persona"), said());
    assertEquals(hints.isEmpty(), what.matches("silence|long|large|garbage|gone"));
  }

  @Test
  void theSecondInARowIsOfferedAPerson() {
    transcripts.add(new Transcript.Nothing());
    transcripts.add(new Transcript.Nothing());
    answer(note());
    answer(note());

    assertTrue(said().contains("quiero hablar con una persona"), said());
  }

  @Test
  void withoutAnybodyToWriteItDownNothingIsFetched() {
    configured = false;

    answer(note());

    assertEquals(List.of(), fetched);
    assertTrue(said().contains("no puedo escuchar notas de voz"), said());
    assertEquals(null, hearing());
  }

  @Test
  void aLanguageIsHintedAtOnlyWhenTheGuestHasShownIt() {
    transcripts.add(SAID);
    transcripts.add(SAID);
    answer(note());
    answer(note());

    assertEquals(List.of("", "es"), hints.stream().map(Hints::language).toList());
    assertTrue(hints.getFirst().vocabulary().contains("inside"), hints.toString());
  }

  @Test
  void theConversationIsHeldWhileSomebodyListens() {
    transcripts.add(SAID);
    List<Object> leases = new ArrayList<>();
    whileFetching =
        () -> {
          leases.add(
              database
                  .one("SELECT lease_until FROM conversations", r -> r.instant("lease_until"))
                  .orElseThrow());
        };

    answer(note());

    assertEquals(List.of(now.plusSeconds(77)), leases);
  }

  @Test
  void whoeverHasLostTheConversationSavesNothing() {
    transcripts.add(SAID);
    whileFetching =
        () ->
            database.sql.everywhere(
                () -> database.sql.update("UPDATE conversations SET lease = lease + 1"));

    assertThrows(LeaseLost.class, () -> answer(note()));

    assertEquals(null, hearing());
  }

  @Test
  void aHouseThatWantsItSaysItsAnswerAloudAfterTheText() {
    wantsItAloud();
    transcripts.add(SAID);

    answer(note());

    assertEquals(
        List.of("reply: Vale, a las 21:00.", "spoken: Vale, a las nueve de la noche."), outbox());
  }

  @Test
  void whatIsWrittenIsOnlyAnsweredInWriting() {
    wantsItAloud();

    answer(record("hola", "text"));

    assertEquals(List.of("reply: Vale, a las 21:00."), outbox());
  }

  @Test
  void whereNobodyCanSpeakTheAnswerIsOnlyWritten() {
    wantsItAloud();
    speaks = false;
    transcripts.add(SAID);

    answer(note());

    assertEquals(List.of("reply: Vale, a las 21:00."), outbox());
  }

  private void wantsItAloud() {
    database.update(
        "UPDATE venues SET house = house || '{\"messages\":{\"voice_replies\":\"to_voice_notes\"}}'");
    reply = "Vale, a las 21:00.";
  }

  private List<String> outbox() {
    return database.list(
        "SELECT kind || ': ' || body AS said FROM outbox ORDER BY position", r -> r.text("said"));
  }

  /** What no catch for exceptions of any kind stops. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private Answer answer(Entry entry) {
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

  private static Sound sound(Duration length, boolean silent) {
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

  private Entry note() {
    return record("", "audio");
  }

  private Entry record(String text, String kind) {
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

  private String hearing() {
    return database
        .one(
            "SELECT coalesce(hearing, '') AS hearing FROM messages WHERE sender = 'guest' LIMIT 1",
            r -> r.text("hearing"))
        .filter(hearing -> !hearing.isEmpty())
        .orElse(null);
  }

  private String said() {
    return database.list("SELECT body FROM outbox", r -> r.text("body")).toString();
  }
}
