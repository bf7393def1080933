package io.conserje.connectors.postgres;

import io.conserje.call.AnswerTime;
import io.conserje.call.AnswerTime.Step;
import io.conserje.call.CallFile;
import io.conserje.venue.Correspondence.Recording;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is written down of calls besides their words, in Postgres. */
public final class PostgresCallFiles implements CallFile.Cabinet {

  private static final String STEPS =
      Arrays.stream(Step.values())
          .map(step -> step.code() + "_ms")
          .collect(Collectors.joining(","));

  private static final String VALUES = "?,".repeat(Step.values().length - 1) + "?";

  private final Sql sql;
  private final Venues venues;
  private final InstantSource clock;
  private final RecordingRows recordings;

  public PostgresCallFiles(Sql sql, Venues venues, InstantSource clock) {
    this.sql = sql;
    this.venues = venues;
    this.clock = clock;
    this.recordings = new RecordingRows(sql);
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
        sql.needNotWait();
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

    @Override
    public void used(Map<String, Long> amounts) {
      write(known -> {
        amounts.forEach((unit, amount) ->
            sql.update(
                """
                INSERT INTO call_usage (call, venue, unit, amount) VALUES (?, ?, ?, ?)
                ON CONFLICT (call, unit) DO UPDATE SET amount = call_usage.amount + EXCLUDED.amount
                """,
                known.call(),
                known.venue().value(),
                unit,
                amount));
        return null;
      });
    }

    @Override
    public Optional<ToRecord> toRecord() {
      return write(known ->
          wish(known).wanted()
              ? recordings
                  .find(known.call())
                  .map(row -> new ToRecord(known.call(), true, row.refused()))
                  .orElse(new ToRecord(known.call(), false, false))
              : null);
    }

    private Recording wish(Known known) {
      return venues
          .byId(known.venue())
          .map(venue -> venue.correspondence().recording())
          .orElse(Recording.NONE);
    }

    @Override
    public void announced() {
      Instant now = clock.instant();
      write(known ->
          recordings.begin(known.call(), known.venue().value(), now, now.plus(wish(known).kept())));
    }

    @Override
    public void refused() {
      write(known -> recordings.refuse(known.call(), clock.instant()));
    }

    @Override
    public Gap gap() {
      return write(known -> recordings.keep(known.call(), clock.instant()).orElse(Gap.ALWAYS))
          .orElse(Gap.ALWAYS);
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
    private <T> Optional<T> write(Function<Known, T> work) {
      return sql.everywhere(() ->
          sql.one(
                  "SELECT id, venue FROM calls WHERE provider = ? AND provider_call_id = ?",
                  row -> new Known(row.id("id"), new VenueId(row.text("venue"))),
                  provider,
                  callId)
              .flatMap(
                  known -> Optional.ofNullable(sql.at(known.venue(), () -> work.apply(known)))));
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
