package io.conserje.handoff;

import io.conserje.conversation.Wakeups;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For whoever has written what is to be done: a reminder that cannot be sent changes nothing about
 * that, and the outbox sweep finds it within a minute.
 */
public final class PatientWakeups implements Wakeups {

  private static final Logger LOG = LoggerFactory.getLogger(PatientWakeups.class);

  private final Wakeups wakeups;

  public PatientWakeups(Wakeups wakeups) {
    this.wakeups = wakeups;
  }

  @Override
  public void turnDue(UUID conversation, long upTo, Duration delay) {
    patiently(() -> wakeups.turnDue(conversation, upTo, delay));
  }

  @Override
  public void outboxDue(UUID conversation, Duration delay, Instant waitsFor) {
    patiently(() -> wakeups.outboxDue(conversation, delay, waitsFor));
  }

  private static void patiently(Runnable reminder) {
    try {
      reminder.run();
    } catch (RuntimeException e) {
      LOG.warn("A reminder was not sent; the sweep finds what it was about within a minute.", e);
    }
  }
}
