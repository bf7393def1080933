package io.conserje.conversation.builtin;

import java.util.Locale;

/** What a guest comes for with a message. */
enum Intent {
  BOOK,
  STAY,
  CHANGE,
  CANCEL,
  FIND,
  CONFIRM,
  WAITLIST,
  QUESTION,
  PERSON,
  COMPLAINT,
  EMERGENCY,
  ABUSE,
  GREET,
  THANKS,
  BYE,
  OTHER;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Intent of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether it is about a booking that already stands. */
  boolean aboutBooking() {
    return this == CHANGE || this == CANCEL || this == FIND || this == CONFIRM;
  }
}
