package io.conserje.followups;

import io.conserje.connectors.postgres.PostgresSweep;
import io.conserje.connectors.postgres.PostgresSweep.Overdue;
import io.conserje.conversation.Wakeups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Sees to it that no guest is forgotten: reminds the queues of every message that nobody is
 * answering and of every reply that nobody is sending, because the reminder was lost or whoever had
 * it died.
 */
final class OutboxSweep implements Job {

  /** A reminder that was not lost has been seen to by then. */
  private static final Duration OVERDUE = Duration.ofSeconds(30);

  private final PostgresSweep sweep;
  private final Wakeups wakeups;

  OutboxSweep(PostgresSweep sweep, Wakeups wakeups) {
    this.sweep = sweep;
    this.wakeups = wakeups;
  }

  @Override
  public String name() {
    return "outbox-sweep";
  }

  @Override
  public String run(Instant now) {
    List<Overdue> unanswered = sweep.unanswered(now.minus(OVERDUE), now);
    unanswered.forEach(o -> wakeups.turnDue(o.conversation(), o.upTo(), Duration.ZERO));
    List<UUID> unsent = sweep.unsent(now.minus(OVERDUE), now);
    unsent.forEach(conversation -> wakeups.outboxDue(conversation, Duration.ZERO, null));
    return unanswered.size() + " unanswered, " + unsent.size() + " unsent";
  }
}
