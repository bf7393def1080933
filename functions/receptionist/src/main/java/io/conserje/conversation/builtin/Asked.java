package io.conserje.conversation.builtin;

/** What the guest was asked last. */
enum Asked {
  NOTHING,
  PARTY,
  DATE,
  TIME,
  NAME,
  /** Is the booking that was read back right? */
  CONFIRM,
  /** What was wrong with it? */
  WHAT_TO_CHANGE,
  /** Which of the times offered? */
  OFFER,
  /** Another day or time? */
  OTHER_MOMENT,
  /** Be put on the waitlist? */
  WAITLIST,
  /** Cancel this one? */
  CANCEL_CONFIRM,
  /** Which one? */
  CANCEL_WHICH,
  PHONE,
  EMAIL,
  ZONE,
  NOTES,
  REFERENCE,
  /** In whose name is the booking of that reference? */
  WHOSE,
  ARRIVAL,
  DEPARTURE,
  NIGHTS,
  ROOM,
  /** Shall a person of the house take over? */
  PERSON;

  boolean takesName() {
    return this == NAME || this == WHOSE;
  }

  /** Which of those that stand is meant, or whether it is to go: no new one is spoken of. */
  boolean ofWhatStands() {
    return this == CANCEL_CONFIRM || this == CANCEL_WHICH || this == REFERENCE || this == WHOSE;
  }

  boolean takesChoice() {
    return this == OFFER || this == CANCEL_WHICH || this == ROOM;
  }

  /**
   * Whether a number by itself, or a key that is pressed, may be the answer.
   *
   * @param begun whether a booking is being made
   */
  boolean takesNumber(boolean begun) {
    return switch (this) {
      case NOTHING -> begun;
      case NAME, WHOSE, EMAIL, REFERENCE, CANCEL_CONFIRM, WAITLIST, PERSON -> false;
      default -> true;
    };
  }

  /** Whether a bare number may be an hour. */
  boolean wantsTime() {
    return this == TIME || this == OFFER || this == OTHER_MOMENT;
  }
}
