package io.conserje.followups;

import io.conserje.connectors.postgres.ForgottenAddresses;
import java.time.Instant;

/** Forgets whom the house has forgotten so long ago that nothing of theirs is on its way. */
final class ForgetWhomWeForgot implements Job {

  private final ForgottenAddresses forgotten;

  ForgetWhomWeForgot(ForgottenAddresses forgotten) {
    this.forgotten = forgotten;
  }

  @Override
  public String name() {
    return "forgotten-addresses";
  }

  @Override
  public String run(Instant now) {
    return forgotten.forget(now) + " forgotten";
  }
}
