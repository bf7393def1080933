package io.conserje.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Reminders to ourselves: the queue calls the answering step or the sender back after a while. */
public interface Wakeups {

  /**
   * "Answer this conversation."
   *
   * @param upTo the newest message when this was said; a newer one has its own reminder
   */
  void turnDue(UUID conversation, long upTo, Duration delay);

  /**
   * "Send what waits in this conversation's outbox."
   *
   * @param waitsFor the end of the back-off or hold this reminder waits out; null for one that only
   *     looks
   */
  void outboxDue(UUID conversation, Duration delay, Instant waitsFor);
}
