package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.call.AnswerTime;
import io.conserje.call.AnswerTime.Step;
import io.conserje.call.CallFile;
import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.Calls.Known;
import io.conserje.connectors.postgres.views.CallView;
import io.conserje.connectors.postgres.views.CallViews;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a call besides its words. */
class CallFilesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final CallPlace CALL =
      new CallPlace("twilio", "CA1", "", List.of("+34600000900"), "+34600000101", "inbound");

  private Database database;
  private CallFile file;
  private Known known;

  @BeforeEach
  void open() {
    database = Database.with(1);
    known =
        new PostgresCalls(database.sql, database.json, database.digests)
            .open(CALL, database.house(), CallState.RINGING, NOW);
    file = new PostgresCallFiles(database.sql, () -> NOW).of("twilio", "CA1");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachAnswerIsThereWithStepsThatAddUp() {
    file.answered(heard(100.4, 200.4, 300.4, 0.4, 90.4, 1.4, 99.4));
    file.answered(
        new AnswerTime(Duration.ofSeconds(3), Map.of(Step.RECOGNISER, Duration.ofMillis(5)), false));

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
    new PostgresCallFiles(database.sql, () -> NOW).of("twilio", "CA2").answered(heard(1, 1, 1));
    assertEquals(0, database.count("call_answers"));
  }

  private static AnswerTime heard(double... millis) {
    Map<Step, Duration> steps = new EnumMap<>(Step.class);
    for (int i = 0; i < millis.length; i++) {
      steps.put(Step.values()[i], Duration.ofNanos((long) (millis[i] * 1_000_000)));
    }
    return new AnswerTime(Duration.ofSeconds(1), steps, true);
  }

  private CallView view() {
    return new CallViews(database.sql, ObjectMapper.getDefault(), (_, recording) -> recording)
        .one(known.call())
        .orElseThrow();
  }
}
