package io.conserje.reservation;

import java.util.Objects;
import java.util.UUID;

/**
 * Who asks for a booking to be moved. Nobody moves what is not theirs; staff may move everything.
 *
 * @param phone the guest's number as the channel knows it, or empty
 * @param conversation where it is asked, or null
 * @param who {@code guest}, {@code staff} or {@code house}
 */
public record Asker(String phone, UUID conversation, String who) {

  public static final Asker STAFF = new Asker("", null, "staff");
  public static final Asker HOUSE = new Asker("", null, "house");

  public static Asker guest(String phone, UUID conversation) {
    return new Asker(phone, conversation, "guest");
  }

  boolean mayMove(Reservation reservation, ReferenceChecks checks) {
    return !who.equals("guest")
        || (!phone.isBlank() && reservation.guest().phone().equals(phone))
        || (conversation != null && mayMoveHere(reservation, checks));
  }

  private boolean mayMoveHere(Reservation reservation, ReferenceChecks checks) {
    return Objects.equals(conversation, reservation.conversation())
        || checks.passed(reservation.venue(), conversation, reservation.reference());
  }
}
