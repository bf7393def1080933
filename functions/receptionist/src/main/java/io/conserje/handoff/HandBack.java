package io.conserje.handoff;

import io.conserje.conversation.Wakeups;
import io.conserje.guest.Staff;
import java.time.Duration;
import java.util.UUID;

/** The assistant answers again, beginning with what nobody has answered. */
public final class HandBack {

  private final Handovers handovers;
  private final Wakeups wakeups;

  public HandBack(Handovers handovers, Wakeups wakeups) {
    this.handovers = handovers;
    this.wakeups = wakeups;
  }

  public HandoverAnswer handBack(UUID conversation, Staff staff, String key) {
    return wake(conversation, handovers.giveBack(conversation, staff, key));
  }

  /**
   * Nobody took it: the guest is told so.
   *
   * @param sentence what the guest is told
   */
  HandoverAnswer giveUp(UUID conversation, String sentence, Staff staff, String key) {
    return wake(conversation, handovers.giveUp(conversation, sentence, staff, key));
  }

  private HandoverAnswer wake(UUID conversation, HandoverAnswer answer) {
    if (answer instanceof HandoverAnswer.Done done && done.owner().equals("assistant")) {
      wakeups.outboxDue(conversation, Duration.ZERO, null);
      if (done.waiting() > 0) {
        wakeups.turnDue(conversation, done.waiting(), Duration.ZERO);
      }
    }
    return answer;
  }
}
