package io.conserje.conversation;

import io.conserje.reservation.Refusal;
import io.conserje.reservation.ToTell;
import java.time.LocalDateTime;

/**
 * What the engine itself says to a guest, in one language. Facts come in as arguments; no sentence
 * invents one.
 */
public interface Wording {

  /** A booking that is in the book: day, time, party, name and reference are all said. */
  String booked(LocalDateTime at, int partySize, String name, String reference, String house);

  String cancelled(LocalDateTime at, int partySize, String reference);

  /**
   * A booking that waits for the guest's yes.
   *
   * @param aloud whether it is asked in this call, and not by a message
   */
  String toConfirm(LocalDateTime at, int partySize, String name, String reference, boolean aloud);

  String changed(LocalDateTime at, int partySize, String reference);

  /** What else the guest has to know of a booking; empty when there is nothing. */
  String told(ToTell tell);

  /** Why a wish cannot be met, in one sentence. */
  String refused(Refusal why, int largestParty, String housePhone);

  /** A person of the house has been told and will answer. */
  String handedOver();

  /** That person has been told more of the same. */
  String addedToRequest();

  /** The one polite line for a guest who writes faster than the house answers. */
  String tooManyMessages();

  /** Something failed on our side; the guest is told whom to call. */
  String troubleOnOurSide(String housePhone);
}
