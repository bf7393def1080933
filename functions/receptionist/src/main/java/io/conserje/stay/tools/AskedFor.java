package io.conserje.stay.tools;

import io.conserje.conversation.GuestPhone;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.guest.Guest;
import io.conserje.stay.StayGuest;

/** Who asks for a room. */
record AskedFor(@Meaning("who the room is for") String name, GuestPhone phone) {

  StayGuest guest(String notes, Tool.Context context) {
    return new StayGuest(
        new Guest(name, phone.of(context)), notes, context.channel(), context.conversation());
  }
}
