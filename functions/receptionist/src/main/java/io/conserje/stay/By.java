package io.conserje.stay;

import java.util.UUID;

/**
 * Who asks for something to be done with a stay. A guest reaches only what was made from the same
 * phone or in the same conversation; the house reaches everything.
 */
public record By(String who, boolean house, String phone, UUID conversation) {

  public static By house(String who) {
    return new By(who, true, "", null);
  }

  public static By guest(String who, String phone, UUID conversation) {
    return new By(who, false, phone, conversation);
  }

  /** Why something is done, as far as that is known from who asks. */
  String why() {
    return house ? "the house" : "guest's wish";
  }

  boolean mayTouch(Stay stay) {
    return house
        || (!phone.isBlank() && phone.equals(stay.guest().phone()))
        || (conversation != null && conversation.equals(stay.conversation()));
  }
}
