package io.conserje.connectors.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One runner per job: whoever holds the row runs it. */
public final class PostgresJobLeases {

  private final Sql sql;

  public PostgresJobLeases(Sql sql) {
    this.sql = sql;
  }

  /** The fencing number of this run; empty while another runner holds the job. */
  public Optional<Long> take(String job, Instant now, Duration lease) {
    return sql.everywhere(() ->
        sql.one(
            """
            INSERT INTO job_leases (job, lease, lease_until) VALUES (?, 1, ?)
            ON CONFLICT (job) DO UPDATE SET lease = job_leases.lease + 1,
              lease_until = EXCLUDED.lease_until
            WHERE job_leases.lease_until IS NULL OR job_leases.lease_until <= ?
              OR job_leases.lease_until > ?
            RETURNING lease
            """,
            row -> row.big("lease"),
            job,
            now.plus(lease),
            now,
            now.plus(lease)));
  }

  /** Frees the job, unless another runner has taken it over since. */
  public void release(String job, long lease, Instant now, String result) {
    sql.everywhere(() ->
        sql.update(
            """
            UPDATE job_leases SET lease_until = NULL, last_run_at = ?, last_result = ?
            WHERE job = ? AND lease = ?
            """,
            now,
            result,
            job,
            lease));
  }
}
