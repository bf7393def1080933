package io.conserje.reservation.tools;

import io.conserje.conversation.GuestPhone;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.guest.Guest;

/** Who asks for a table, and what they wish besides. */
public record AskedFor(
    @Meaning("who the table is for") String name,
    GuestPhone phone,
    @MayBeAbsent @Meaning("special requests") String notes) {

  public Guest guest(Tool.Context context) {
    return new Guest(name, phone.of(context));
  }
}
