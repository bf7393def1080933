package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.call.AnswerTime;
import io.conserje.call.AnswerTime.Step;
import io.conserje.call.CallFile;
import io.conserje.call.CallFile.Gap;
import io.conserje.call.CallFile.ToRecord;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPrices;
import io.conserje.call.CallState;
import io.conserje.call.Calls.Known;
import io.conserje.connectors.postgres.PostgresRecordings.State;
import io.conserje.connectors.postgres.views.CallView;
import io.conserje.connectors.postgres.views.CallViews;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a call besides its words. */
class CallFilesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final CallPlace CALL =
      new CallPlace("twilio", "CA1", "", List.of("+34600000900"), "+34600000101", "inbound");

  private Instant now = NOW;
  private Database database;
  private CallFile file;
  private Known known;

  @BeforeEach
  void open() {
    database = Database.with(1);
    known =
        new PostgresCalls(database.sql, database.json, database.digests)
            .open(CALL, database.house(), CallState.RINGING, NOW);
    file = files().of("twilio", "CA1");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachAnswerIsThereWithStepsThatAddUp() {
    file.answered(heard(100.4, 200.4, 300.4, 0.4, 90.4, 1.4, 99.4));
    file.answered(
        new AnswerTime(
            Duration.ofSeconds(3), Map.of(Step.RECOGNISER, Duration.ofMillis(5)), false));

    List<CallView.Answer> answers = view().answers();
    assertEquals(List.of(1, 2), answers.stream().map(CallView.Answer::number).toList());
    CallView.Answer first = answers.getFirst();
    assertEquals(792, first.ms());
    assertEquals(List.of(100, 200, 301, 0, 91, 1, 99), List.copyOf(first.steps().values()));
    assertEquals("2026-11-20T10:59:59Z", first.saidAt());
    assertEquals(Map.of("recogniser", 5), answers.getLast().steps());
  }

  @Test
  void whatWasNotHeardDoesNotCountAsAWait() {
    for (int ms = 20; ms >= 1; ms--) {
      file.answered(heard(ms, 0, 0, 0, 0, 0, 0));
    }
    file.answered(new AnswerTime(Duration.ZERO, Map.of(Step.PAUSE, Duration.ofDays(1)), false));

    assertEquals(new CallView.Waits(20, 10, 19), view().waits());
  }

  @Test
  void aCallWithoutAnAnswerHasNoWaits() {
    assertNull(view().waits());
    files().of("twilio", "CA2").answered(heard(1, 1, 1));
    assertEquals(0, database.count("call_answers"));
  }

  @Test
  void whatWasUsedAddsUpAndIsPricedAsFarAsPricesAreKnown() {
    file.used(Map.of("deepgram_seconds", 60L, "elevenlabs_characters", 100L));
    file.used(Map.of("deepgram_seconds", 30L));
    database.update(
        """
        UPDATE calls SET answered_at = '2026-11-20T11:00:01Z', ended_at = '2026-11-20T11:01:00.5Z'
        """);
    CallPrices prices =
        CallPrices.of(
            Map.of(
                "currency", "EUR", "deepgram_seconds", 0.0001, "twilio_inbound_seconds", "0.01"));

    CallView call = view(prices);
    assertEquals(
        List.of(
            new CallView.Usage("deepgram_seconds", 90, 9_000L),
            new CallView.Usage("elevenlabs_characters", 100, null),
            new CallView.Usage("twilio_inbound_seconds", 60, 600_000L)),
        call.usage());
    assertEquals(new CallView.Cost(609_000, "EUR", false), call.cost());
    assertNull(view().cost());
    assertEquals(
        call.cost(), views(prices).of("house", NOW, NOW.plusSeconds(1), 10).getFirst().cost());
  }

  @Test
  void whatAModelReadAndWroteInTheCallIsCounted() {
    file.used(Map.of("deepgram_seconds", 1L));
    for (String at : List.of("2026-11-20T11:00:05Z", "2026-11-19T11:00:05Z")) {
      database.update(
          """
          WITH made AS (INSERT INTO turns (id, conversation, venue, opened_at, closed_at)
            SELECT gen_random_uuid(), conversation, venue, '%1$s', '%1$s' FROM calls RETURNING id, venue)
          INSERT INTO turn_steps (turn, venue, number, seen_up_to, model, answer, saved_at)
          SELECT id, venue, 1, 0, 'openai', '{"tokens": {"read": 700, "written": 30}}', '%1$s' FROM made
          """
              .formatted(at));
    }

    assertEquals(
        List.of(
            new CallView.Usage("deepgram_seconds", 1, null),
            new CallView.Usage("openai_read_tokens", 700, null),
            new CallView.Usage("openai_written_tokens", 30, null)),
        view().usage());
  }

  @Test
  void aCallThatSomebodyElseCarriesCostsWhatTheySay() {
    database.update("UPDATE calls SET cost_micros = 87300, currency = 'USD', ended_at = now()");

    assertEquals(new CallView.Cost(87_300, "USD", true), view().cost());
    assertEquals(List.of(), view().usage());
  }

  /** Telnyx tells what the telephone has cost, and knows nothing of who heard and spoke. */
  @Test
  void whatACarrierBillsIsNotTheWholeOfACallWhoseSoundWeCarry() {
    file.used(Map.of("deepgram_seconds", 60L, "twilio_stream_seconds", 60L));
    database.update("UPDATE calls SET cost_micros = 12000, currency = 'EUR', ended_at = now()");
    Map<String, Object> euros =
        Map.of("currency", "EUR", "deepgram_seconds", 0.0001, "twilio_stream_seconds", 1);
    Map<String, Object> dollars = Map.of("currency", "USD", "deepgram_seconds", 0.0001);

    assertEquals(new CallView.Cost(12_000, "EUR", false), view().cost());
    assertEquals(new CallView.Cost(18_000, "EUR", true), view(CallPrices.of(euros)).cost());
    assertEquals(new CallView.Cost(6_000, "USD", false), view(CallPrices.of(dollars)).cost());
  }

  @Test
  void aCallThatIsOverIsSummedUpFromWhatItsToolsDid() {
    file.used(Map.of("deepgram_seconds", 1L));
    tool("2026-11-20T11:00:05Z", "ABC123");
    tool("2026-11-19T11:00:05Z", "OLD123");
    PostgresCallSummaries summaries = new PostgresCallSummaries(database.sql, database.json);
    Instant later = NOW.plusSeconds(120);
    assertEquals(0, summaries.sumUp(later));

    database.update("UPDATE calls SET state = 'ended', ended_at = '2026-11-20T11:01:30Z'");
    assertEquals(0, summaries.sumUp(NOW.plusSeconds(100)));
    assertEquals(1, summaries.sumUp(later));
    assertEquals(0, summaries.sumUp(later));
    assertEquals("A table was cancelled (reference ABC123).", view().summary());
    assertEquals(0, ((Number) ((Map<?, ?>) view().outcome()).get("guest_spoke")).intValue());
  }

  @Test
  void aCallThatSomebodyElseCarriedIsNotSummedUp() {
    database.update("UPDATE calls SET state = 'ended', ended_at = '2026-11-20T11:01:30Z'");

    assertEquals(
        0, new PostgresCallSummaries(database.sql, database.json).sumUp(NOW.plusSeconds(120)));
  }

  private void tool(String at, String reference) {
    database.update(
        """
        WITH made AS (INSERT INTO turns (id, conversation, venue, opened_at, closed_at)
          SELECT gen_random_uuid(), conversation, venue, '%1$s', '%1$s' FROM calls RETURNING id, venue),
        thought AS (INSERT INTO turn_steps (turn, venue, number, seen_up_to, model, answer, saved_at)
          SELECT id, venue, 1, 0, 'built-in', '{}', '%1$s' FROM made RETURNING turn)
        INSERT INTO tool_results (turn, venue, step, position, name, result, at)
        SELECT id, venue, 1, 0, 'cancel_reservation', '{"callId": "1", "name": "cancel_reservation",
          "content": {"status": "cancelled", "reference": "%2$s"}}', '%1$s' FROM made
        """
            .formatted(at, reference));
  }

  @Test
  void onlyAHouseThatWantsItIsRecordedAndOnlyFromTheAnnouncementOn() {
    assertEquals(Optional.empty(), file.toRecord());
    record();
    assertEquals(Optional.of(new ToRecord(known.call(), false, false)), file.toRecord());
    assertEquals(Gap.ALWAYS, file.gap());

    file.announced();
    assertEquals(Gap.NONE, file.gap());
    assertEquals(Optional.of(new ToRecord(known.call(), true, false)), file.toRecord());
  }

  @Test
  void whatIsSaidInAPauseIsLeftOutAndOnlyTheGuestsNoIsForGood() {
    record();
    PostgresRecordings people = new PostgresRecordings(database.sql);
    assertEquals(Optional.empty(), people.pause(known.call(), NOW));
    file.announced();

    assertEquals(Optional.of(State.PAUSED), people.pause(known.call(), NOW));
    assertEquals(new Gap(NOW, Instant.MAX), file.gap());
    assertEquals(Optional.of(State.RECORDING), people.resume(known.call(), NOW.plusSeconds(5)));
    assertEquals(new Gap(NOW, NOW.plusSeconds(5)), file.gap());
    people.pause(known.call(), NOW.plusSeconds(8));
    assertEquals(new Gap(NOW, Instant.MAX), file.gap());
    people.resume(known.call(), NOW.plusSeconds(9));
    people.pause(known.call(), NOW.plusSeconds(300));
    assertEquals(new Gap(NOW.plusSeconds(300), Instant.MAX), file.gap());
    people.resume(known.call(), NOW.plusSeconds(301));

    now = NOW.plusSeconds(400);
    file.refused();
    assertEquals(Optional.of(State.REFUSED), people.resume(known.call(), NOW.plusSeconds(401)));
    assertEquals(new Gap(now, Instant.MAX), file.gap());
    assertEquals(Optional.of(new ToRecord(known.call(), true, true)), file.toRecord());
  }

  @Test
  void aRecordingIsJoinedWhenTheCallIsOverAndForgottenWhenItsTimeIs() {
    record();
    file.announced();
    file.gap();
    PostgresRecordings recordings = new PostgresRecordings(database.sql);
    Instant later = NOW.plusSeconds(60);
    assertEquals(List.of(), recordings.toJoin(later));
    database.update("UPDATE calls SET state = 'ended'");
    assertEquals(List.of(), recordings.toJoin(NOW.plusSeconds(29)));
    assertEquals(List.of(known.call()), recordings.toJoin(later));

    recordings.joined(known.call(), true, later);
    assertEquals("house:recording:" + known.call(), view().recording());
    assertEquals(List.of(), recordings.toJoin(later));
    assertEquals(List.of(), recordings.toForget(NOW.plus(Duration.ofDays(2))));
    assertEquals(List.of(known.call()), recordings.toForget(NOW.plus(Duration.ofDays(3))));
    recordings.forgotten(known.call());
    assertEquals("", view().recording());
    assertEquals(0, database.count("call_recordings"));
  }

  @Test
  void ofAForgottenGuestNothingMoreIsKeptAndWhatIsThereGoes() {
    record();
    file.announced();
    database.update("UPDATE call_recordings SET erased = true");

    assertEquals(Gap.ALWAYS, file.gap());
    assertEquals(
        List.of(known.call()), new PostgresRecordings(database.sql).toForget(NOW.plusSeconds(1)));
  }

  @Test
  void whoWasForgottenBeforeTheyHeardOfItIsNotRecorded() {
    record();
    database.update("UPDATE conversations SET guest_address = 'erased:' || id");
    file.announced();

    assertEquals(Gap.ALWAYS, file.gap());
  }

  private void record() {
    database.update(
        """
        UPDATE venues SET house = house || '{"telephone": {"record": true, "keep_recordings": "3d"}}',
          version = version + 1
        """);
  }

  private static AnswerTime heard(double... millis) {
    Map<Step, Duration> steps = new EnumMap<>(Step.class);
    for (int i = 0; i < millis.length; i++) {
      steps.put(Step.values()[i], Duration.ofNanos((long) (millis[i] * 1_000_000)));
    }
    return new AnswerTime(Duration.ofSeconds(1), steps, true);
  }

  private PostgresCallFiles files() {
    return new PostgresCallFiles(
        database.sql, new PostgresVenues(database.venueRows, database.json), () -> now);
  }

  private CallView view() {
    return view(CallPrices.NONE);
  }

  private CallView view(CallPrices prices) {
    return views(prices).one(known.call()).orElseThrow();
  }

  private CallViews views(CallPrices prices) {
    return new CallViews(
        database.sql, ObjectMapper.getDefault(), (_, recording) -> recording, () -> prices);
  }
}
