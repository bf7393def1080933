package io.conserje.followups;

import io.conserje.connectors.postgres.PostgresCallSummaries;
import java.time.Instant;

/** Says what came of the calls that are over. */
final class SumUpCalls implements Job {

  private final PostgresCallSummaries summaries;

  SumUpCalls(PostgresCallSummaries summaries) {
    this.summaries = summaries;
  }

  @Override
  public String name() {
    return "call-summaries";
  }

  @Override
  public String run(Instant now) {
    return summaries.sumUp(now) + " summed up";
  }
}
