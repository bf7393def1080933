package io.conserje.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The house's clock of a scenario: set at its beginning, moved on by what happens. Everybody asks
 * it for the time, so it knows when a turn was opened and when its reply was closed, on the
 * machine's own clock.
 */
final class PlayedClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-20T11:00:00Z");

  private static final String OPENS = "io.conserje.conversation.Receptionist";

  /** Asks for the time first when the reply is in the outbox and committed. */
  private static final String DELIVERS = "io.conserje.outbound.DeliverReplies";

  private volatile boolean listening;
  private volatile long opened;
  private volatile long closed;

  @Override
  public Instant instant() {
    if (listening) {
      note(StackWalker.getInstance().walk(f -> f.skip(1).findFirst().orElseThrow()).getClassName());
    }
    return now;
  }

  private void note(String caller) {
    if (caller.equals(OPENS) && opened == 0) {
      opened = System.nanoTime();
    } else if (caller.equals(DELIVERS) && opened != 0) {
      closed = System.nanoTime();
      listening = false;
    }
  }

  /** From now on the next turn is timed. */
  void listen() {
    opened = 0;
    closed = 0;
    listening = true;
  }

  /** How long the turn took; negative when none was answered. */
  long turnNanos() {
    listening = false;
    return opened == 0 || closed == 0 ? -1 : closed - opened;
  }

  void set(Instant instant) {
    now = instant;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
