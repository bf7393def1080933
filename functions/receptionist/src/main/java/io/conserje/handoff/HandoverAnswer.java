package io.conserje.handoff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What came of a wish to take a conversation, to give it back, or to write in it. */
public sealed interface HandoverAnswer {

  /**
   * It stands so.
   *
   * @param owner {@code assistant} or {@code person}
   * @param takenBy who of the house; null for nobody
   * @param since when a person answers; null while the assistant does
   * @param unsaid what the assistant had written and the guest will not get, oldest first
   * @param waiting the newest message of the guest that nobody has answered; 0 for none
   */
  record Done(
      UUID conversation,
      String owner,
      String takenBy,
      Instant since,
      List<String> unsaid,
      long waiting)
      implements HandoverAnswer {}

  /**
   * A person's message stands in the conversation and in the outbox.
   *
   * @param position of the message
   */
  record Written(UUID conversation, long position, String text, Instant at)
      implements HandoverAnswer {}

  /** Something of the assistant is with a provider at this moment; ask again. */
  record OnItsWay() implements HandoverAnswer {}

  /** There is no such conversation. */
  record Unknown() implements HandoverAnswer {}

  /**
   * @param takenBy who has it; null where the assistant answers
   */
  record Refused(String takenBy) implements HandoverAnswer {}
}
