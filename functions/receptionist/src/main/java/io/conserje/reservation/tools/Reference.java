package io.conserje.reservation.tools;

import io.conserje.conversation.Meaning;
import java.util.Locale;

/** Which of the guest's reservations is meant. */
record Reference(@Meaning("as find_reservation gave it") String reference) {

  String code() {
    return reference.toUpperCase(Locale.ROOT);
  }
}
