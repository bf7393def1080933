package io.conserje.connectors.postgres;

import io.conserje.call.AnswerTime;
import io.conserje.call.AnswerTime.Step;
import io.conserje.call.CallFile;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is written down of calls besides their words, in Postgres. */
public final class PostgresCallFiles implements CallFile.Cabinet {

  private static final String STEPS =
      Arrays.stream(Step.values()).map(step -> step.code() + "_ms").collect(Collectors.joining(","));

  private static final String VALUES = "?,".repeat(Step.values().length - 1) + "?";

  private final Sql sql;
  private final InstantSource clock;

  public PostgresCallFiles(Sql sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public CallFile of(String provider, String callId) {
    return new File(provider, callId);
  }

  private record Known(UUID call, VenueId venue) {}

  private final class File implements CallFile {

    private final String provider;
    private final String callId;

    File(String provider, String callId) {
      this.provider = provider;
      this.callId = callId;
    }

    @Override
    public void answered(AnswerTime time) {
      write(known -> {
        sql.update(
            "INSERT INTO call_answers (call, venue, number, said_at, heard, "
                + STEPS
                + ") VALUES (?, ?, (SELECT 1 + coalesce(max(number), 0) FROM call_answers"
                + " WHERE call = ?), ?, ?, "
                + VALUES
                + ")",
            answer(known, time));
        return null;
      });
    }

    private Object[] answer(Known known, AnswerTime time) {
      List<Object> values =
          new ArrayList<>(
              List.of(
                  known.call(),
                  known.venue().value(),
                  known.call(),
                  clock.instant().minus(time.ago()),
                  time.heard()));
      values.addAll(millis(time));
      return values.toArray();
    }

    /** Nobody has heard of a call that was never announced: nothing is written of it. */
    private <T> void write(Function<Known, T> work) {
      sql.everywhere(() ->
          sql.one(
                  "SELECT id, venue FROM calls WHERE provider = ? AND provider_call_id = ?",
                  row -> new Known(row.id("id"), new VenueId(row.text("venue"))),
                  provider,
                  callId)
              .map(known -> sql.at(known.venue(), () -> work.apply(known))));
    }
  }

  /** Rounded where a step ends, so that what is rounded off is not lost over the steps. */
  private static List<Integer> millis(AnswerTime time) {
    List<Integer> millis = new ArrayList<>();
    Duration sum = Duration.ZERO;
    for (Step step : Step.values()) {
      Duration took = time.steps().get(step);
      Duration before = sum;
      sum = sum.plus(took == null ? Duration.ZERO : took);
      millis.add(took == null ? null : (int) (sum.toMillis() - before.toMillis()));
    }
    return millis;
  }
}
