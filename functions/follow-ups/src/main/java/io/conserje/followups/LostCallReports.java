package io.conserje.followups;

import io.conserje.call.AskAfterCalls;
import java.time.Instant;
import java.util.List;

/** Fetches what a provider should have told of calls long over, and has not. */
final class LostCallReports implements Job {

  private final List<AskAfterCalls> providers;

  LostCallReports(List<AskAfterCalls> providers) {
    this.providers = providers;
  }

  @Override
  public String name() {
    return "lost-call-reports";
  }

  /** One provider that cannot be asked keeps nobody from asking the others. */
  @Override
  public String run(Instant now) {
    int asked = 0;
    int ended = 0;
    RuntimeException first = null;
    for (AskAfterCalls provider : providers) {
      try {
        AskAfterCalls.Outcome outcome = provider.ask(now);
        asked += outcome.asked();
        ended += outcome.ended();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return asked + " asked about, " + ended + " ended";
  }
}
