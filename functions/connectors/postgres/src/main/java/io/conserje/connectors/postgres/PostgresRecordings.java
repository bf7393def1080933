package io.conserje.connectors.postgres;

import io.conserje.call.KeptRecording;
import io.conserje.call.RecordingStore;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Recordings of calls whose sound we carry: what people say of them, and what is due. */
public final class PostgresRecordings {

  private static final int AT_ONCE = 20;

  /** The last part is on its way for a moment. */
  private static final Duration UNTIL_ALL_IS_THERE = Duration.ofSeconds(30);

  /** Of a call whose end nobody reports. */
  private static final Duration LONGEST_CALL = Duration.ofHours(2);

  private final Sql sql;
  private final RecordingRows rows;

  public PostgresRecordings(Sql sql) {
    this.sql = sql;
    this.rows = new RecordingRows(sql);
  }

  /** How it stands with a recording. */
  public enum State {
    RECORDING,
    PAUSED,
    /** The guest does not want it, and nobody else decides. */
    REFUSED
  }

  /** Sound from now on is not kept. Empty for a call that is not recorded. */
  public Optional<State> pause(UUID call, Instant now) {
    return inItsHouse(
        call,
        () -> {
          rows.pause(call, now);
          return state(call);
        });
  }

  /** Sound from now on is kept again. Empty for a call that is not recorded. */
  public Optional<State> resume(UUID call, Instant now) {
    return inItsHouse(
        call,
        () -> {
          rows.resume(call, now);
          return state(call);
        });
  }

  private Optional<State> state(UUID call) {
    return rows.find(call)
        .filter(row -> !row.erased())
        .map(
            row -> row.refused() ? State.REFUSED : row.isPaused() ? State.PAUSED : State.RECORDING);
  }

  private <T> Optional<T> inItsHouse(UUID call, Supplier<Optional<T>> work) {
    return sql.everywhere(() ->
        sql.one("SELECT venue FROM calls WHERE id = ?", row -> row.text("venue"), call)
            .flatMap(venue -> sql.at(new VenueId(venue), work)));
  }

  /** Calls that are over and of which there are parts. */
  public List<UUID> toJoin(Instant now) {
    return sql.everywhere(() ->
        sql.list(
            """
            SELECT r.call FROM call_recordings r JOIN calls l ON l.id = r.call
            WHERE r.joined_at IS NULL AND NOT r.erased AND r.kept_at < ?
              AND (l.state = 'ended' OR r.kept_at < ?) ORDER BY r.kept_at LIMIT ?
            """,
            row -> row.id("call"),
            now.minus(UNTIL_ALL_IS_THERE),
            now.minus(LONGEST_CALL),
            AT_ONCE));
  }

  /**
   * @param there whether there is anything to hear
   */
  public void joined(UUID call, boolean there, Instant now) {
    String kept = new KeptRecording(RecordingStore.PROVIDER, call.toString(), false).written();
    sql.everywhere(() -> {
      boolean listed =
          sql.update(
                  "UPDATE call_recordings SET joined_at = ? WHERE call = ? AND NOT erased",
                  now,
                  call)
              > 0;
      if (listed && there) {
        sql.update("UPDATE calls SET recording = ? WHERE id = ?", kept, call);
      }
      return null;
    });
  }

  /** Whose time is over, or whose guest was forgotten. */
  public List<UUID> toForget(Instant now) {
    return sql.everywhere(() ->
        sql.list(
            "SELECT call FROM call_recordings WHERE keep_until <= ? OR erased LIMIT ?",
            row -> row.id("call"),
            now,
            AT_ONCE));
  }

  /** It is nowhere any more. */
  public void forgotten(UUID call) {
    sql.everywhere(() -> {
      sql.update("DELETE FROM call_recordings WHERE call = ?", call);
      return sql.update(
          "UPDATE calls SET recording = '' WHERE id = ? AND recording LIKE ?",
          call,
          RecordingStore.PROVIDER + ":%");
    });
  }
}
