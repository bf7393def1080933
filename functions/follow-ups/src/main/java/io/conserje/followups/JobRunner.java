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
    if (!leases.take(job.name(), clock.instant(), LEASE)) {
      return "another runner has it";
    }
    String result = result(job);
    leases.release(job.name(), clock.instant(), result);
    return result;
  }

  private String result(Job job) {
    try {
      return job.run(clock.instant());
    } catch (RuntimeException e) {
      LOG.error("Job " + job.name() + " failed; it runs again in a minute.", e);
      return "failed: " + e.getClass().getSimpleName();
    }
  }
}
