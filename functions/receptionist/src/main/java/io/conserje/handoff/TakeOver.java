package io.conserje.handoff;

import io.conserje.guest.Staff;
import java.util.UUID;

/** A person of the house takes a conversation; the assistant falls silent in it. */
public final class TakeOver {

  private final Handovers handovers;
  private final int tries;
  private final Runnable pause;

  /**
   * @param tries how often it is looked whether a message on its way has arrived, with a {@code
   *     pause} between; after that it is taken over all the same
   */
  public TakeOver(Handovers handovers, int tries, Runnable pause) {
    this.handovers = handovers;
    this.tries = tries;
    this.pause = pause;
  }

  public HandoverAnswer takeOver(UUID conversation, Staff staff, String key) {
    for (int i = 0; i < tries; i++) {
      HandoverAnswer answer = handovers.take(conversation, staff, key, false);
      if (!(answer instanceof HandoverAnswer.OnItsWay)) {
        return answer;
      }
      pause.run();
    }
    return handovers.take(conversation, staff, key, true);
  }
}
