package io.conserje.connectors.postgres;

import java.time.Duration;
import java.time.Instant;

/** One runner per job: whoever holds the row runs it. */
public final class PostgresJobLeases {

  private final Sql sql;

  public PostgresJobLeases(Sql sql) {
    this.sql = sql;
  }

  /** False while another runner holds the job. */
  public boolean take(String job, Instant now, Duration lease) {
    return sql.update(
            """
            INSERT INTO job_leases (job, lease, lease_until) VALUES (?, 1, ?)
            ON CONFLICT (job) DO UPDATE SET lease = job_leases.lease + 1, lease_until = EXCLUDED.lease_until
            WHERE job_leases.lease_until IS NULL OR job_leases.lease_until <= ?
              OR job_leases.lease_until > ?
            """,
            job,
            now.plus(lease),
            now,
            now.plus(lease))
        == 1;
  }

  public void release(String job, Instant now, String result) {
    sql.update(
        "UPDATE job_leases SET lease_until = NULL, last_run_at = ?, last_result = ? WHERE job = ?",
        now,
        result,
        job);
  }
}
