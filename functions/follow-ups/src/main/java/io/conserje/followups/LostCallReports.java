package io.conserje.followups;

import io.conserje.call.AskAfterCalls;
import java.time.Instant;

/** Fetches what a provider should have told of calls long over, and has not. */
final class LostCallReports implements Job {

  private final AskAfterCalls ask;

  LostCallReports(AskAfterCalls ask) {
    this.ask = ask;
  }

  @Override
  public String name() {
    return "lost-call-reports";
  }

  @Override
  public String run(Instant now) {
    AskAfterCalls.Outcome outcome = ask.ask(now);
    return outcome.asked() + " asked about, " + outcome.ended() + " ended";
  }
}
