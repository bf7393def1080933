package io.conserje.stay;

import io.conserje.reservation.ReferenceChecks;
import java.util.UUID;

/**
 * Who asks for something to be done with a stay. A guest reaches only what was made from the same
 * phone or in the same conversation, and what they told the reference of; the house reaches
 * everything.
 *
 * @param who {@code guest}, {@code staff} or {@code house} (the clock), never a name
 * @param why in a few words, for the record
 */
public record By(String who, String why, boolean house, String phone, UUID conversation) {

  public static final By STAFF = new By("staff", "at the desk", true, "", null);

  /** Nobody: it is time. */
  public static final By CLOCK = new By("house", "time was over", true, "", null);

  public static By guest(String phone, UUID conversation) {
    return new By("guest", "guest's wish", false, phone, conversation);
  }

  boolean mayTouch(Stay stay, ReferenceChecks checks) {
    return house
        || (!phone.isBlank() && phone.equals(stay.guest().phone()))
        || (conversation != null && mayTouchHere(stay, checks));
  }

  private boolean mayTouchHere(Stay stay, ReferenceChecks checks) {
    return conversation.equals(stay.conversation())
        || checks.passed(stay.venue(), conversation, stay.reference());
  }
}
