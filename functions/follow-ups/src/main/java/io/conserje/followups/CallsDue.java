package io.conserje.followups;

import io.conserje.call.out.CallDue;
import io.conserje.call.out.OutgoingCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Wakes whoever makes the house's calls: for those whose time has come, and those nobody woke. */
final class CallsDue implements Job {

  private static final int AT_ONCE = 50;

  private final OutgoingCalls calls;
  private final CallDue due;

  CallsDue(OutgoingCalls calls, CallDue due) {
    this.calls = calls;
    this.due = due;
  }

  @Override
  public String name() {
    return "calls-due";
  }

  @Override
  public String run(Instant now) {
    List<UUID> waiting = calls.due(now, AT_ONCE);
    waiting.forEach(call -> due.callDue(call, Duration.ZERO));
    return waiting.size() + " to be made";
  }
}
