package io.conserje.followups;

import io.conserje.connectors.postgres.PostgresSpokenReplies;
import java.time.Instant;

/** Forgets how replies sounded that every provider has fetched by now. */
final class ForgetSpokenReplies implements Job {

  private final PostgresSpokenReplies spoken;

  ForgetSpokenReplies(PostgresSpokenReplies spoken) {
    this.spoken = spoken;
  }

  @Override
  public String name() {
    return "spoken-replies";
  }

  @Override
  public String run(Instant now) {
    return spoken.forget(now) + " forgotten";
  }
}
