package io.conserje.followups;

import io.conserje.connectors.postgres.PostgresJobLeases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every job once, each under its own lease; one that fails does not keep the others from
 * running.
 */
final class JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  /** Longer than the function's own time-out. */
  private static final Duration LEASE = Duration.ofSeconds(55);

  private final Jobs jobs;
  private final PostgresJobLeases leases;
  private final InstantSource clock;

  JobRunner(Jobs jobs, PostgresJobLeases leases, InstantSource clock) {
    this.jobs = jobs;
    this.leases = leases;
    this.clock = clock;
  }

  /** What each job did, by name. */
  Map<String, String> runAll() {
    Map<String, String> results = new LinkedHashMap<>();
    jobs.all().forEach(job -> results.put(job.name(), run(job)));
    return results;
  }

  private String run(Job job) {
    try {
      return leases
          .take(job.name(), clock.instant(), LEASE)
          .map(lease -> run(job, lease))
          .orElse("another runner has it");
    } catch (RuntimeException e) {
      LOG.error("Job {} failed; it runs again in a minute.", job.name(), e);
      return "failed: " + e.getClass().getSimpleName();
    }
  }

  private String run(Job job, long lease) {
    String result = "failed";
    try {
      result = job.run(clock.instant());
      return result;
    } finally {
      leases.release(job.name(), lease, clock.instant(), result);
    }
  }
}
