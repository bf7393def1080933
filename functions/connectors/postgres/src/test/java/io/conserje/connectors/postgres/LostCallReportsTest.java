package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.call.AskAfterCalls;
import io.conserje.call.CallEvent;
import io.conserje.call.CallHouses;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls;
import io.conserje.call.ProviderCalls.Found;
import io.conserje.call.RecordCall;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostCallReportsTest {

  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
  private static final CallPlace CALL =
      new CallPlace("vapi", "call-1", "", List.of("+34600000900"), "+34600000101", "inbound");

  private Database database;
  private PostgresCalls calls;
  private AskAfterCalls ask;
  private Instant now = NOON;
  private final List<String> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Found answer = new Found.GoesOn();
  private Duration quiet = Duration.ofMinutes(10);

  @BeforeEach
  void open() {
    database = Database.with(1);
    calls = new PostgresCalls(database.sql, database.json, database.digests);
    Venue venue = database.house();
    calls.open(CALL, venue, CallState.IN_PROGRESS, NOON);
    Venues venues = new PostgresVenues(database.venueRows, database.json);
    ask =
        new AskAfterCalls(
            calls,
            new RecordCall(new CallHouses(calls, venues), calls, () -> now),
            new ProviderCalls() {
              @Override
              public String provider() {
                return "vapi";
              }

              @Override
              public Duration quiet() {
                return quiet;
              }

              @Override
              public Found ask(Unreported call) {
                asked.add(call.place().callId());
                return answer;
              }
            },
            event -> told.add(event.endedReason()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nobodyIsAskedBeforeTenMinutesOfSilence() {
    after(Duration.ofMinutes(10));
    assertEquals(List.of(), asked);

    after(Duration.ofSeconds(1));
    assertEquals(List.of("call-1"), asked);
  }

  @Test
  void aProviderThatForgetsSoonerIsAskedSooner() {
    quiet = Duration.ofMinutes(5);
    after(Duration.ofMinutes(5));
    assertEquals(List.of(), asked);

    after(Duration.ofSeconds(1));
    after(Duration.ofMinutes(6));
    assertEquals(List.of("call-1", "call-1"), asked);
  }

  @Test
  void aCallThatGoesOnIsAskedAboutAgainInTenMinutes() {
    after(Duration.ofMinutes(11));
    after(Duration.ofMinutes(1));
    after(Duration.ofMinutes(10));

    assertEquals(2, asked.size());
  }

  @Test
  void whatIsFoundIsKeptOnceAndNobodyAsksAgain() {
    CallReport report =
        new CallReport(
            "customer-ended-call", null, NOON, "AI: Hola", "s", "", 5L, "USD", "", "", List.of());
    answer =
        new Found.Ended(CallEvent.of(CALL, "asked", "asked", NOON, NOON, "c").reporting(report));
    after(Duration.ofMinutes(11));
    after(Duration.ofMinutes(11));

    assertEquals(1, asked.size());
    assertEquals(List.of("customer-ended-call"), told);
    assertEquals(1, count("state = 'ended' AND summary = 's' AND ended_at = '2026-11-20T11:00Z'"));
  }

  @Test
  void whoIsNeverFoundIsGivenUp() {
    answer = new Found.Unknown();
    for (int i = 0; i < 9; i++) {
      after(Duration.ofMinutes(11));
    }

    assertEquals(6, asked.size());
    assertEquals(List.of("not-found"), told);
    assertEquals(1, count("state = 'ended' AND ended_reason = 'not-found'"));
  }

  private void after(Duration time) {
    now = now.plus(time);
    ask.ask(now);
  }

  private int count(String where) {
    return database.sql.everywhere(() ->
        database
            .sql
            .one("SELECT count(*) AS n FROM calls WHERE " + where, row -> row.number("n"))
            .orElseThrow());
  }
}
