package io.conserje.conversations;

import java.util.List;
import java.util.UUID;

/** How a guest's words reach the house and its words the guest. */
interface Road {

  /** The guest says something, in one or more messages of one turn, and reads what comes back. */
  Heard say(List<String> messages);

  /** What the house has said since without being spoken to. */
  List<String> news();

  /** Null before the first word. */
  UUID conversation();

  /**
   * @param nanos from when the turn was opened until its reply was closed; negative when nobody
   *     answered
   */
  record Heard(List<String> texts, long nanos) {}
}
