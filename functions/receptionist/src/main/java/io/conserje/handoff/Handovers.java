package io.conserje.handoff;

import io.conserje.guest.Staff;
import java.util.UUID;

/**
 * Who answers a conversation: the assistant, or a person of the house. Each verb is one
 * transaction, takes effect once per key, and leaves a line in the audit log.
 */
public interface Handovers {

  /**
   * From its commit on nothing of the assistant is written or sent: what waited is withdrawn, and a
   * run that is answering can write no more. While something of the assistant is with a provider at
   * this moment it is {@link HandoverAnswer.OnItsWay}, and nothing is changed.
   *
   * @param regardless whether to take it even so
   */
  HandoverAnswer take(UUID conversation, Staff staff, String key, boolean regardless);

  /**
   * The assistant answers again. If nobody of the house wrote meanwhile, what was withdrawn goes
   * out after all.
   */
  HandoverAnswer giveBack(UUID conversation, Staff staff, String key);

  /**
   * As {@link #giveBack} where nobody has taken it, and the guest is told.
   *
   * @param sentence what the guest is told
   */
  HandoverAnswer giveUp(UUID conversation, String sentence, Staff staff, String key);

  /**
   * A person writes to the guest. What the guest has said until then counts as answered.
   *
   * @param text not blank
   */
  HandoverAnswer say(UUID conversation, String text, Staff staff, String key);
}
