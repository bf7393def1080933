package io.conserje.conversation;

import java.time.LocalDateTime;

/**
 * What the engine itself says to a guest, in one language. Facts come in as arguments; no sentence
 * invents one.
 */
public interface Wording {

  /** A booking that is in the book: day, time, party, name and reference are all said. */
  String booked(LocalDateTime at, int partySize, String name, String reference, String house);

  String cancelled(LocalDateTime at, int partySize, String reference);

  /** The one polite line for a guest who writes faster than the house answers. */
  String tooManyMessages();

  /** Something failed on our side; the guest is told whom to call. */
  String troubleOnOurSide(String housePhone);
}
