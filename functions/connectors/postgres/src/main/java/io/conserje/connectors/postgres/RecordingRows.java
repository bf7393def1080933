package io.conserje.connectors.postgres;

import io.conserje.call.CallFile.Gap;
import io.conserje.connectors.postgres.Sql.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Recordings as rows; every method is part of the caller's transaction. */
final class RecordingRows {

  /** Sound that is not kept yet is no older: a pause that has ended before may still concern it. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

  private final Sql sql;

  RecordingRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param pausedAt and {@code resumedAt}: null for never
   */
  record Recorded(boolean refused, boolean erased, Instant pausedAt, Instant resumedAt) {

    static Recorded of(Row row) throws SQLException {
      return new Recorded(
          row.result().getBoolean("refused"),
          row.result().getBoolean("erased"),
          row.instant("paused_at"),
          row.instant("resumed_at"));
    }

    boolean isPaused() {
      return pausedAt != null && resumedAt == null;
    }

    Gap gap() {
      if (erased) {
        return Gap.ALWAYS;
      }
      return pausedAt == null
          ? Gap.NONE
          : new Gap(pausedAt, resumedAt == null ? Instant.MAX : resumedAt);
    }
  }

  Optional<Recorded> find(UUID call) {
    return sql.one("SELECT * FROM call_recordings WHERE call = ?", Recorded::of, call);
  }

  /** Whoever was forgotten while they were speaking is not recorded. */
  int begin(UUID call, String venue, Instant now, Instant until) {
    return sql.update(
        """
        INSERT INTO call_recordings (call, venue, announced_at, keep_until, erased)
        SELECT l.id, ?, ?, ?, c.guest_address = 'erased:' || c.id
        FROM calls l JOIN conversations c ON c.id = l.conversation WHERE l.id = ?
        ON CONFLICT (call) DO NOTHING
        """,
        venue,
        now,
        until,
        call);
  }

  int refuse(UUID call, Instant now) {
    return sql.update(
        """
        UPDATE call_recordings SET refused = true, resumed_at = NULL,
          paused_at = CASE WHEN resumed_at IS NULL THEN coalesce(paused_at, ?::timestamptz) ELSE ? END
        WHERE call = ?
        """,
        now,
        now,
        call);
  }

  /** Paused again at once, it was paused all the while: what has to be left out is one stretch. */
  int pause(UUID call, Instant now) {
    return sql.update(
        """
        UPDATE call_recordings SET resumed_at = NULL,
          paused_at = CASE WHEN resumed_at IS NULL OR resumed_at > ? THEN coalesce(paused_at, ?::timestamptz)
            ELSE ? END
        WHERE call = ?
        """,
        now.minus(ON_ITS_WAY),
        now,
        now,
        call);
  }

  int resume(UUID call, Instant now) {
    return sql.update(
        """
        UPDATE call_recordings SET resumed_at = ?
        WHERE call = ? AND paused_at IS NOT NULL AND resumed_at IS NULL AND NOT refused
        """,
        now,
        call);
  }

  /** Some sound is kept now; what of it is not. Empty where none may be. */
  Optional<Gap> keep(UUID call, Instant now) {
    return sql.one(
            "UPDATE call_recordings SET kept_at = ? WHERE call = ? RETURNING *",
            Recorded::of,
            now,
            call)
        .map(Recorded::gap);
  }
}
