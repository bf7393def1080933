package io.conserje.handoff.tools;

import io.conserje.conversation.GuestPhone;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.guest.Guest;

/** Who wishes for a person, as far as they say. */
record AskedBy(@MayBeAbsent @Meaning("who asks") String name, GuestPhone phone) {

  /** Reached under a number, not under an address of a channel that is no telephone. */
  Guest guest(Tool.Context context) {
    String known = context.guest().phone();
    return new Guest(
        name.isEmpty() ? context.guest().name() : name,
        known.startsWith("+") ? known : phone.phone());
  }
}
