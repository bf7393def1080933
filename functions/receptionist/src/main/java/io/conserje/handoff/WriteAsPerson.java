package io.conserje.handoff;

import io.conserje.conversation.Wakeups;
import io.conserje.guest.Staff;
import java.time.Duration;
import java.util.UUID;

/** A person of the house writes to a guest whose conversation they have. */
public final class WriteAsPerson {

  private final Handovers handovers;
  private final Wakeups wakeups;

  public WriteAsPerson(Handovers handovers, Wakeups wakeups) {
    this.handovers = handovers;
    this.wakeups = wakeups;
  }

  /**
   * @param text not blank
   */
  public HandoverAnswer write(UUID conversation, String text, Staff staff, String key) {
    HandoverAnswer answer = handovers.say(conversation, text, staff, key);
    if (answer instanceof HandoverAnswer.Written) {
      wakeups.outboxDue(conversation, Duration.ZERO, null);
    }
    return answer;
  }
}
